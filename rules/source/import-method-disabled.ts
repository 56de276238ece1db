import { defineRule } from '../../src/model/rule.js';
import { oneOf } from '../../src/words/show.js';

const METHOD = 'web-download';
/** Tools that ask Glance for its methods, and upload the image themselves where it cannot fetch it. */
const ASKS_FIRST: ReadonlySet<string> = new Set(['orc']);

export default defineRule({
  id: 'import-method-disabled',
  topic: 'source',
  summary: 'the cloud fetches images itself if a manifest wants it to',
  severity: 'error',
  consequence: { by: 'glance', when: 'import', effect: 'rejected' },
  why: `With the import method \`web-download\`, Glance fetches an image itself. A cloud whose operator has switched that off
(\`enabled_import_methods\`) answers 400, and the new image stays empty. The rule knows the methods from
\`cloud.importMethods\` or from what \`GET /v2/info/import\` returned (\`cloud.from\`).`,
  source: ['glance glance/api/v2/images.py RequestDeserializer.import_image', 'openstack-resource-controller internal/controllers/image canWebDownload'],
  messages: {
    disabled: 'Glance shall fetch the image itself (web-download), but this cloud imports only by {methods}. Download it and upload it instead.',
    none: 'Glance shall fetch the image itself (web-download), but this cloud imports nothing. Download the image and upload it instead.',
  },
  examples: {
    bad: [
      { manifest: heat('https://images.acme.dev/debian-13.raw'), cloud: { importMethods: ['glance-direct', 'copy-image'] } },
      { manifest: heat('https://images.acme.dev/debian-13.raw'), cloud: { importMethods: [] } },
    ],
    good: [
      { manifest: heat('https://images.acme.dev/debian-13.raw'), cloud: { importMethods: ['glance-direct', METHOD] } },
      { manifest: heat('https://images.acme.dev/debian-13.raw'), note: 'what the cloud allows is not known' },
      {
        manifest: `apiVersion: openstack.k-orc.cloud/v1alpha1
kind: Image
metadata: {name: debian}
spec:
  cloudCredentialsRef: {secretName: openstack-clouds, cloudName: openstack}
  managementPolicy: managed
  resource:
    content:
      diskFormat: raw
      download: {url: "https://images.acme.dev/debian-13.raw"}
`,
        cloud: { importMethods: ['glance-direct'] },
        note: 'this tool then uploads the image itself',
      },
    ],
  },
  reads: ['source.web_download'],
  check({ source }, { cloud: { importMethods: methods }, dialect, report }) {
    if (source?.web_download !== true || methods === null || methods.includes(METHOD) || ASKS_FIRST.has(dialect.name)) return;
    report({ message: methods.length === 0 ? 'none' : 'disabled', at: ['source', source.url === undefined ? 'web_download' : 'url'], data: { methods: oneOf(methods) } });
  },
});

function heat(url: string): string {
  return `heat_template_version: 2021-04-16
resources:
  debian:
    type: OS::Glance::WebImage
    properties:
      name: debian
      disk_format: raw
      container_format: bare
      location: "${url}"
`;
}
