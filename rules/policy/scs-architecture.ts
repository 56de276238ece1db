import { SCS_ARCHITECTURES } from '../../src/facts/scs.js';
import { defineRule } from '../../src/model/rule.js';
import { architectureMeant } from '../../src/words/architecture.js';
import { isProviderImage, NOT_CONFORMANT } from '../../src/words/scs.js';
import { oneOf, show } from '../../src/words/show.js';

export default defineRule({
  id: 'scs-architecture',
  topic: 'policy',
  summary: 'architecture is one that SCS knows',
  severity: 'error',
  consequence: NOT_CONFORMANT,
  presets: ['scs'],
  why: 'The conformance test of SCS-0102 takes three values, letter by letter. Other spellings, such as `amd64`, fail it, even where Nova understands them.',
  source: ['SovereignCloudStack/standards Tests/iaas/scs_0102_image_metadata/image_metadata.py'],
  messages: {
    unknown: 'architecture is {value}, but the conformance test of SCS-0102 takes {allowed} only.',
    misspelt: 'architecture is {value}, which the conformance test of SCS-0102 does not take; write "{guess}".',
  },
  examples: {
    bad: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: amd64\n' },
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: ppc64le\n' },
    ],
    good: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: aarch64\n' },
      { manifest: 'name: Debian 12\nvisibility: private\ndisk_format: qcow2\ncontainer_format: bare\narchitecture: ppc64le\n' },
    ],
  },
  reads: ['properties.architecture'],
  check(image, { report }) {
    const { architecture: value } = image.properties;
    // An empty value is a missing one.
    if (!value || !isProviderImage(image) || SCS_ARCHITECTURES.includes(value)) return;
    const guess = architectureMeant(value);
    const at = ['properties', 'architecture'];
    if (!SCS_ARCHITECTURES.includes(guess)) report({ message: 'unknown', at, data: { value: show(value), allowed: oneOf(SCS_ARCHITECTURES) } });
    else {
      report({
        message: 'misspelt',
        at,
        data: { value: show(value), guess },
        fix: { safe: true, description: `Write "${guess}"`, change: { replace: guess } },
      });
    }
  },
});
