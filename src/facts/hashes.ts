/**
 * A digest algorithm by its name in Python's hashlib, which is what Glance's option `hashing_algorithm` takes.
 * Sources: glance glance/common/config.py; python-glanceclient glanceclient/v2/images.py; Python's hashlib.
 */
export interface HashFact {
  readonly name: string;
  /** Length of the digest in hexadecimal digits. */
  readonly digits: number;
  /** Somebody who wants to can make two files with the same digest. */
  readonly isWeak?: boolean;
  /** Digest of zero bytes, as computed by hashlib. */
  readonly ofNothing?: string;
}

/** Where two algorithms have digests of the same length, the likelier one stands first. */
export const HASHES: readonly HashFact[] = [
  { name: 'md5', digits: 32, isWeak: true, ofNothing: 'd41d8cd98f00b204e9800998ecf8427e' },
  { name: 'sha1', digits: 40, isWeak: true, ofNothing: 'da39a3ee5e6b4b0d3255bfef95601890afd80709' },
  { name: 'sha224', digits: 56, ofNothing: 'd14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f' },
  { name: 'sha256', digits: 64, ofNothing: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
  {
    name: 'sha384',
    digits: 96,
    ofNothing: '38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b',
  },
  {
    name: 'sha512',
    digits: 128,
    ofNothing: 'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e',
  },
  { name: 'sha3_224', digits: 56 },
  { name: 'sha3_256', digits: 64 },
  { name: 'sha3_384', digits: 96 },
  { name: 'sha3_512', digits: 128 },
  { name: 'blake2s', digits: 64 },
  { name: 'blake2b', digits: 128 },
  { name: 'sha512_224', digits: 56 },
  { name: 'sha512_256', digits: 64 },
  { name: 'sm3', digits: 64 },
  { name: 'ripemd160', digits: 40 },
];

export const HASH_NAMES: readonly string[] = HASHES.map(({ name }) => name);

/** Algorithm of Glance's attribute `checksum`. */
export const CHECKSUM_DIGITS = 32;

/** What people and other tools write for an algorithm, and what hashlib calls it. */
export const HASH_ALIASES: Readonly<Record<string, string>> = {
  'sha2-224': 'sha224', 'sha2-256': 'sha256', 'sha2-384': 'sha384', 'sha2-512': 'sha512',
  'sha512/224': 'sha512_224', 'sha512/256': 'sha512_256', 'sha512-224': 'sha512_224', 'sha512-256': 'sha512_256',
  md5sum: 'md5', sha1sum: 'sha1', sha256sum: 'sha256', sha512sum: 'sha512',
};
