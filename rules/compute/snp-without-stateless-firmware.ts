import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'snp-without-stateless-firmware',
  topic: 'compute',
  summary: 'an image that asks for AMD SEV-SNP has stateless firmware',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'rejected' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'rejected' } },
  why: `A guest under SEV-SNP must not keep its UEFI variables in a file that the host can change. So Nova refuses
\`hw_mem_encryption_model=amd-sev-snp\` unless \`hw_firmware_stateless\` is true. AMD SEV and SEV-ES do not need it.`,
  source: ['nova nova/virt/hardware.py', 'nova doc/source/admin/sev.rst'],
  messages: { stateful: 'hw_mem_encryption_model is "amd-sev-snp", but hw_firmware_stateless is not on: Nova refuses every server. Set hw_firmware_stateless to "true".' },
  examples: {
    bad: [
      { manifest: 'name: snp\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_encryption: "true"\nhw_mem_encryption_model: amd-sev-snp\nhw_firmware_type: uefi\nhw_machine_type: q35\n' },
      { manifest: 'name: snp\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_encryption: "true"\nhw_mem_encryption_model: amd-sev-snp\nhw_firmware_type: uefi\nhw_firmware_stateless: "no"\n' },
    ],
    good: [
      { manifest: 'name: snp\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_encryption: "true"\nhw_mem_encryption_model: amd-sev-snp\nhw_firmware_type: uefi\nhw_firmware_stateless: "true"\n' },
      { manifest: 'name: sev\ndisk_format: qcow2\ncontainer_format: bare\nhw_mem_encryption: "true"\nhw_mem_encryption_model: amd-sev-es\nhw_firmware_type: uefi\n' },
    ],
  },
  reads: ['properties.hw_mem_encryption_model'],
  check(image, context) {
    const nova = new NovaView(image, context);
    if (!nova.is('hw_mem_encryption', 'true') || !nova.is('hw_mem_encryption_model', 'amd-sev-snp')) return;
    if (!nova.isNot('hw_firmware_stateless', 'true')) return;
    const stateless = nova.get('hw_firmware_stateless');
    context.report({
      message: 'stateful',
      at: ['properties', stateless?.name ?? 'hw_mem_encryption_model'],
      fix: stateless === undefined ? undefined : { safe: false, description: 'Write "true"', change: { replace: 'true' } },
    });
  },
});
