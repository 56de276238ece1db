export interface UrlParts {
  /** In lower case. */
  readonly scheme: string;
  /** What stands before `@`; undefined without one. */
  readonly userInfo: string | undefined;
  /** In lower case, without the port. */
  readonly host: string;
  readonly path: string;
  /** Without the question mark; empty without one. */
  readonly query: string;
}

/** The parts of a URL as they are written; undefined for what is none. */
export function urlParts(text: string): UrlParts | undefined {
  const match = /^([a-z][a-z0-9+.-]*):\/\/(?:([^/?#]*)@)?(\[[^\]]*\]|[^/?#:]*)(?::\d*)?([^?#]*)(?:\?([^#]*))?/i.exec(text.trim());
  if (match === null) return undefined;
  const [, scheme = '', userInfo, host = '', path = '', query = ''] = match;
  return { scheme: scheme.toLowerCase(), userInfo, host: host.toLowerCase(), path, query };
}

/** How a file's name ends, in lower case, without the dot. */
export function endingOf(path: string): string | undefined {
  return /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
}
