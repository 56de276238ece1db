// Deterministic images of about 30 attributes and properties, right in every respect; one in a hundred has one mistake.

/** A small random generator (mulberry32): the same numbers on every machine. */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SYSTEMS = [
  { distro: 'ubuntu', version: '24.04', name: 'Ubuntu 24.04', type: 'linux' },
  { distro: 'ubuntu', version: '22.04', name: 'Ubuntu 22.04', type: 'linux' },
  { distro: 'debian', version: '12', name: 'Debian 12', type: 'linux' },
  { distro: 'rocky', version: '9.4', name: 'Rocky Linux 9.4', type: 'linux' },
  { distro: 'fedora', version: '40', name: 'Fedora 40', type: 'linux' },
  { distro: 'windows', version: '2022', name: 'Windows Server 2022', type: 'windows' },
];
const GIB = 2 ** 30;

export const isBad = (index) => index % 100 === 37;

/** Image number `index`. Bad ones have a wrong disk format or a number in quotes, in turn. */
export function image(index) {
  const random = numbers(0x51ed270b ^ Math.imul(index + 1, 0x9e3779b1));
  const pick = (list) => list[Math.floor(random() * list.length)];
  const hex = (digits) => Array.from({ length: digits }, () => '0123456789abcdef'[Math.floor(random() * 16)]).join('');
  const two = (number) => String(number).padStart(2, '0');
  const system = pick(SYSTEMS);
  const size = 300_000_000 + Math.floor(random() * 2_000_000_000);
  const disk = 3 + Math.floor(random() * 40);
  const id = hex(32);
  const day = `${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}T${two(Math.floor(random() * 24))}:${two(Math.floor(random() * 60))}:00Z`;
  const made = {
    id: `${id.slice(0, 8)}-${id.slice(8, 12)}-4${id.slice(13, 16)}-8${id.slice(17, 20)}-${id.slice(20)}`,
    name: `${system.name} build ${index}`,
    disk_format: 'qcow2',
    container_format: 'bare',
    min_disk: disk,
    min_ram: pick([512, 1024, 2048, 4096]),
    size,
    virtual_size: disk * GIB,
    checksum: hex(32),
    os_hash_algo: 'sha512',
    os_hash_value: hex(128),
    visibility: pick(['public', 'private', 'shared', 'community']),
    status: 'active',
    tags: [system.distro, pick(['prod', 'staging', 'golden']), `team-${Math.floor(random() * 20)}`],
    protected: random() < 0.3,
    os_hidden: false,
    owner: hex(32),
    created_at: `2024-${day}`,
    updated_at: `2025-${day}`,
    architecture: 'x86_64',
    hypervisor_type: 'qemu',
    hw_disk_bus: 'scsi',
    hw_scsi_model: 'virtio-scsi',
    hw_vif_model: 'virtio',
    hw_qemu_guest_agent: 'yes',
    hw_machine_type: 'q35',
    hw_firmware_type: pick(['uefi', 'bios']),
    hw_rng_model: 'virtio',
    hw_watchdog_action: 'reset',
    os_type: system.type,
    os_distro: system.distro,
    os_version: system.version,
    os_require_quiesce: 'yes',
  };
  if (isBad(index)) {
    if (Math.floor(index / 100) % 2 === 0) made.disk_format = 'qcow3';
    else made.min_ram = String(made.min_ram);
  }
  return made;
}

/** An image as people write it in YAML; strings that look like something else in quotes. */
export function yamlImage(made, first = '', rest = first) {
  let lead = first;
  let text = '';
  for (const [name, value] of Object.entries(made)) {
    if (name === 'hw_disk_bus') text += `${rest}# hardware\n`;
    if (Array.isArray(value)) text += `${lead}${name}:\n${value.map((item) => `${rest}  - ${item}\n`).join('')}`;
    else text += `${lead}${name}: ${typeof value === 'string' ? scalar(name, value) : value}\n`;
    lead = rest;
  }
  return text;
}

const QUOTED = new Set(['id', 'checksum', 'os_hash_value', 'owner', 'created_at', 'updated_at', 'os_version']);

function scalar(name, value) {
  return QUOTED.has(name) || /^(yes|no|true|false|\d+)$/.test(value) ? JSON.stringify(value) : value;
}
