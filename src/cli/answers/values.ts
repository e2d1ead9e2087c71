import { InvalidArgumentError } from 'commander';

/** The values of an option that takes several, between commas or by being repeated. */
export function list(text: string, before: readonly string[] = []): readonly string[] {
  const values = text.split(',').map((value) => value.trim());
  return [...before, ...values.filter((value) => value !== '')];
}

/** The values of an option that takes one and may be repeated: a name may have commas. */
export function one(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text.trim()];
}

/** A number without a fraction. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Expected a whole number, such as 20.');
  return Number(text);
}
