import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'encryption-model-without-encryption',
  topic: 'compute',
  summary: 'an image with a memory encryption model asks for encryption',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `\`hw_mem_encryption_model\` only says how to encrypt; \`hw_mem_encryption\` says whether. Without it, and without a
flavor that asks for encryption, the guest's memory is not encrypted and nobody says so.`,
  source: ['nova nova/virt/hardware.py'],
  messages: {
    alone: 'hw_mem_encryption_model is {model}, but hw_mem_encryption is not on: memory is not encrypted unless the flavor asks for it. Set hw_mem_encryption to "true".',
  },
  examples: {
    bad: [
      { manifest: 'name: snp\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_encryption_model: amd-sev-snp\nhw_firmware_type: uefi\nhw_firmware_stateless: "true"\n' },
      { manifest: 'name: sev\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_encryption_model: amd-sev\nhw_mem_encryption: enabled\nhw_firmware_type: uefi\n', note: 'Nova does not know the word "enabled"' },
    ],
    good: [{ manifest: 'name: sev\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_encryption_model: amd-sev\nhw_mem_encryption: "true"\nhw_firmware_type: uefi\n' }],
  },
  reads: ['properties.hw_mem_encryption_model'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const model = nova.get('hw_mem_encryption_model');
    if (model === undefined || !nova.isNot('hw_mem_encryption', 'true')) return;
    context.report({ message: 'alone', at: ['properties', model.name], data: { model: show(model.value) } });
  },
});
