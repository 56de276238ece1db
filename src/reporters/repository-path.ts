import { wellFormed } from './printable.js';

/** A file's path from the root of its repository, without `.` and `..`; `..` stays in front when it leads out. */
export function repositoryPath(file: string, root = ''): string {
  const steps: string[] = [];
  for (const step of isAbsolute(file) || root === '' ? file.split('/') : [...root.split('/'), ...file.split('/')]) {
    if (step === '.' || (step === '' && steps.length > 0)) continue;
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else steps.push(step);
  }
  return steps.join('/');
}

/** Starts with a slash or a drive. */
export function isAbsolute(file: string): boolean {
  return /^(?:\/|[a-z]:\/)/i.test(file);
}

/** A path as a URI reference: percent-encoded, and never taken for one with a scheme. */
export function pathToUri(path: string): string {
  const encoded = path.split('/').map((step) => encodeURIComponent(wellFormed(step))).join('/');
  return isAbsolute(path) ? `file://${path.startsWith('/') ? '' : '/'}${encoded.replace('%3A', ':')}` : encoded;
}
