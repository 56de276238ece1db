import fc from 'fast-check';

/*
 * Tests take this for "fast-check" (scripts/test.mjs): the same cases in every run, so that a change is judged by what it
 * changes. `FC_SEED=random npm test` looks for new ones.
 */
const { FC_SEED: seed = '20261123' } = process.env;
if (seed !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });

export * from 'fast-check';
export default fc;
