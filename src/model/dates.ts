/** EDTF level 0 without a time: a year, a month of a year, or a day. */
export const DATE_PATTERN = '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$';

const form = new RegExp(DATE_PATTERN, 'u');

/** Whether a text has the form of an EDTF date of level 0: 2016, 2016-02 or 2016-02-29. */
export function isDateForm(text: string): boolean {
  return form.test(text);
}

/** Whether the day of a date exists in the calendar; true for a year or a month. */
export function dayExists(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return true;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}

/** Whether one date is surely after another: as far as the less precise of the two says. */
export function isAfter(later: string, earlier: string): boolean {
  return later.slice(0, earlier.length) > earlier;
}
