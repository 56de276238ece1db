/** RFC 3339: date, hour, minute, second, offset from UTC. */
const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)[t\s](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d)(?::?(\d\d))?)$/i;

/** What ajv's own `date-time` accepts, without the tables of all formats. The compiled validator of images calls it. */
export const formats = {
  'date-time': { validate: isDateTime },
};

function isDateTime(text: string): boolean {
  const match = DATE_TIME.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const [offsetHour, offsetMinute] = [Number(match[8] ?? 0), Number(match[9] ?? 0)];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || offsetHour > 23 || offsetMinute > 59) return false;
  if (hour <= 23 && minute <= 59 && second <= 59) return true;
  // A leap second is the last one of a day in UTC.
  const offset = (match[7] === '-' ? -1 : 1) * (60 * offsetHour + offsetMinute);
  const inDay = (60 * hour + minute - offset + 2 * 24 * 60) % (24 * 60);
  return second === 60 && inDay === 24 * 60 - 1;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
