import { defineRule } from '../../src/model/rule.js';
import { flexibleBoolean } from '../../src/words/python.js';
import { AGAINST_THE_TEXT, isProviderImage } from '../../src/words/scs.js';
import { show } from '../../src/words/show.js';

const FLAGS = ['license_included', 'license_required', 'subscription_included', 'subscription_required'];

export default defineRule({
  id: 'scs-licenses',
  topic: 'policy',
  summary: 'licenses and subscriptions are told by yes or no, and do not contradict each other',
  severity: 'warning',
  consequence: AGAINST_THE_TEXT,
  presets: ['scs'],
  why: `Whether a license is in the price or has to be brought along decides what an image costs. SCS-0102 has two booleans for it, which
cannot both be true, and two more for subscriptions; what is absent counts as false.`,
  source: ['SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md'],
  messages: {
    word: '{name} is {value}, but SCS-0102 asks for a boolean: "true" or "false".',
    both: 'license_included and license_required are both true, but the license is either in the price or the user\'s to bring.',
  },
  examples: {
    bad: [
      { manifest: 'name: Windows Server 2022\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nlicense_included: "true"\nlicense_required: "true"\n' },
      { manifest: 'name: RHEL 9\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nsubscription_required: BYOS\n' },
    ],
    good: [
      { manifest: 'name: Windows Server 2022\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nlicense_included: "True"\nlicense_required: "False"\n' },
      { manifest: 'name: RHEL 9\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nsubscription_required: "yes"\n' },
    ],
  },
  reads: FLAGS.map((name) => `properties.${name}`),
  check(image, { report }) {
    if (!isProviderImage(image)) return;
    const { properties } = image;
    for (const name of FLAGS) {
      const value = properties[name];
      if (value !== undefined && !flexibleBoolean(value).isKnown) report({ message: 'word', at: ['properties', name], data: { name, value: show(value) } });
    }
    const isTrue = (name: string): boolean => flexibleBoolean(properties[name] ?? '').value;
    if (isTrue('license_included') && isTrue('license_required')) {
      report({ message: 'both', at: ['properties', 'license_required'], related: [{ message: 'license_included', at: ['properties', 'license_included'] }] });
    }
  },
});
