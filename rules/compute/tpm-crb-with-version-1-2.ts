import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';

export default defineRule({
  id: 'tpm-crb-with-version-1-2',
  topic: 'compute',
  summary: 'a TPM of version 1.2 has the model tpm-tis',
  severity: 'error',
  consequence: { by: 'nova', when: 'boot', effect: 'fails' },
  inRecord: { severity: 'warning', consequence: { by: 'nova', when: 'boot', effect: 'fails' } },
  why: `The interface CRB came with TPM 2.0. Nova finds the contradiction while it looks for a host: the server is accepted and
ends in ERROR.`,
  source: ['nova nova/virt/hardware.py', 'nova nova/scheduler/utils.py'],
  messages: { tooOld: 'hw_tpm_model is "tpm-crb", but hw_tpm_version is "1.2": CRB exists only in TPM 2.0, so every server fails to start. Write version "2.0", or model "tpm-tis".' },
  examples: {
    bad: [{ manifest: 'name: windows\ndisk_format: qcow2\ncontainer_format: bare\nhw_tpm_model: tpm-crb\nhw_tpm_version: "1.2"\n' }],
    good: [
      { manifest: 'name: windows\ndisk_format: qcow2\ncontainer_format: bare\nhw_tpm_model: tpm-crb\nhw_tpm_version: "2.0"\n' },
      { manifest: 'name: windows\ndisk_format: qcow2\ncontainer_format: bare\nhw_tpm_model: tpm-tis\nhw_tpm_version: "1.2"\n' },
    ],
  },
  reads: ['properties.hw_tpm_model'],
  check(image, context) {
    const nova = new NovaView(image, context);
    if (!nova.is('hw_tpm_model', 'tpm-crb') || !nova.is('hw_tpm_version', '1.2')) return;
    context.report({
      message: 'tooOld',
      at: ['properties', 'hw_tpm_version'],
      fix: { safe: false, description: 'Write "2.0"', change: { replace: '2.0' } },
      related: [{ message: 'the model is set here', at: ['properties', 'hw_tpm_model'] }],
    });
  },
});
