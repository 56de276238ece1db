/** RFC 3339: date, hour, minute, second, offset from UTC. */
const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)[t\s](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d)(?::?(\d\d))?)$/i;

/** What ajv's own `date-time` accepts, without the tables of all formats. The compiled validator of images calls it. */
export const formats = {
  'date-time': { validate: isDateTime },
};

function isDateTime(text: string): boolean {
  const match = DATE_TIME.exec(text);
  if (match === null) return false;
  const number = (group: number): number => Number(match[group] ?? 0);
  if (!isDate(number(1), number(2), number(3)) || number(8) > 23 || number(9) > 59) return false;
  if (number(4) <= 23 && number(5) <= 59 && number(6) <= 59) return true;
  // A leap second is the last one of a day in UTC.
  const offset = (match[7] === '-' ? -1 : 1) * (60 * number(8) + number(9));
  return number(6) === 60 && (60 * number(4) + number(5) - offset + 2 * DAY) % DAY === DAY - 1;
}

/** Minutes. */
const DAY = 24 * 60;

function isDate(year: number, month: number, day: number): boolean {
  const days = month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= days;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
