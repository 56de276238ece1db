/** Schemes by which images are found. */
export const IMAGE_SCHEMES: readonly string[] = ['http', 'https', 'ftp', 'ftps', 'file', 'oci', 'docker', 's3', 'swift', 'rbd', 'cinder', 'git'];

/** Domains that are reserved for documents and tests. Source: RFC 2606, RFC 6761. */
export const RESERVED_DOMAINS: readonly string[] = ['example.com', 'example.net', 'example.org', 'example', 'invalid', 'test'];

/** Names in a URL's query that carry a right to read: whoever has the URL has the right, until it expires. */
export const SIGNED_QUERY: readonly { readonly name: string; readonly from: string }[] = [
  { name: 'temp_url_sig', from: 'Swift' },
  { name: 'X-Amz-Signature', from: 'S3' },
  { name: 'X-Goog-Signature', from: 'Google Cloud Storage' },
  { name: 'sig', from: 'Azure' },
];

/** Words that somebody wanted to replace. */
export const PLACEHOLDER_WORDS = /^(?:x{3,}|to[ _-]?do|tbd|fixme|change[ _-]?me|replace[ _-]?me|placeholder|<.*>|none|null|n\/a|-|\.\.\.)$/i;
