/*
 * Signed images. Sources: cursive cursive/signature_utils.py, which Glance and Nova both verify with;
 * nova nova/objects/fields.py.
 */

export const SIGNATURE = 'img_signature';
export const HASH_METHOD = 'img_signature_hash_method';
export const KEY_TYPE = 'img_signature_key_type';
export const CERTIFICATE = 'img_signature_certificate_uuid';

/** Glance verifies a signature only if all four are there. */
export const SIGNATURE_PROPERTIES = [SIGNATURE, HASH_METHOD, KEY_TYPE, CERTIFICATE] as const;

export const HASH_METHODS: readonly string[] = ['SHA-224', 'SHA-256', 'SHA-384', 'SHA-512'];

/** Other names of the same hashes, in lower case. */
export const HASH_METHOD_ALIASES: Readonly<Record<string, string>> = {
  'sha2-224': 'SHA-224', 'sha2-256': 'SHA-256', 'sha2-384': 'SHA-384', 'sha2-512': 'SHA-512',
};

export interface KeyTypeFact {
  readonly name: string;
  /**
   * `removed`: elliptic curves over binary fields, which the library `cryptography` dropped with version 47; cursive does
   * not know the key type where that is installed. `withdrawn`: not approved for new signatures any more (FIPS 186-5).
   */
  readonly outdated?: 'removed' | 'withdrawn';
}

export const KEY_TYPES: readonly KeyTypeFact[] = [
  { name: 'RSA-PSS' },
  { name: 'ECC_SECP384R1' },
  { name: 'ECC_SECP521R1' },
  { name: 'DSA', outdated: 'withdrawn' },
  { name: 'ECC_SECT409K1', outdated: 'removed' },
  { name: 'ECC_SECT409R1', outdated: 'removed' },
  { name: 'ECC_SECT571K1', outdated: 'removed' },
  { name: 'ECC_SECT571R1', outdated: 'removed' },
];

export const KEY_TYPE_NAMES: readonly string[] = KEY_TYPES.map(({ name }) => name);

/** Names of the same kinds of key elsewhere (OpenSSL, NIST), in lower case. */
export const KEY_TYPE_ALIASES: Readonly<Record<string, string>> = {
  'rsassa-pss': 'RSA-PSS', pss: 'RSA-PSS',
  'secp384r1': 'ECC_SECP384R1', 'p-384': 'ECC_SECP384R1', 'nistp384': 'ECC_SECP384R1',
  'secp521r1': 'ECC_SECP521R1', 'p-521': 'ECC_SECP521R1', 'nistp521': 'ECC_SECP521R1',
  'sect409k1': 'ECC_SECT409K1', 'sect409r1': 'ECC_SECT409R1', 'sect571k1': 'ECC_SECT571K1', 'sect571r1': 'ECC_SECT571R1',
};
