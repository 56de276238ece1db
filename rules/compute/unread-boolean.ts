import { BOOLEAN_GUESSES } from '../../src/facts/properties/boolean-words.js';
import { PROPERTIES, propertyFact } from '../../src/facts/properties/index.js';
import { isOlderThan } from '../../src/facts/releases.js';
import { defineRule } from '../../src/model/rule.js';
import { nearest } from '../../src/words/nearest.js';
import { flexibleBoolean } from '../../src/words/python.js';
import { show } from '../../src/words/show.js';

const WORDS = ['true', 'false', 'yes', 'no', 'on', 'off'];
const READ = PROPERTIES.filter(({ readers, value, until }) => readers.includes('nova') && value.kind === 'boolean' && until === undefined);

export default defineRule({
  id: 'unread-boolean',
  topic: 'compute',
  summary: 'switches that Nova reads are set by words that it knows',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'altered' },
  why: `Nova takes \`1\`, \`t\`, \`true\`, \`on\`, \`y\` and \`yes\` for yes, in any letter case. Everything else is no, and it
never complains: with \`hw_qemu_guest_agent: enabled\` there is no guest agent.`,
  source: ['oslo.utils oslo_utils/strutils.py bool_from_string', 'oslo.versionedobjects oslo_versionedobjects/fields.py', 'nova nova/objects/image_meta.py'],
  messages: {
    meantYes: '{name} is {value}, which Nova does not know and takes for "no"; write "{guess}".',
    meantNo: '{name} is {value}, which Nova does not know; it takes it for "no", as it would any other word. Write "{guess}".',
    unknown: '{name} is {value}, which Nova does not know and takes for "no"; write "true" or "false".',
  },
  examples: {
    bad: [
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_qemu_guest_agent: enabled\n' },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_vif_multiqueue_enabled: ture\nhw_pmu: disabled\n', count: 2 },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nproperties:\n  os_require_quiesce: guest\n' },
    ],
    good: [
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nhw_qemu_guest_agent: "Yes"\nhw_boot_menu: "off"\nhw_pmu: " TRUE "\n' },
      { manifest: 'name: debian\ndisk_format: qcow2\ncontainer_format: bare\nlicense_included: included\n', note: 'not for Nova' },
    ],
  },
  reads: READ.map(({ name }) => `properties.${name}`),
  check({ properties }, { cloud, report }) {
    for (const name in properties) {
      const text = properties[name] as string;
      const fact = propertyFact(name);
      if (fact?.value.kind !== 'boolean' || !fact.readers.includes('nova') || fact.until !== undefined) continue;
      if (flexibleBoolean(text).isKnown || isOlderThan(cloud.release, fact.since ?? '')) continue;
      const guess = nearest(text, WORDS, BOOLEAN_GUESSES);
      const at = ['properties', name];
      const data = { name, value: show(text), guess: guess ?? '' };
      const fix = guess === undefined ? undefined : { safe: false, description: `Write "${guess}"`, change: { replace: guess } };
      if (guess === undefined) report({ message: 'unknown', at, data });
      else if (flexibleBoolean(guess).value) report({ message: 'meantYes', at, data, fix });
      else report({ message: 'meantNo', at, data, fix, severity: 'info', consequence: { by: 'reader', when: 'always', effect: 'unclear' } });
    }
  },
});
