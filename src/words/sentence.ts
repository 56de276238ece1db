/** A clause as a sentence: a full stop behind, and a capital in front unless the first word is a name in code. */
export function sentence(clause: string): string {
  const text = /^[a-z]+(?![\w.:/])/.test(clause) ? `${clause[0]?.toUpperCase()}${clause.slice(1)}` : clause;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
