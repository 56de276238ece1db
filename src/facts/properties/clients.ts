import type { PropertyFact } from './property-fact.js';
import { BOOLEAN, exactly, text, TEXT } from './values.js';

const SDK = ['openstacksdk openstack/image/v2/_proxy.py'];
const SCS = ['scs-standards Standards/scs-0102-v1-image-metadata.md', 'scs-standards Tests/iaas/scs_0102_image_metadata/image_metadata.py'];
const scs = { readers: ['scs'], source: SCS } as const;
const DATE = 'YYYY-MM-DD';

/** What clients write for themselves, and what the SCS standard asks for. */
export const CLIENT_PROPERTIES: readonly PropertyFact[] = [
  { name: 'owner_specified.NAME', pattern: /^owner_specified\./, readers: ['client'], summary: 'what openstacksdk remembers of the upload, such as hashes', value: TEXT, example: 'images/ubuntu', source: SDK },
  { ...scs, name: 'os_purpose', summary: 'what the image is for', value: exactly(['generic', 'minimal', 'k8snode', 'gpu', 'network', 'custom', 'oldgeneric']), example: 'generic' },
  {
    ...scs, name: 'replace_frequency', summary: 'how often the image is replaced at least',
    value: exactly(['yearly', 'quarterly', 'monthly', 'weekly', 'daily', 'critical_bug', 'never']), example: 'monthly',
  },
  { ...scs, name: 'provided_until', summary: 'until when the image is provided', value: text(`${DATE}, none or notice`), example: '2027-04-30' },
  { ...scs, name: 'uuid_validity', summary: 'how long the id stays valid', value: text(`none, last-N, ${DATE}, notice or forever`), example: 'last-3' },
  { ...scs, name: 'hotfix_hours', summary: 'hours until an urgent fix', value: text('a whole number of hours'), example: '48' },
  { ...scs, name: 'image_source', summary: 'where the image can be downloaded', value: text('a URL or private'), example: 'https://cloud-images.ubuntu.com/noble/' },
  { ...scs, name: 'image_description', summary: 'release notes or their address', value: text('a URL or text'), example: 'https://cloud-images.ubuntu.com/noble/' },
  { ...scs, name: 'image_build_date', summary: 'when the image was built, UTC', value: text(`${DATE} or ${DATE} hh:mm[:ss]`), example: '2026-08-01' },
  { ...scs, name: 'image_original_user', summary: 'default login', value: text('a user name or none'), example: 'ubuntu' },
  { ...scs, name: 'patchlevel', summary: 'state of patches', value: TEXT, example: '2026-08' },
  { ...scs, name: 'license_included', summary: 'the price includes a license', value: BOOLEAN, example: 'false' },
  { ...scs, name: 'license_required', summary: 'the user must have a license', value: BOOLEAN, example: 'false' },
  { ...scs, name: 'subscription_included', summary: 'the price includes a subscription', value: BOOLEAN, example: 'false' },
  { ...scs, name: 'subscription_required', summary: 'the user must have a subscription', value: BOOLEAN, example: 'false' },
  { ...scs, name: 'maintained_until', summary: 'until when the vendor maintains the system', value: text(DATE), example: '2029-04-30' },
  { ...scs, name: 'l1_support_contact', summary: 'where to ask for support', value: text('a URI'), example: 'mailto:support@example.com' },
];
