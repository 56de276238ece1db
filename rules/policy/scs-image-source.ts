import { SCS_SOURCE_SCHEMES } from '../../src/facts/scs.js';
import { defineRule } from '../../src/model/rule.js';
import { isProviderImage, NOT_CONFORMANT } from '../../src/words/scs.js';
import { show } from '../../src/words/show.js';

export default defineRule({
  id: 'scs-image-source',
  topic: 'policy',
  summary: 'image_source is a web address or "private"',
  severity: 'error',
  consequence: NOT_CONFORMANT,
  presets: ['scs'],
  why: `Users shall be able to see where an image comes from, or that it cannot be downloaded. The conformance test takes
\`http\`, \`https\`, \`ftp\` and \`ftps\`, in lower case, and the word \`private\`.`,
  source: ['SovereignCloudStack/standards Standards/scs-0102-v1-image-metadata.md', 'SovereignCloudStack/standards Tests/iaas/scs_0102_image_metadata/image_metadata.py'],
  messages: {
    unknown: 'image_source is {value}, but SCS-0102 takes an address that begins with http, https, ftp or ftps, or "private".',
    letterCase: 'image_source is {value}, but SCS-0102 writes it "private".',
  },
  examples: {
    bad: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: cloud.debian.org\n' },
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: Private\n' },
    ],
    good: [
      { manifest: 'name: Debian 12\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: https://cloud.debian.org/images/cloud/bookworm/\n' },
      { manifest: 'name: Windows Server 2022\nvisibility: public\ndisk_format: qcow2\ncontainer_format: bare\nimage_source: private\n' },
    ],
  },
  reads: ['properties.image_source'],
  check(image, { report }) {
    const { image_source: value } = image.properties;
    if (!value || !isProviderImage(image) || value === 'private') return;
    const scheme = value.slice(0, Math.max(0, value.indexOf('://')));
    if (SCS_SOURCE_SCHEMES.includes(scheme)) return;
    const isPrivate = value.trim().toLowerCase() === 'private';
    report({
      message: isPrivate ? 'letterCase' : 'unknown',
      at: ['properties', 'image_source'],
      data: { value: show(value) },
      fix: isPrivate ? { safe: true, description: 'Write "private"', change: { replace: 'private' } } : undefined,
    });
  },
});
