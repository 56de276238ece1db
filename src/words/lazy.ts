/** A value that is made when it is first asked for: most runs do without most tables. */
export function lazy<T extends object | null>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    if (made === undefined) made = make();
    return made;
  };
}
