import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'multiqueue-without-virtio',
  topic: 'compute',
  summary: 'an image with several network queues has virtio cards',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: 'Only virtio network cards have several queues. With another `hw_vif_model` Nova passes over `hw_vif_multiqueue_enabled`.',
  source: ['nova nova/virt/libvirt/vif.py'],
  messages: { otherCard: 'hw_vif_multiqueue_enabled has no effect, because hw_vif_model is {model}: only "virtio" cards have several queues.' },
  examples: {
    bad: [{ manifest: 'name: win\ndisk_format: qcow2\ncontainer_format: bare\nhw_vif_model: e1000\nhw_vif_multiqueue_enabled: "true"\n' }],
    good: [
      { manifest: 'name: linux\ndisk_format: qcow2\ncontainer_format: bare\nhw_vif_model: virtio\nhw_vif_multiqueue_enabled: "true"\n' },
      { manifest: 'name: linux\ndisk_format: qcow2\ncontainer_format: bare\nhw_vif_multiqueue_enabled: "true"\n', note: 'virtio is the default' },
      { manifest: 'name: win\ndisk_format: qcow2\ncontainer_format: bare\nhw_vif_model: e1000\nhw_vif_multiqueue_enabled: "false"\n' },
    ],
  },
  reads: ['properties.hw_vif_multiqueue_enabled'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const card = nova.get('hw_vif_model');
    if (!nova.is('hw_vif_multiqueue_enabled', 'true') || card === undefined || card.value === 'virtio') return;
    context.report({
      message: 'otherCard',
      at: ['properties', 'hw_vif_multiqueue_enabled'],
      data: { model: show(card.value) },
      related: [{ message: 'the network card is set here', at: ['properties', card.name] }],
    });
  },
});
