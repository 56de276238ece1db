const STYLES = {
  bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39], cyan: [36, 39],
} as const;

export type Style = keyof typeof STYLES;

/** Puts ANSI colours on text, or leaves it as it is. */
export type Paint = (text: string, ...styles: readonly Style[]) => string;

export function painter(color: boolean): Paint {
  if (!color) return (text) => text;
  return (text, ...styles) => styles.reduce((painted, style) => `\x1b[${STYLES[style][0]}m${painted}\x1b[${STYLES[style][1]}m`, text);
}

/** Text that leads to an address in terminals that know OSC 8 links; others show the text alone. */
export function hyperlink(text: string, address: string): string {
  return /^https?:\/\/[\x21-\x7e]+$/.test(address) ? `\x1b]8;;${address}\x1b\\${text}\x1b]8;;\x1b\\` : text;
}
