type Token = { readonly kind: 'any' } | { readonly kind: 'one'; fits(character: string): boolean };

/**
 * Does a text match a pattern in full? `*` stands for any text, `?` for one character, `#` for one digit, `[a-z]` for
 * one of a range, `\` before a character for that character. Regular expressions would be richer, and a stranger's
 * configuration could keep the linter busy for years with one; this takes the product of the lengths at most.
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  const tokens = tokensOf(pattern);
  const characters = [...text];
  let token = 0;
  let at = 0;
  let lastAny = -1;
  let resumeAt = 0;
  while (at < characters.length) {
    const next = tokens[token];
    if (next?.kind === 'any') {
      lastAny = token++;
      resumeAt = at;
    } else if (next?.kind === 'one' && next.fits(characters[at] as string)) {
      token++;
      at++;
    } else if (lastAny >= 0) {
      // The last `*` takes one character more.
      token = lastAny + 1;
      at = ++resumeAt;
    } else return false;
  }
  return tokens.slice(token).every(({ kind }) => kind === 'any');
}

function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = [];
  const characters = [...pattern];
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index] as string;
    const set = character === '[' ? /^\[(!?)([^\]]+)\]/u.exec(characters.slice(index).join('')) : null;
    if (character === '*') tokens.push({ kind: 'any' });
    else if (character === '?') tokens.push({ kind: 'one', fits: () => true });
    else if (character === '#') tokens.push({ kind: 'one', fits: (given) => given >= '0' && given <= '9' });
    else if (set !== null) {
      const ranges = rangesOf(set[2] as string);
      const isNegated = set[1] === '!';
      tokens.push({ kind: 'one', fits: (given) => ranges.some(([first, last]) => given >= first && given <= last) !== isNegated });
      index += [...set[0]].length - 1;
    } else {
      const literal = character === '\\' ? (characters[++index] ?? '\\') : character;
      tokens.push({ kind: 'one', fits: (given) => given === literal });
    }
  }
  return tokens;
}

function rangesOf(set: string): [string, string][] {
  return (set.match(/.-.|./gsu) ?? []).map((part) => {
    const [first = '', last = first] = [...part].filter((_, index, all) => all.length < 3 || index !== 1);
    return [first, last];
  });
}
