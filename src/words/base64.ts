/**
 * Can Python's `b64decode` read the text? It passes over what is not of its alphabet, stops at padding that
 * completes a group of four, and raises when a group stays incomplete.
 */
export function isBase64(text: string): boolean {
  let inGroup = 0;
  let pads = 0;
  for (const character of text) {
    if (character > '\x7f') return false;
    if (character === '=') {
      pads++;
      if (inGroup >= 2 && inGroup + pads >= 4) return true;
    } else if (/[A-Za-z0-9+/]/.test(character)) {
      pads = 0;
      inGroup = (inGroup + 1) % 4;
    }
  }
  return inGroup === 0;
}
