#!/usr/bin/env node
import { CodeCache, purposeOf, type CodeCacheOptions } from './cli/code-cache.js';

/** Filled in when the command is built: it is CommonJS, in parts. */
declare const KEPT_PARTS: CodeCacheOptions['kept'];
declare const AROUND_PARTS: CodeCacheOptions['around'];

/** Seconds. What longer runs compiled first, V8 may have thrown away again. */
const SHORT_RUN = 2;
/** Seconds. Longer runs may have shown how far they are, which Windows writes to terminals in its own time. */
const QUICK_RUN = 0.5;

const argv = process.argv.slice(2);
const cache = new CodeCache({ folder: __dirname, load: require, kept: KEPT_PARTS, around: AROUND_PARTS, purpose: purposeOf(argv) });
const { main } = cache.require('./main.cjs') as typeof import('./cli/main.js');
void main(argv).then(({ code, hasLinted, isDone }) => {
  process.exitCode = code;
  if (hasLinted && process.uptime() < SHORT_RUN) cache.keep();
  // Else Node would wait for what V8 still compiles in the background, and take everything down piece by piece.
  if (isDone && process.uptime() < QUICK_RUN) process.exit();
});
