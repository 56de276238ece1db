import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CODENAMES, DISTRIBUTIONS } from '../../src/facts/distributions.js';
import { contradictVersions, distributionNamed, readSystems, systemsIn, versionNumber } from '../../src/words/distribution.js';

/** Systems and versions of a name, as `ubuntu 22.04`. */
function told(name: string): string[] {
  return systemsIn(name).map(({ fact, version }) => (version === undefined ? fact.name : `${fact.name} ${version}`));
}

const NAMES: readonly (readonly [string, ...string[]])[] = [
  ['Ubuntu 22.04', 'ubuntu 22.04'],
  ['Ubuntu20.04', 'ubuntu 20.04'],
  ['ubuntu-24_04-noble-server-cloudimg-amd64', 'ubuntu 24.04'],
  ['ubuntu-2204-kube-v1.28.4', 'ubuntu 22.04'],
  ['ubuntu-20240101', 'ubuntu'],
  ['Ubuntu 20.04.3 LTS [2021-10-04]', 'ubuntu 20.04.3'],
  ['Ubuntu Jammy Minimal', 'ubuntu 22.04'],
  ['ubuntu-minimal-noble', 'ubuntu 24.04'],
  ['ubuntu-capi-image-v1.34.7', 'ubuntu'],
  ['kubuntu-22.04'],
  ['debian-11-generic-amd64-20220711-1073', 'debian 11'],
  ['debian-20220711', 'debian'],
  ['Debian 10.6.1 (amd64)', 'debian 10.6.1'],
  ['ipa-debian-bookworm.kernel', 'debian 12'],
  ['CentOS-Stream-GenericCloud-9-20241209.0.x86_64', 'centos 9'],
  ['CentOS-7-x86_64-GenericCloud-2009', 'centos 7'],
  ['Rocky9', 'rocky 9'],
  ['Rocky-8-GenericCloud-8.4-20210620.0.x86_64', 'rocky 8'],
  ['amphora-x64-haproxy-rocky'],
  ['AlmaLinux-9-GenericCloud-latest.x86_64', 'almalinux 9'],
  ['alma telescope pipeline'],
  ['Fedora-Cloud-Base-37-1.7', 'fedora 37'],
  ['Fedora CoreOS 38', 'fedora-coreos 38'],
  ['FedoraAtomic27', 'fedora-atomic'],
  ['openSUSE-Leap-15.6.x86_64-NoCloud', 'opensuse 15.6'],
  ['Red Hat Enterprise Linux 8', 'rhel 8'],
  ['nocloud_alpine-3.21.2-x86_64-bios-cloudinit-r0', 'alpine 3.21.2'],
  ['alpine-ski-booking'],
  ['Cirros 0.6.2 64-bit', 'cirros 0.6.2'],
  ['Cirros 6.2', 'cirros'],
  ['Talos Linux', 'talos'],
  ['Windows Server 2019', 'windows'],
  ['Mint 21 (Ubuntu 22.04)', 'linuxmint', 'ubuntu 22.04'],
];

for (const [name, ...expected] of NAMES) {
  test(`"${name}" speaks of ${expected.join(' and ') || 'no system'}`, () => {
    assert.equal(told(name), expected);
  });
}

test('os_distro is known by name, synonym, discouraged form and short id, letter case aside', () => {
  for (const [value, name] of [['Rocky', 'rocky'], ['ol', 'oracle'], ['win2k19', 'windows'], ['centos-stream9', 'centos'], ['sle15sp4', 'sles'], ['ubuntu22.04', 'ubuntu']]) {
    assert.is(distributionNamed(value as string)?.name, name);
  }
  for (const value of ['', 'constructor', '__proto__', 'acmeos', 'ubuntu 22.04']) assert.is(distributionNamed(value), undefined);
});

test('a version that tells less does not contradict one that tells more', () => {
  assert.not(contradictVersions('9', '9.4'));
  assert.not(contradictVersions('22.4', '22.04'));
  assert.ok(contradictVersions('22.04', '24.04'));
  assert.ok(contradictVersions('9.3', '9.4'));
});

test('the number of an os_version is what it begins with, or what its codename stands for', () => {
  assert.is(versionNumber('centos', '8-stream'), '8');
  assert.is(versionNumber('ubuntu', 'Jammy'), '22.04');
  assert.is(versionNumber('talos', 'v1.11.3'), '1.11.3');
  assert.is(versionNumber('debian', 'sid'), undefined);
  assert.is(versionNumber('debian', 'constructor'), undefined);
});

test('looking only for systems whose beginnings stand in a name finds what looking for all of them finds', () => {
  const all = DISTRIBUTIONS.filter(({ inNames }) => inNames !== undefined)
    .sort((a, b) => Number(b.varietyOf !== undefined) - Number(a.varietyOf !== undefined));
  const pattern = new RegExp(`(?<![a-z])(?:${all.map(({ inNames }) => `(${inNames})`).join('|')})(?![a-z])`, 'g');
  const found = (name: string): string[] => Array.from(name.toLowerCase().matchAll(pattern), ([, ...groups]) => all[groups.findIndex((group) => group !== undefined)]?.name ?? '');
  const words = DISTRIBUTIONS.flatMap(({ inNames = '' }) => inNames.toLowerCase().match(/[a-z]+/g) ?? []);
  const piece = fc.oneof(fc.constantFrom(...words), fc.constantFrom(' ', '-', '_', '.', ''), fc.constantFrom('8', '9', '10', '24.04', 'v3.20', '2024'), fc.string({ maxLength: 3 }));
  fc.assert(fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
    const name = pieces.join('');
    assert.equal(systemsIn(name).map(({ fact }) => fact.name), [...new Set(found(name))]);
  }), { numRuns: 3000 });
});

test('what a name speaks of does not depend on the names that were read before', () => {
  const systems = ['Ubuntu', 'Debian', 'rocky', 'Rocky Linux', 'Fedora CoreOS', 'openSUSE Leap', 'windows', 'mint', 'talos', 'CentOS Stream', 'gardenlinux'];
  const versions = ['22.04', '22_04', '2204', '9', '9.4', '12', '15.6', '1877.6', '2022', 'v1.7.0', ...Object.keys({ ...CODENAMES.ubuntu, ...CODENAMES.debian })];
  const piece = fc.oneof(fc.constantFrom(...systems), fc.constantFrom(...versions), fc.constantFrom('server', 'build', 'lts', 'minimal', 'v'), fc.nat(3000).map(String));
  const gap = fc.constantFrom(' ', ' ', ' ', '-', '_', '.', '');
  const beginning = fc.tuple(fc.constantFrom(...systems), gap, fc.constantFrom(...versions), gap).map((pieces) => pieces.join(''));
  const end = fc.array(fc.tuple(piece, gap).map((pieces) => pieces.join('')), { maxLength: 3 }).map((pieces) => pieces.join(''));
  let begunAlike = 0;
  fc.assert(fc.property(fc.array(beginning, { minLength: 1, maxLength: 10 }), fc.array(fc.tuple(fc.nat(9), end), { maxLength: 30 }), (beginnings, ends) => {
    for (const [index, rest] of ends) {
      const name = `${beginnings[index % beginnings.length] ?? ''}${rest}`;
      assert.equal(systemsIn(name), readSystems(name), name);
      if (ends.length > beginnings.length && systemsIn(name)[0]?.version !== undefined) begunAlike++;
    }
  }), { numRuns: 600 });
  assert.ok(begunAlike > 100);
});

test('no version has a blank in it', () => {
  for (const { versionInNames = '' } of DISTRIBUTIONS) assert.not.match(versionInNames, /[ ]|\\s|\.[*+]|\[\^/);
});

test.run();
