import formatsOfAjv from 'ajv-formats/dist/formats.js';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { formats } from '../../src/schema/date-time.js';

const own = formats['date-time'].validate;
const theirs = (formatsOfAjv.fullFormats['date-time'] as { validate(text: string): boolean }).validate;

test('dates and times', () => {
  for (const good of ['2025-02-28T23:59:59Z', '2024-02-29t00:00:00z', '2025-01-31 12:30:00.123456+01:00', '2025-12-31T00:00:00-0130', '2016-12-31T23:59:60Z', '2017-01-01T00:59:60+01:00']) {
    assert.ok(own(good), good);
  }
  for (const bad of ['', '2025-02-29T00:00:00Z', '2025-13-01T00:00:00Z', '2025-00-10T00:00:00Z', '2025-04-31T00:00:00Z', '2025-01-01T24:00:00Z', '2025-01-01T00:60:00Z', '2025-01-01T00:00:60Z', '2025-01-01T00:00:00', '2025-01-01', '2025-01-01T00:00:00+24:00', ' 2025-01-01T00:00:00Z', '2025-01-01T00:00:00Z\n']) {
    assert.not.ok(own(bad), bad);
  }
});

test('what ajv accepts', () => {
  const number = (most: number): fc.Arbitrary<string> => fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));
  const zone = fc.oneof(fc.constantFrom('Z', 'z', '', '+00', '-0000'), fc.tuple(fc.constantFrom('+', '-'), number(25), number(61)).map(([sign, hour, minute]) => `${sign}${hour}:${minute}`));
  const text = fc.tuple(fc.constantFrom('2024', '2025', '1900', '2000'), number(13), number(32), fc.constantFrom('T', 't', ' ', '_'), number(23), number(59), number(60), fc.constantFrom('', '.5', '.'), zone)
    .map(([year, month, day, separator, hour, minute, second, fraction, offset]) => `${year}-${month}-${day}${separator}${hour}:${minute}:${second}${fraction}${offset}`);
  fc.assert(fc.property(text, (value) => { assert.is(own(value), theirs(value), value); }), { numRuns: 20_000 });
  const leap = fc.tuple(number(23), number(59), zone).map(([hour, minute, offset]) => `2016-12-31T${hour}:${minute}:60${offset}`);
  fc.assert(fc.property(leap, (value) => { assert.is(own(value), theirs(value), value); }), { numRuns: 20_000 });
});

test.run();
