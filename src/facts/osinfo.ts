/**
 * Names of families, as Glance's documents want them in os_distro, which are no short ids of libosinfo, and the short
 * id of a version. Source: osinfo-db.
 */
export const OSINFO_EXAMPLES: Readonly<Record<string, string>> = {
  almalinux: 'almalinux9', alpine: 'alpinelinux3.20', centos: 'centos-stream9', debian: 'debian12', fedora: 'fedora40', freebsd: 'freebsd14.0',
  netbsd: 'netbsd9.0', openbsd: 'openbsd7.5', opensuse: 'opensuse15.6', oracle: 'ol9.0', rhel: 'rhel9.4', rocky: 'rocky9', sled: 'sled12sp5',
  sles: 'sles12sp5', ubuntu: 'ubuntu24.04', windows: 'win2k22',
};
