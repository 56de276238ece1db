/**
 * Does Nova read this as a page size: a word, a number of KiB, or a number with a unit?
 * Source: nova nova/virt/hardware.py, oslo.utils oslo_utils/strutils.py string_to_bytes.
 */
export function isPageSize(text: string): boolean {
  return /^(?:any|large|small|\d+|[-+]?\d*\.?\d+(?:[KMGT]i?)?(?:b|bit|B))$/.test(text);
}

/** The page size that was surely meant by a text that Nova cannot read. */
export function meantPageSize(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  if (isPageSize(word)) return word;
  const match = /^(\d+)\s*([kmg])(i?)b?$/.exec(word);
  return match === null ? undefined : `${match[1]}${match[2]?.toUpperCase()}${match[3]}B`;
}
