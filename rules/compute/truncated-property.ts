import { propertyFact } from '../../src/facts/properties/index.js';
import { defineRule } from '../../src/model/rule.js';
import { clip } from '../../src/words/show.js';

/** Length of the columns in which Nova keeps an image's properties for each server. */
const COLUMN = 255;
/** Nova puts `image_` before each name. */
const NAME_LIMIT = COLUMN - 'image_'.length;
/** Read once, from Glance, and never copied. */
const NEVER_COPIED = /^img_signature/;

export default defineRule({
  id: 'truncated-property',
  topic: 'compute',
  summary: 'what Nova reads fits into its database',
  severity: 'warning',
  consequence: { by: 'nova', when: 'boot', effect: 'altered' },
  why: `Nova copies the properties of an image to each server that is made from it, and reads them there from then on:
when the server is rebooted, moved or rebuilt. A value has room for 255 bytes and is cut without a word, so a long
kernel command line loses its end. Names have room for 249 characters, and a longer one is an error of the database.
Glance takes names of 255 characters and values of any length.`,
  source: ['nova nova/utils.py get_system_metadata_from_image', 'nova nova/db/main/models.py InstanceSystemMetadata'],
  messages: {
    cut: '{name} is {length} bytes long, and Nova keeps only the first {limit} of it.',
    name: 'The name of this property has {length} characters, but Nova has room for {limit}: no server can be made from the image.',
  },
  examples: {
    bad: [
      { manifest: `name: kernel\ndisk_format: ami\ncontainer_format: ami\nos_command_line: ${'console=ttyS0,115200n8 '.repeat(12)}end\n` },
      { manifest: `name: kernel\ndisk_format: raw\ncontainer_format: bare\n${'n'.repeat(250)}: x\n` },
    ],
    good: [
      { manifest: `name: kernel\ndisk_format: raw\ncontainer_format: bare\ndescription: ${'long '.repeat(60)}end\n`, note: 'nobody reads it from the server' },
      { manifest: `name: signed\ndisk_format: raw\ncontainer_format: bare\nimg_signature: ${'c2ln'.repeat(86)}\n` },
    ],
  },
  reads: ['*'],
  check({ properties }, { intent, report }) {
    for (const name in properties) {
      const at = ['properties', name];
      const length = [...name].length;
      if (name.length > NAME_LIMIT && length > NAME_LIMIT && length <= COLUMN) {
        report({
          message: 'name', at, onName: true, data: { length, limit: NAME_LIMIT },
          consequence: { by: 'nova', when: 'boot', effect: 'fails' },
          ...(intent === 'create' ? { severity: 'error' } : {}),
        });
      }
      const value = properties[name] as string;
      // No UTF-16 unit takes more than three bytes.
      if (value.length * 3 <= COLUMN || !isKept(name)) continue;
      const bytes = new TextEncoder().encode(value).length;
      if (bytes > COLUMN) report({ message: 'cut', at, data: { name: clip(name), length: bytes, limit: COLUMN } });
    }
  },
});

/** Texts that Nova reads from the server, not from the image. */
function isKept(name: string): boolean {
  const fact = propertyFact(name);
  return fact?.value.kind === 'text' && fact.readers.includes('nova') && !NEVER_COPIED.test(name);
}
