"""Asks Nova's own functions what becomes of images, for run.mjs.

Reads one JSON object a line: `properties`, and `disk_format` and `min_ram` if the image has them. Answers with one
JSON object a line: null when Nova cannot parse the properties, otherwise statements that Nova makes true or false by
raising or by what it returns. A statement that Nova does not decide for this image is left out.

The flavors: `plain` asks for nothing; `generous` pins CPUs and leaves the page size open. Their CPUs and memory are
what the image's NUMA lists need, so that only the image decides.
"""
import json
import re
import sys
import types
import warnings

warnings.simplefilter('ignore')

from nova import conf  # noqa: E402
from nova import exception  # noqa: E402
from nova import objects  # noqa: E402
from nova.compute import api  # noqa: E402
from nova.compute import utils as compute_utils  # noqa: E402
from nova.objects import fields  # noqa: E402
from nova.scheduler.filters import image_props_filter  # noqa: E402
from nova.virt import hardware  # noqa: E402
from nova.virt.libvirt import blockinfo  # noqa: E402
from nova.virt.libvirt import config as vconfig  # noqa: E402
from nova.virt.libvirt import driver  # noqa: E402
from nova.virt.libvirt import vif  # noqa: E402
from nova.virt.vmwareapi import images as vmware_images  # noqa: E402

objects.register_all()
CONF = conf.CONF
CONF([], project='nova', default_config_files=[])
CONF.set_override('enabled', True, group='serial_console')
CONF.set_override('virt_type', 'kvm', group='libvirt')

HOST = fields.Architecture.X86_64
fields.Architecture.from_host = classmethod(lambda cls: HOST)


def flavor(extra_specs=None, vcpus=2, memory_mb=2048):
    return objects.Flavor(name='f', vcpus=vcpus, memory_mb=memory_mb, root_gb=10, ephemeral_gb=0, swap=0,
                          extra_specs=extra_specs or {})


def raises(call, *args):
    """The class of what a function of Nova raises; None when it returns."""
    try:
        call(*args)
    except exception.NovaException as error:
        return type(error)
    return None


class Host:
    supports_uefi = True
    supports_secure_boot = True

    def get_capabilities(self):
        return types.SimpleNamespace(host=types.SimpleNamespace(cpu=types.SimpleNamespace(arch=HOST)))

    def _check_machine_type(self, caps, machine):
        pass

    def get_loader(self, arch, machine, has_secure_boot):
        return 'loader', 'nvram', False

    def has_min_version(self, *versions, **others):
        return True


class Driver(driver.LibvirtDriver):
    """The libvirt driver on a host that has everything."""

    def __init__(self):
        self._host = Host()

    def _get_guest_config_sysinfo(self, instance):
        return None

    def _get_console_log_path(self, instance):
        return '/dev/null'

    def _serial_ports_already_defined(self, instance):
        return False

    def _create_serial_consoles(self, *args):
        pass


DRIVER = Driver()


class Images:
    """A Glance with an image for every UUID."""

    def get(self, context, image_id):
        if not re.fullmatch('[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}', image_id):
            raise exception.ImageNotFound(image_id=image_id)
        return {'id': image_id}


API = types.SimpleNamespace(image_api=Images())


def find_kernel(properties):
    return api.API._handle_kernel_and_ramdisk(API, None, None, None, {'properties': properties})


def numa(image, extra_specs):
    """Does the API refuse the image with the flavor that suits it best? And what topology does it make?"""
    cpus, memory = image.properties.get('hw_numa_cpus'), image.properties.get('hw_numa_mem')
    nodes = max(image.properties.get('hw_numa_nodes') or 1, 1)
    vcpus = max(set().union(*cpus), default=0) + 1 if cpus else nodes
    least = max(image.min_ram, 1)
    memory_mb = sum(memory) if memory else -(-least // nodes) * nodes
    try:
        topology = hardware.numa_get_constraints(flavor(extra_specs, vcpus, memory_mb), image)
    except exception.NovaException:
        return True, None
    # Only a topology ties the flavor's memory to the lists; and the API refuses flavors below min_ram.
    return topology is not None and memory_mb < least, topology


def answer(case):
    properties = case['properties']
    try:
        image = objects.ImageMeta.from_dict({
            'id': 'i', 'name': 'n', 'disk_format': case.get('disk_format', 'raw'), 'container_format': 'bare',
            'min_ram': case.get('min_ram', 0), 'min_disk': 0, 'size': 1, 'properties': properties,
        })
    except (ValueError, TypeError, exception.Invalid):
        return None
    props = image.properties
    plain = flavor()
    said = {}

    # nova.virt.hardware, as nova.compute.api and the scheduler call it
    said['memory encryption raises'] = raises(hardware.get_mem_encryption_constraint, plain, image) is not None
    said['vtpm raises'] = raises(hardware.get_vtpm_constraint, plain, image) is not None
    if not said['vtpm raises']:
        said['tpm model unused'] = 'hw_tpm_model' in props and hardware.get_vtpm_constraint(plain, image) is None
    said['topology raises'] = raises(hardware.get_cpu_topology_constraints, plain, image) is not None
    one = flavor(vcpus=1)
    said['best topology raises'] = raises(hardware.get_best_cpu_topology, one, image) is not None
    said['page size raises'] = raises(hardware._get_numa_pagesize_constraint, plain, image) is not None
    anysize = flavor({'hw:mem_page_size': 'any'})
    said['page size raises anyhow'] = raises(hardware._get_numa_pagesize_constraint, anysize, image) is not None
    said['locked memory raises'] = raises(hardware.get_locked_memory_constraint, plain, image) is not None
    said['node count raises'] = raises(hardware._get_numa_node_count_constraint, plain, image) is not None
    said['numa raises'], topology = numa(image, {})
    has_lists = 'hw_numa_cpus' in props or 'hw_numa_mem' in props
    if not said['numa raises']:
        said['numa lists unused'] = has_lists and topology is None
    asks = bool(props.get('hw_numa_nodes') or props.get('hw_mem_page_size')
                or props.get('hw_cpu_policy') in ('dedicated', 'mixed'))
    if asks or not has_lists:
        generous = {'hw:cpu_policy': 'dedicated', 'hw:mem_page_size': 'any'}
        said['numa raises anyhow'] = numa(image, generous)[0]
    left = dict(properties)
    objects.ImageMetaProps.from_dict(left)
    said['numa entry never read'] = any(
        name.startswith(('hw_numa_cpus.', 'hw_numa_mem.')) and name.split('.', 1)[1] in map(str, range(128))
        for name in left)
    said['realtime mask unused'] = bool(props.get('hw_cpu_realtime_mask')) and \
        hardware.get_realtime_cpu_constraint(plain, image) is None
    said['ephemeral format unused'] = 'hw_ephemeral_encryption_format' in props and \
        not hardware.get_ephemeral_encryption_constraint(plain, image)

    # nova.compute.api and nova.compute.manager
    said['kernel not found'] = raises(find_kernel, properties) is not None
    said['encrypted'] = raises(api.API._detect_nonbootable_image_from_properties, 'i', {'properties': properties}) is not None
    server = types.SimpleNamespace(system_metadata={f'image_{name}': value for name, value in properties.items()})
    timeout = compute_utils.get_value_from_system_metadata(server, key='image_os_shutdown_timeout', type=int, default=60)
    said['power cut at once'] = timeout <= 0

    # The scheduler, with KVM hosts
    if props.get('hw_architecture', HOST) == HOST:
        hosts = types.SimpleNamespace(supported_instances=[[HOST, 'qemu', 'hvm'], [HOST, 'kvm', 'hvm']])
        said['no valid host'] = not image_props_filter.ImagePropertiesFilter()._instance_supported(hosts, props, None)
    if props.get('img_hv_type') == 'vmware':
        said['vmware refuses format'] = raises(
            lambda: vmware_images.VMwareImage('i', file_type=image.disk_format)) is not None

    # The libvirt driver
    if props.get('img_hv_type', 'kvm') in ('kvm', 'qemu'):
        said.update(ask_driver(image, properties, plain))
    return said


def ask_driver(image, properties, plain):
    props = image.properties
    said = {}
    server = types.SimpleNamespace(uuid='u', name='n', os_type='linux', system_metadata={}, kernel_id='', ramdisk_id='')

    guest = vconfig.LibvirtConfigGuest()
    error = raises(DRIVER._configure_guest_by_virt_type, guest, server, image, plain)
    if error in (None, exception.SecureBootNotSupported):
        said['secure boot fails'] = error is exception.SecureBootNotSupported
        said['secure boot left out'] = error is None and props.get('os_secure_boot') == 'required' and not guest.os_loader_secure
    machine = vconfig.LibvirtConfigGuest()
    machine.os_mach_type = driver.libvirt_utils.get_machine_type(image)
    emulated = DRIVER._check_emulation_arch(image)
    said['machine of another emulator'] = 'hw_machine_type' not in props and \
        machine.os_mach_type != driver.libvirt_utils.get_default_machine_type(emulated)
    said['viommu raises'] = raises(DRIVER._get_iommu_model, machine, image, plain) is not None
    said['video ram raises'] = raises(DRIVER._add_video_driver, vconfig.LibvirtConfigGuest(), image, plain) is not None
    said['serial ports raise'] = raises(DRIVER._create_consoles, vconfig.LibvirtConfigGuest(), server, plain, image) is not None

    no_agent = raises(DRIVER._can_quiesce, server, image) is exception.QemuGuestAgentNotEnabled
    said['quiesced snapshot fails'] = bool(DRIVER._requires_quiesce(image)) and no_agent
    said['admin password fails'] = 'os_admin_user' in props and \
        raises(DRIVER._can_set_admin_password, image) is exception.QemuGuestAgentNotEnabled
    if 'hw_pointer_model' in props:
        pointing = vconfig.LibvirtConfigGuest()
        pointing.os_type = fields.VMMode.HVM
        said['pointer model overridden'] = DRIVER._get_pointer_bus_and_model(pointing, image)[1] != 'usb'

    def bus(device):
        return blockinfo.get_disk_bus_for_device_type(None, 'kvm', image, device)

    said['bus raises'] = any(raises(bus, device) is not None for device in ('disk', 'cdrom', 'floppy'))
    rescue_device = raises(blockinfo.get_rescue_device, image)
    said['rescue device raises'] = rescue_device is not None
    rescue_bus = raises(blockinfo.get_rescue_bus, None, 'kvm', image, 'disk')
    said['rescue bus raises'] = rescue_bus is exception.UnsupportedRescueBus
    controller = DRIVER._get_scsi_controller(image)
    if not said['bus raises']:
        buses = [bus('disk'), bus('cdrom'), props.get('hw_rescue_bus')]
        said['scsi controller unused'] = controller is not None and 'scsi' not in buses
        said['scsi controller left to libvirt'] = controller is None and bus('disk') == 'scsi'

    two = flavor(vcpus=2)
    cards = vif.LibvirtGenericVIFDriver()
    try:
        card = cards.get_base_config(None, 'ca:fe:de:ad:be:ef', image, two, 'kvm', 'normal')
        said['network card raises'] = False
        asked = hardware.get_vif_multiqueue_constraint(two, image)
        said['multiqueue unused'] = asked and not card.vhost_queues
    except exception.UnsupportedHardware:
        said['network card raises'] = True

    if raises(find_kernel, properties) is None:
        kernel, ramdisk = find_kernel(properties)
        server.kernel_id, server.ramdisk_id = kernel or '', ramdisk or ''
        booted = vconfig.LibvirtConfigGuest()
        disks = {'disk_bus': 'virtio', 'cdrom_bus': 'ide', 'mapping': {'root': {'bus': 'virtio', 'type': 'disk', 'dev': 'vda', 'boot_index': '1'}}}
        DRIVER._conf_non_lxc(booted, '/dev/vda', None, server, '/', image, disks)
        line = props.get('os_command_line')
        said['command line unused'] = bool(line) and booted.os_cmdline != line
        said['ramdisk unused'] = ramdisk is not None and booted.os_initrd is None
    return said


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))))
