import { defineRule } from '../../src/model/rule.js';
import { NovaView } from '../../src/words/nova.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'tpm-model-without-version',
  topic: 'compute',
  summary: 'an image with a TPM model has a TPM version',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'ignored' },
  why: `\`hw_tpm_version\` switches the emulated TPM on. With \`hw_tpm_model\` alone the guest has no TPM, unless the flavor sets
\`hw:tpm_version\`.`,
  source: ['nova nova/virt/hardware.py', 'nova doc/source/admin/emulated-tpm.rst'],
  messages: { noVersion: 'hw_tpm_model is {model}, but hw_tpm_version is missing: the guest gets no TPM unless the flavor asks for one. Add hw_tpm_version "2.0".' },
  examples: {
    bad: [{ manifest: 'name: windows\ndisk_format: qcow2\ncontainer_format: bare\nos_type: windows\nhw_tpm_model: tpm-crb\n' }],
    good: [
      { manifest: 'name: windows\ndisk_format: qcow2\ncontainer_format: bare\nos_type: windows\nhw_tpm_model: tpm-crb\nhw_tpm_version: "2.0"\n' },
      { manifest: 'name: windows\ndisk_format: qcow2\ncontainer_format: bare\nos_type: windows\nhw_tpm_version: "2.0"\n', note: 'the model is tpm-tis then' },
    ],
  },
  reads: ['properties.hw_tpm_model'],
  check(image, context) {
    const nova = new NovaView(image, context);
    const model = nova.get('hw_tpm_model');
    if (model === undefined || !nova.lacks('hw_tpm_version')) return;
    context.report({ message: 'noVersion', at: ['properties', model.name], data: { model: show(model.value) } });
  },
});
