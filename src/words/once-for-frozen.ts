/** A question about an object that is asked once of each that cannot change: there the answer stays the same. */
export function onceForFrozen<T extends object, Answer>(ask: (object: T) => Answer): (object: T) => Answer {
  const answers = new WeakMap<T, Answer>();
  return (object) => {
    const known = answers.get(object);
    if (known !== undefined) return known;
    const answer = ask(object);
    if (Object.isFrozen(object)) answers.set(object, answer);
    return answer;
  };
}
