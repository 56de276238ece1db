// Holds the rules about properties that depend on each other against the functions of Nova that decide, Debian's
// python3-nova 26 (Zed): nova.virt.hardware, the API, the scheduler's filter and the libvirt driver.
//
//   node test/conformance/nova-hardware/run.mjs [--seeds 1,2,3] [--sets 2000]
//
// For each image Nova makes statements true or false (ask.py says how). Each statement belongs to the rules in
// STATEMENTS: it must be true exactly for the images that they report.
//
// What this Nova cannot tell, and so is held only by examples:
// - what is younger than Zed: snp-without-stateless-firmware, stateless-firmware-without-uefi,
//   encryption-model-without-encryption, maxphysaddr-bits-without-mode, packed-ring-without-virtio,
//   redirected-usb-ports-out-of-range
// - what only libvirt says: ide-without-controller, bus-cannot-carry-device, machine-type-of-other-architecture, and
//   of viommu-machine-mismatch the models that belong to another machine
// - what is in the middle of long functions: rescue-half-set
// - advice: over-specific-scheduling, os-distro-without-osinfo; format-of-other-hypervisor but for VMware
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleAndImport } from '../bundle.mjs';
import { randomOf } from '../glance/random.mjs';
import { makeCase } from './generate.mjs';

const PYTHON = '/usr/bin/python3';
const SHOWN = 10;
const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1,2,3' }, sets: { type: 'string', default: '2000' } } });

/** Rules whose findings make the API refuse the image with every flavor. */
const REFUSED_ANYHOW = [
  'thread-policy-with-hyperthreading-trait', 'no-numa-nodes', 'page-size-unreadable', 'numa-list-alone', 'numa-list-miscounted',
  'numa-cpu-in-two-nodes', 'numa-cpu-missing', 'numa-memory-below-min-ram',
];
const isX86 = ({ properties: { architecture, hw_architecture, hw_emulation_architecture } }) =>
  ['x86_64', 'amd64', 'i686', 'i386', undefined].includes(hw_emulation_architecture ?? hw_architecture ?? architecture);
/** Says the machine type, although no architecture is named; Nova's host here is x86. */
const isForArm = (image) => !namesArchitecture(image) && image.properties.hw_machine_type === 'virt';
const namesArchitecture = ({ properties }) => ['architecture', 'hw_architecture', 'hw_emulation_architecture'].some((name) => name in properties);

/**
 * What Nova says, and the rules that say it. `but`: images for which the rules are meant to be silent although Nova
 * speaks. `isBeyondNova`: findings about what Nova does not look at. `at`: only findings about these properties.
 */
const STATEMENTS = {
  // nova.virt.hardware
  'memory encryption raises': { rules: ['encryption-without-uefi', 'encryption-without-q35'] },
  'vtpm raises': { rules: ['tpm-crb-with-version-1-2'] },
  'tpm model unused': { rules: ['tpm-model-without-version'] },
  'topology raises': { rules: ['topology-above-maximum'], isBeyondNova: ({ consequence }) => consequence.effect === 'fails' },
  'best topology raises': { rules: ['topology-above-maximum'] },
  'page size raises': { rules: ['page-size-needs-flavor', 'page-size-unreadable'] },
  'page size raises anyhow': { rules: ['page-size-unreadable'] },
  'locked memory raises': { rules: ['locked-memory-without-page-size'] },
  'node count raises': { rules: ['no-numa-nodes'] },
  'numa raises': {
    rules: [
      ...REFUSED_ANYHOW, 'thread-policy-without-pinning', 'hyperthreading-trait-without-pinning', 'mixed-policy-needs-flavor', 'page-size-needs-flavor',
      'locked-memory-without-page-size',
    ],
  },
  'numa raises anyhow': { rules: REFUSED_ANYHOW },
  'numa lists unused': { rules: ['numa-lists-unused'] },
  'numa entry never read': { rules: ['numa-list-gap'] },
  'realtime mask unused': { rules: ['realtime-mask-needs-flavor'] },
  'ephemeral format unused': { rules: ['ephemeral-format-without-encryption'] },
  // nova.compute
  'kernel not found': { rules: ['kernel-not-an-image-id'] },
  encrypted: { rules: ['encrypted-image-not-bootable'], intent: 'record' },
  'power cut at once': { rules: ['shutdown-without-grace'] },
  // nova.scheduler
  'no valid host': { rules: ['hypervisor-type-not-in-cloud', 'hypervisor-type-ironic', 'vm-mode-of-other-hypervisor'], hypervisor: 'kvm' },
  'vmware refuses format': { rules: ['format-of-other-hypervisor'] },
  // nova.virt.libvirt
  'secure boot fails': { rules: ['secure-boot-without-q35'], but: isForArm },
  'secure boot left out': { rules: ['secure-boot-without-uefi'], but: isForArm },
  'viommu raises': {
    rules: ['viommu-machine-mismatch'], isBeyondNova: ({ messageId }) => messageId === 'model',
    but: (image) => !namesArchitecture(image) || ('hw_emulation_architecture' in image.properties && !('hw_machine_type' in image.properties)),
  },
  'machine of another emulator': { rules: ['emulation-without-machine-type'] },
  'video ram raises': { rules: ['video-ram-needs-flavor'] },
  'serial ports raise': { rules: ['too-many-serial-ports'] },
  'quiesced snapshot fails': { rules: ['quiesce-without-agent'] },
  'admin password fails': { rules: ['admin-user-without-agent'] },
  'pointer model overridden': { rules: ['pointer-model-overridden'] },
  'bus raises': { rules: ['bus-unsupported-by-hypervisor'], hypervisor: 'kvm', at: ['hw_disk_bus', 'hw_cdrom_bus', 'hw_floppy_bus'] },
  'rescue bus raises': { rules: ['bus-unsupported-by-hypervisor'], hypervisor: 'kvm', at: ['hw_rescue_bus'] },
  'rescue device raises': { rules: ['rescue-device-unsupported'] },
  'scsi controller unused': { rules: ['scsi-model-without-scsi-bus'], but: (image) => !isX86(image) },
  'scsi controller left to libvirt': { rules: ['scsi-bus-without-model'], but: (image) => !isX86(image) || image.disk_format === 'vmdk' },
  'network card raises': { rules: ['nic-unsupported-by-hypervisor'], hypervisor: 'kvm' },
  'multiqueue unused': { rules: ['multiqueue-without-virtio'] },
  'command line unused': { rules: ['command-line-without-kernel'] },
  'ramdisk unused': { rules: ['ramdisk-without-kernel'] },
};

if (spawnSync(PYTHON, ['-c', 'import nova.virt.libvirt.driver'], { stdio: 'ignore' }).status !== 0) {
  console.log('skipped: python3-nova is not installed');
  process.exit(0);
}
const { Linter, COMPUTE_RULES } = await bundleAndImport(`
  export { Linter } from './src/linter.js';
  export { COMPUTE_RULES } from './rules/compute/index.js';
`);
const linters = {};
for (const intent of ['create', 'record']) {
  for (const hypervisor of ['kvm', undefined]) {
    const used = Object.values(STATEMENTS).flatMap(({ rules }) => rules);
    const rules = Object.fromEntries(COMPUTE_RULES.filter(({ id }) => used.includes(id)).map(({ id, severity }) => [id, severity]));
    linters[`${intent} ${hypervisor}`] = await Linter.create({ extends: [], rules, intent, cloud: { release: 'zed', ...(hypervisor === undefined ? {} : { hypervisor }) } });
  }
}

let disagreements = 0;
const truths = Object.fromEntries(Object.keys(STATEMENTS).map((statement) => [statement, 0]));
for (const seed of values.seeds.split(',').map(Number)) {
  const random = randomOf(seed);
  const images = Array.from({ length: Number(values.sets) }, () => makeCase(random));
  const answers = await ask(images);
  const different = [];
  let refused = 0;
  for (const [index, image] of images.entries()) {
    if (answers[index] === null) refused++;
    else different.push(...await compare(image, answers[index]));
  }
  for (const line of different.slice(0, SHOWN)) console.log(line);
  console.log(`seed ${seed}: ${images.length} images, of which Nova refuses ${refused} unread: ${different.length} disagreements`);
  disagreements += different.length;
}
const never = Object.entries(truths).filter(([, count]) => count === 0).map(([statement]) => statement);
if (never.length > 0) {
  console.log(`never true, so not tested: ${never.join(', ')}`);
  disagreements += never.length;
}
console.log(`statements that were true: ${Object.entries(truths).map(([statement, count]) => `${statement} ${count}`).join(', ')}`);
process.exitCode = disagreements === 0 ? 0 : 1;

async function compare(image, said) {
  const different = [];
  const findings = {};
  for (const [statement, { rules, intent = 'create', hypervisor, at, isBeyondNova, but }] of Object.entries(STATEMENTS)) {
    const truth = said[statement];
    if (truth === undefined) continue;
    const linter = `${intent} ${hypervisor}`;
    findings[linter] ??= await lint(linters[linter], image);
    const ours = findings[linter].filter((finding) => rules.includes(finding.rule) && (truth || !isBeyondNova?.(finding))
      && (at === undefined || at.includes(propertyOf(finding))));
    if (truth) truths[statement]++;
    if (ours.length > 0 === truth || (truth && but?.(image))) continue;
    different.push(`${statement}: Nova ${truth}, we ${ours.map(({ rule, message: text }) => `${rule} (${text})`).join('; ') || 'nothing'}  ${JSON.stringify(image)}`);
  }
  return different;
}

/** The property that a bus came from; an adapter type sets the bus of disks. */
function propertyOf({ pointer }) {
  const name = pointer.split('/').at(-1);
  return name === 'vmware_adaptertype' ? 'hw_disk_bus' : name;
}

async function lint(linter, { properties, ...attributes }) {
  const { findings, failures } = await linter.lintText(JSON.stringify({ name: 'image', disk_format: 'raw', container_format: 'bare', ...attributes, ...properties }), { path: 'image.json' });
  if (failures.length > 0) throw new Error(failures[0].message);
  return findings;
}

async function ask(images) {
  const child = spawn(PYTHON, [path.join(import.meta.dirname, 'ask.py')], { stdio: ['pipe', 'pipe', 'pipe'] });
  let [output, complaint] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => { output += text; });
  child.stderr.setEncoding('utf8').on('data', (text) => { complaint = (complaint + text).slice(-4000); });
  child.stdin.end(`${images.map((image) => JSON.stringify(image)).join('\n')}\n`);
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`Nova could not be asked: ${complaint}`);
  return output.trimEnd().split('\n').map((line) => JSON.parse(line));
}
