import type { Finding, ImageIdentity, Place, RelatedPlace } from '../model/finding.js';
import type { Summary } from '../model/report.js';
import { consequenceInWords } from '../words/consequence.js';
import { sentence } from '../words/sentence.js';
import { clip } from '../words/show.js';
import { printable, printablePath } from './printable.js';

/** `1 file`, `2 files`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** In the form that terminals and editors make a link of. */
export function placeOf({ file, range }: Place): string {
  return `${printablePath(file)}:${range.start.line}:${range.start.column}`;
}

export function nameOf({ name, id, index }: ImageIdentity): string {
  const known = name ?? id;
  return known === null ? `number ${index + 1} of the file` : `"${printable(clip(known))}"`;
}

/** `2 errors, 1 info`, or that there was nothing. */
export function verdict({ errors, warnings, infos }: Summary): string {
  const found = [[errors, 'error'], [warnings, 'warning'], [infos, 'info']] as const;
  return found.filter(([number]) => number > 0).map(([number, noun]) => count(number, noun)).join(', ') || 'Nothing found';
}

/** `in 3 files (5 images)`. */
export function extent({ files, images }: Summary): string {
  return `in ${count(files, 'file')} (${count(images, 'image')})`;
}

/** `Note: first used here: images/linux.yaml:2:11.` */
export function relatedInWords(place: RelatedPlace): string {
  return `Note: ${printable(place.message)}: ${placeOf(place)}.`;
}

/** A finding in plain lines: what was found, what happens otherwise, where else to look, how to mend it. */
export function inLines({ message, consequence, related, fix }: Finding): string[] {
  return [
    printable(message),
    consequenceInWords(consequence),
    ...related.map(relatedInWords),
    ...(fix === null ? [] : [`${fix.safe ? 'Fix' : 'Possible fix'}: ${sentence(printable(fix.description))}`]),
  ];
}
