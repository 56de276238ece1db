/** An operating system that `os_distro` can name. */
export interface DistributionFact {
  /** The value of os_distro. */
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** Is the name in the list of Glance's documentation? All others are customary: no list has them, many images do. */
  readonly isListed?: true;
  /** Forms that the same list says not to use. */
  readonly discouraged?: readonly string[];
  /** Other names of the same system that are in use and just as good. */
  readonly synonyms?: readonly string[];
  /** How libosinfo's short ids begin; a version follows. */
  readonly shortIds?: readonly string[];
  /** What os_type says of such a guest; `other` where neither word fits. */
  readonly guest: 'linux' | 'windows' | 'other';
  /** The system that this one is a variety of, by name: whoever says the former may mean the latter. */
  readonly varietyOf?: string;
  /** Systems that this one descends from or replaces, by name: people put them into os_distro for a tool's sake. */
  readonly passesFor?: readonly string[];
  /** How names of images spell it: source of a regular expression, letter case aside. */
  readonly inNames?: string;
  /** Shape of the version that follows in names of images: source of a regular expression. */
  readonly versionInNames?: string;
}

const RHEL_LIKE = '(?:[5-9]|10)(?:\\.\\d{1,2})?';

/**
 * Sources: glance doc/source/admin/useful-image-properties.rst (listed, discouraged), osinfo-db short ids,
 * magnum magnum/drivers (fedora-coreos, fedora-atomic, coreos), names of public images.
 */
export const DISTRIBUTIONS: readonly DistributionFact[] = [
  { name: 'arch', title: 'Arch Linux', isListed: true, discouraged: ['archlinux', 'org.archlinux'], guest: 'linux', inNames: 'arch[ _-]?linux' },
  {
    name: 'centos', title: 'CentOS', isListed: true, discouraged: ['org.centos', 'CentOS'], shortIds: ['centos', 'centos-stream'],
    guest: 'linux', passesFor: ['rhel'], inNames: 'cent[ _-]?os(?:[ _-]?stream)?', versionInNames: RHEL_LIKE,
  },
  {
    name: 'debian', title: 'Debian', isListed: true, discouraged: ['Debian', 'org.debian'], shortIds: ['debian'],
    guest: 'linux', inNames: 'debian', versionInNames: '(?:[6-9]|1\\d)(?:\\.\\d{1,2}){0,2}',
  },
  {
    name: 'fedora', title: 'Fedora', isListed: true, discouraged: ['Fedora', 'org.fedora', 'org.fedoraproject'], shortIds: ['fedora'],
    guest: 'linux', inNames: 'fedora', versionInNames: '[1-9]\\d',
  },
  {
    name: 'freebsd', title: 'FreeBSD', isListed: true, discouraged: ['org.freebsd', 'freeBSD', 'FreeBSD'], shortIds: ['freebsd'],
    guest: 'other', inNames: 'free[ _-]?bsd', versionInNames: '\\d{1,2}(?:\\.\\d)?',
  },
  { name: 'gentoo', title: 'Gentoo Linux', isListed: true, discouraged: ['Gentoo', 'org.gentoo'], guest: 'linux', inNames: 'gentoo' },
  { name: 'mandrake', title: 'Mandrakelinux', isListed: true, discouraged: ['mandrakelinux', 'MandrakeLinux'], shortIds: ['mandrake'], guest: 'linux' },
  { name: 'mandriva', title: 'Mandriva Linux', isListed: true, discouraged: ['mandrivalinux'], shortIds: ['mandriva'], guest: 'linux' },
  { name: 'mes', title: 'Mandriva Enterprise Server', isListed: true, discouraged: ['mandrivaent', 'mandrivaES'], shortIds: ['mes'], guest: 'linux' },
  { name: 'msdos', title: 'MS-DOS', isListed: true, discouraged: ['ms-dos'], shortIds: ['msdos'], guest: 'other' },
  {
    name: 'netbsd', title: 'NetBSD', isListed: true, discouraged: ['NetBSD', 'org.netbsd'], shortIds: ['netbsd'],
    guest: 'other', inNames: 'netbsd', versionInNames: '\\d{1,2}(?:\\.\\d){0,2}',
  },
  { name: 'netware', title: 'Novell NetWare', isListed: true, discouraged: ['novell', 'NetWare'], shortIds: ['netware'], guest: 'other' },
  {
    name: 'openbsd', title: 'OpenBSD', isListed: true, discouraged: ['OpenBSD', 'org.openbsd'], shortIds: ['openbsd'],
    guest: 'other', inNames: 'openbsd', versionInNames: '\\d\\.\\d',
  },
  { name: 'opensolaris', title: 'OpenSolaris', isListed: true, discouraged: ['OpenSolaris', 'org.opensolaris'], shortIds: ['opensolaris'], guest: 'other' },
  {
    name: 'opensuse', title: 'openSUSE', isListed: true, discouraged: ['suse', 'SuSE', 'org.opensuse'], shortIds: ['opensuse'],
    synonyms: ['opensuse-leap', 'opensuse-tumbleweed', 'opensuse-microos', 'opensuse-factory'],
    guest: 'linux', inNames: 'opensuse(?:[ _-]?(?:leap|tumbleweed|microos))?', versionInNames: '(?:15|16|42)\\.\\d',
  },
  {
    name: 'rocky', title: 'Rocky Linux', isListed: true, discouraged: ['Rocky', 'rockylinux'], shortIds: ['rocky'],
    guest: 'linux', passesFor: ['centos', 'rhel'],
    // Alone, the word is also a release of OpenStack, which images for Octavia carry in their names.
    inNames: 'rocky[ _-]?linux|rocky(?=[ _-]?(?:8|9|10)(?!\\d))', versionInNames: RHEL_LIKE,
  },
  {
    name: 'rhel', title: 'Red Hat Enterprise Linux', isListed: true, discouraged: ['redhat', 'RedHat', 'com.redhat'], shortIds: ['rhel', 'rhel-atomic-'],
    guest: 'linux', inNames: 'rhel|red[ _-]?hat[ _-]enterprise[ _-]linux', versionInNames: RHEL_LIKE,
  },
  { name: 'sled', title: 'SUSE Linux Enterprise Desktop', isListed: true, discouraged: ['com.suse'], shortIds: ['sled'], guest: 'linux' },
  {
    name: 'ubuntu', title: 'Ubuntu', isListed: true, discouraged: ['Ubuntu', 'com.ubuntu', 'org.ubuntu', 'canonical'], shortIds: ['ubuntu'],
    synonyms: ['ubuntu-lts-latest', 'ubuntu-stable-latest'],
    guest: 'linux', inNames: 'ubuntu', versionInNames: '\\d{1,2}[._-](?:04|06|10)(?:\\.\\d)?|(?:1[0-9]|2[0-9])(?:04|10)',
  },
  {
    name: 'windows', title: 'Microsoft Windows', isListed: true, discouraged: ['com.microsoft.server', 'windoze'], shortIds: ['win', 'winnt'],
    synonyms: ['winvista', 'winxp', 'winme'], guest: 'windows', inNames: 'windows',
  },

  {
    name: 'almalinux', title: 'AlmaLinux', synonyms: ['alma'], shortIds: ['almalinux'], guest: 'linux', passesFor: ['centos', 'rhel', 'rocky'],
    inNames: 'alma[ _-]?linux|alma(?=[ _-]?(?:8|9|10)(?!\\d))', versionInNames: RHEL_LIKE,
  },
  {
    name: 'alpine', title: 'Alpine Linux', synonyms: ['alpinelinux'], shortIds: ['alpinelinux'], guest: 'linux',
    inNames: 'alpine[ _-]?linux|alpine(?=[ _-]*v?3\\.\\d)', versionInNames: '3\\.\\d{1,2}(?:\\.\\d{1,2})?',
  },
  { name: 'alt', title: 'ALT Linux', synonyms: ['altlinux'], shortIds: ['alt', 'alt.p', 'altlinux'], guest: 'linux' },
  { name: 'amazon', title: 'Amazon Linux', synonyms: ['amzn', 'amazonlinux', 'amazon-linux'], guest: 'linux', inNames: 'amazon[ _-]?linux' },
  { name: 'anolis', title: 'Anolis OS', synonyms: ['anolisos'], guest: 'linux', passesFor: ['centos', 'rhel'] },
  { name: 'asianux', title: 'Asianux', shortIds: ['asianux'], guest: 'linux' },
  { name: 'astra', title: 'Astra Linux', synonyms: ['astralinux'], guest: 'linux', passesFor: ['debian'] },
  { name: 'azurelinux', title: 'Azure Linux', synonyms: ['mariner', 'cbl-mariner'], guest: 'linux' },
  { name: 'bottlerocket', title: 'Bottlerocket', guest: 'linux' },
  { name: 'centos-atomic', title: 'CentOS Atomic Host', guest: 'linux', varietyOf: 'centos', inNames: 'centos[ _-]?atomic' },
  { name: 'circle', title: 'Circle Linux', shortIds: ['circle'], guest: 'linux', passesFor: ['centos', 'rhel'] },
  { name: 'cirros', title: 'CirrOS', shortIds: ['cirros'], guest: 'linux', passesFor: ['ubuntu'], inNames: 'cirros', versionInNames: '0\\.\\d(?:\\.\\d)?' },
  { name: 'clearlinux', title: 'Clear Linux', synonyms: ['clear-linux-os', 'clear-linux'], guest: 'linux', inNames: 'clear[ _-]?linux' },
  { name: 'cloudlinux', title: 'CloudLinux', guest: 'linux', passesFor: ['centos', 'rhel'] },
  { name: 'coreos', title: 'CoreOS', guest: 'linux', inNames: 'coreos' },
  { name: 'deepin', title: 'Deepin', guest: 'linux', passesFor: ['debian'] },
  { name: 'devuan', title: 'Devuan', guest: 'linux', passesFor: ['debian'], inNames: 'devuan' },
  { name: 'dragonflybsd', title: 'DragonFly BSD', shortIds: ['dragonflybsd'], guest: 'other' },
  { name: 'elementary', title: 'elementary OS', synonyms: ['elementaryos'], shortIds: ['elementary'], guest: 'linux', passesFor: ['ubuntu'] },
  { name: 'endless', title: 'Endless OS', synonyms: ['eos'], shortIds: ['eos'], guest: 'linux' },
  { name: 'esxi', title: 'VMware ESXi', synonyms: ['vmware-esxi'], guest: 'other' },
  { name: 'eurolinux', title: 'EuroLinux', guest: 'linux', passesFor: ['centos', 'rhel'] },
  { name: 'euleros', title: 'EulerOS', guest: 'linux' },
  { name: 'fedora-atomic', title: 'Fedora Atomic', guest: 'linux', varietyOf: 'fedora', passesFor: ['fedora'], inNames: 'fedora[ _-]?atomic' },
  {
    name: 'fedora-coreos', title: 'Fedora CoreOS', guest: 'linux', varietyOf: 'fedora', passesFor: ['fedora', 'coreos'],
    synonyms: ['fcos', 'fedora-coreos-stable', 'fedora-coreos-testing', 'fedora-coreos-next'],
    inNames: 'fedora[ _-]?coreos|fcos', versionInNames: '[34]\\d',
  },
  { name: 'flatcar', title: 'Flatcar Container Linux', guest: 'linux', passesFor: ['coreos', 'fedora'], inNames: 'flatcar', versionInNames: '\\d{4}\\.\\d\\.\\d' },
  { name: 'fortios', title: 'FortiOS', synonyms: ['fortigate'], guest: 'other' },
  { name: 'freedos', title: 'FreeDOS', shortIds: ['freedos'], guest: 'other' },
  {
    name: 'gardenlinux', title: 'Garden Linux', synonyms: ['garden-linux'], guest: 'linux', passesFor: ['debian'],
    inNames: 'garden[ _-]?linux', versionInNames: '\\d{3,4}\\.\\d{1,2}(?:\\.\\d)?',
  },
  { name: 'ghostbsd', title: 'GhostBSD', guest: 'other' },
  { name: 'guix', title: 'Guix System', shortIds: ['guix-'], guest: 'linux' },
  { name: 'haiku', title: 'Haiku', shortIds: ['haiku'], guest: 'other' },
  { name: 'illumos', title: 'illumos', guest: 'other' },
  { name: 'k3os', title: 'k3OS', guest: 'linux' },
  { name: 'kairos', title: 'Kairos', guest: 'linux' },
  { name: 'kali', title: 'Kali Linux', synonyms: ['kali-linux', 'kalilinux'], guest: 'linux', passesFor: ['debian'], inNames: 'kali[ _-]?linux|kali(?=[ _-]*20\\d\\d)', versionInNames: '20\\d\\d\\.\\d' },
  { name: 'kubuntu', title: 'Kubuntu', guest: 'linux', varietyOf: 'ubuntu' },
  { name: 'kylin', title: 'Kylin', synonyms: ['neokylin', 'ubuntukylin', 'openkylin'], guest: 'linux' },
  { name: 'linuxmint', title: 'Linux Mint', synonyms: ['mint'], guest: 'linux', passesFor: ['ubuntu'], inNames: 'linux[ _-]?mint|mint(?=[ _-]?\\d\\d)' },
  { name: 'lubuntu', title: 'Lubuntu', guest: 'linux', varietyOf: 'ubuntu' },
  { name: 'macos', title: 'macOS', synonyms: ['macosx', 'osx', 'darwin'], shortIds: ['macosx'], guest: 'other' },
  { name: 'mageia', title: 'Mageia', shortIds: ['mageia'], guest: 'linux' },
  { name: 'manjaro', title: 'Manjaro', guest: 'linux', passesFor: ['arch'] },
  { name: 'miraclelinux', title: 'MIRACLE LINUX', shortIds: ['miraclelinux'], guest: 'linux', passesFor: ['centos', 'rhel'] },
  { name: 'nixos', title: 'NixOS', shortIds: ['nixos-'], synonyms: ['nixos-unstable'], guest: 'linux', inNames: 'nixos', versionInNames: '\\d\\d\\.(?:05|11)' },
  { name: 'omnios', title: 'OmniOS', guest: 'other' },
  { name: 'opencloudos', title: 'OpenCloudOS', guest: 'linux' },
  { name: 'openeuler', title: 'openEuler', guest: 'linux', inNames: 'openeuler', versionInNames: '2\\d\\.(?:03|09)' },
  { name: 'openindiana', title: 'OpenIndiana', guest: 'other' },
  { name: 'openwrt', title: 'OpenWrt', guest: 'linux' },
  { name: 'opnsense', title: 'OPNsense', guest: 'other', passesFor: ['freebsd'], inNames: 'opnsense', versionInNames: '2\\d\\.[17]' },
  {
    name: 'oracle', title: 'Oracle Linux', synonyms: ['oraclelinux', 'oracle-linux', 'ol', 'oel'], shortIds: ['ol', 'oel'],
    guest: 'linux', passesFor: ['rhel', 'centos'], inNames: 'oracle[ _-]?linux', versionInNames: RHEL_LIKE,
  },
  { name: 'parrot', title: 'Parrot OS', guest: 'linux', passesFor: ['debian'] },
  { name: 'pfsense', title: 'pfSense', guest: 'other', passesFor: ['freebsd'], inNames: 'pfsense' },
  { name: 'photon', title: 'Photon OS', synonyms: ['photonos'], guest: 'linux', inNames: 'photon[ _-]?os' },
  { name: 'pop', title: 'Pop!_OS', synonyms: ['popos'], shortIds: ['popos'], guest: 'linux', passesFor: ['ubuntu'] },
  { name: 'pureos', title: 'PureOS', shortIds: ['pureos'], guest: 'linux', passesFor: ['debian'] },
  { name: 'rancheros', title: 'RancherOS', guest: 'linux', inNames: 'rancheros' },
  { name: 'raspbian', title: 'Raspberry Pi OS', synonyms: ['raspios'], guest: 'linux', passesFor: ['debian'] },
  { name: 'reactos', title: 'ReactOS', guest: 'other' },
  { name: 'redos', title: 'RED OS', guest: 'linux' },
  { name: 'rhcos', title: 'Red Hat Enterprise Linux CoreOS', guest: 'linux', varietyOf: 'rhel', passesFor: ['rhel', 'coreos'], inNames: 'rhcos' },
  { name: 'rhl', title: 'Red Hat Linux', shortIds: ['rhl'], guest: 'linux' },
  { name: 'rosa', title: 'ROSA Linux', guest: 'linux' },
  { name: 'routeros', title: 'MikroTik RouterOS', synonyms: ['mikrotik'], guest: 'linux' },
  { name: 'scos', title: 'CentOS Stream CoreOS', guest: 'linux', varietyOf: 'centos' },
  { name: 'scientific', title: 'Scientific Linux', synonyms: ['scientificlinux'], shortIds: ['scientificlinux'], guest: 'linux', passesFor: ['centos', 'rhel'] },
  { name: 'silverblue', title: 'Fedora Silverblue', shortIds: ['silverblue'], guest: 'linux', varietyOf: 'fedora' },
  { name: 'slackware', title: 'Slackware', shortIds: ['slackware'], guest: 'linux' },
  { name: 'sle-micro', title: 'SUSE Linux Enterprise Micro', synonyms: ['slem', 'slmicro', 'sl-micro'], shortIds: ['slem'], guest: 'linux' },
  {
    // The list sends these forms to opensuse and sled; people who write them often have this system.
    name: 'sles', title: 'SUSE Linux Enterprise Server', discouraged: ['suse', 'SuSE', 'com.suse'], synonyms: ['sle'], shortIds: ['sles', 'sle'], guest: 'linux',
    inNames: 'sles|suse[ _-]linux[ _-]enterprise[ _-]server', versionInNames: '1[0-9](?:\\.\\d)?',
  },
  { name: 'smartos', title: 'SmartOS', guest: 'other' },
  { name: 'solaris', title: 'Solaris', shortIds: ['solaris'], guest: 'other', inNames: 'solaris' },
  { name: 'sonic', title: 'SONiC', guest: 'linux' },
  { name: 'talos', title: 'Talos Linux', synonyms: ['talos-linux', 'taloslinux'], guest: 'linux', inNames: 'talos[ _-]?linux|talos(?=[ _-]*v?\\d)', versionInNames: '[01]\\.\\d{1,2}(?:\\.\\d{1,2})?' },
  { name: 'tencentos', title: 'TencentOS', synonyms: ['tlinux'], guest: 'linux' },
  { name: 'tinycore', title: 'Tiny Core Linux', guest: 'linux' },
  { name: 'trisquel', title: 'Trisquel', shortIds: ['trisquel'], guest: 'linux', passesFor: ['ubuntu'] },
  { name: 'ubuntu-core', title: 'Ubuntu Core', guest: 'linux', varietyOf: 'ubuntu', inNames: 'ubuntu[ _-]?core' },
  { name: 'ucs', title: 'Univention Corporate Server', shortIds: ['ucs'], guest: 'linux', passesFor: ['debian'] },
  { name: 'uos', title: 'UnionTech OS', guest: 'linux' },
  { name: 'void', title: 'Void Linux', synonyms: ['voidlinux'], guest: 'linux' },
  { name: 'vyos', title: 'VyOS', guest: 'linux', passesFor: ['debian'], inNames: 'vyos', versionInNames: '1\\.[2-9]' },
  { name: 'xcp-ng', title: 'XCP-ng', guest: 'linux' },
  { name: 'xubuntu', title: 'Xubuntu', guest: 'linux', varietyOf: 'ubuntu' },
];

/**
 * Versions by codename, where the customary os_version is the number.
 * Sources: Ubuntu's and Debian's release lists; osinfo-db.
 */
export const CODENAMES: Readonly<Record<'ubuntu' | 'debian', Readonly<Record<string, string>>>> = {
  ubuntu: {
    precise: '12.04', quantal: '12.10', raring: '13.04', saucy: '13.10', trusty: '14.04', utopic: '14.10', vivid: '15.04',
    wily: '15.10', xenial: '16.04', yakkety: '16.10', zesty: '17.04', artful: '17.10', bionic: '18.04', cosmic: '18.10',
    disco: '19.04', eoan: '19.10', focal: '20.04', groovy: '20.10', hirsute: '21.04', impish: '21.10', jammy: '22.04',
    kinetic: '22.10', lunar: '23.04', mantic: '23.10', noble: '24.04', oracular: '24.10', plucky: '25.04',
    questing: '25.10', resolute: '26.04',
  },
  debian: {
    squeeze: '6', wheezy: '7', jessie: '8', stretch: '9', buster: '10', bullseye: '11', bookworm: '12', trixie: '13',
    forky: '14',
  },
};
