import type { Column, InTwoLanguages } from '../model/column.ts';
import { dayExists, isDateForm } from '../model/dates.ts';
import { LIST_SEPARATOR, type Constraints } from './descriptor.ts';
import type { Finding } from './problem.ts';
import { findInText } from './text-checks.ts';

/** Finds what is wrong with the text of a cell; `null` when all is well. */
export type CellCheck = (text: string) => Finding | null;

/**
 * The check of a column: its type, the model's constraints and those of the package's descriptor, which may be
 * tighter. One finding per cell: the first explains the others.
 */
export function cellCheck(column: Column, constraintSets: readonly Constraints[]): CellCheck {
  const required = column.required === true || constraintSets.some((constraints) => constraints.required === true);
  const checks = [
    findInText,
    typeCheck(column),
    ...constraintSets.flatMap((constraints) => constraintChecks(column, constraints)),
  ];
  return (text) => {
    if (text === '') return required ? emptyCell() : null;
    for (const check of checks) {
      const finding = check(text);
      if (finding !== null) return finding;
    }
    return null;
  };
}

function emptyCell(): Finding {
  return {
    value: null,
    expected: { es: 'un valor: la columna es obligatoria', en: 'a value: the column is required' },
    mend: { es: 'llene la celda', en: 'fill the cell' },
  };
}

function typeCheck(column: Column): CellCheck {
  switch (column.type) {
    case 'string':
      return () => null;
    case 'list':
      return findInList;
    case 'date':
      return findInDate;
    case 'url':
      return findInUrl;
    case 'boolean':
      return formCheck(
        /^(true|false)$/,
        { es: 'true o false', en: 'true or false' },
        { es: 'escriba true o false, en minúsculas', en: 'write true or false, in lower case' },
      );
    case 'year':
      return formCheck(
        /^[0-9]{4}$/,
        { es: 'un año de cuatro cifras', en: 'a year of four digits' },
        { es: 'escríbalo como 2016', en: 'write it as 2016' },
      );
    case 'integer':
      return formCheck(
        /^-?[0-9]{1,15}$/,
        { es: 'un número entero', en: 'a whole number' },
        {
          es: 'use solo cifras, sin puntos, comas ni espacios',
          en: 'use digits only, without points, commas or spaces',
        },
      );
    case 'number':
      return formCheck(
        /^-?[0-9]{1,15}(\.[0-9]{1,15})?$/,
        { es: 'un número', en: 'a number' },
        {
          es: 'use punto decimal y ningún otro signo, como 19.43',
          en: 'use a decimal point and no other sign, as in 19.43',
        },
      );
  }
}

function formCheck(form: RegExp, expected: InTwoLanguages, mend: InTwoLanguages): CellCheck {
  return (value) => (form.test(value) ? null : { value, expected, mend });
}

function findInList(value: string): Finding | null {
  const entries = value.split(LIST_SEPARATOR);
  if (entries.some((entry) => entry === '' || entry !== entry.trim() || entry.includes('|'))) {
    return {
      value,
      expected: {
        es: 'valores separados por " | ", ninguno vacío',
        en: 'values separated by " | ", none of them empty',
      },
      mend: {
        es: 'ponga un espacio antes y otro después de cada barra, y quite las que sobren',
        en: 'put one space before and one after each bar, and remove bars at the ends',
      },
    };
  }
  const repeated = entries.find((entry, index) => entries.indexOf(entry) < index);
  return repeated === undefined
    ? null
    : {
        value: repeated,
        expected: { es: 'cada valor de la lista una sola vez', en: 'each value of the list once' },
        mend: { es: 'quite el valor repetido', en: 'remove the repeated value' },
      };
}

function findInDate(value: string): Finding | null {
  if (!isDateForm(value)) {
    return {
      value,
      expected: { es: 'una fecha como 2016, 2016-02 o 2016-02-29', en: 'a date such as 2016, 2016-02 or 2016-02-29' },
      mend: {
        es: 'escriba año, mes y día en ese orden, con guiones, y solo hasta donde lo dice la fuente',
        en: 'write year, month and day in that order, with hyphens, only as far as the source says',
      },
    };
  }
  return dayExists(value)
    ? null
    : {
        value,
        expected: { es: 'un día que exista en el calendario', en: 'a day that exists in the calendar' },
        mend: {
          es: 'corrija el día, o deje solo el año y el mes',
          en: 'correct the day, or leave only the year and the month',
        },
      };
}

function findInUrl(value: string): Finding | null {
  const isWebAddress = /^https?:\/\/[^\s/]+/i.test(value) && !/\s/.test(value) && URL.canParse(value);
  return isWebAddress
    ? null
    : {
        value,
        expected: { es: 'una dirección web completa', en: 'a complete web address' },
        mend: { es: 'empiece con http:// o https://', en: 'begin with http:// or https://' },
      };
}

function constraintChecks(
  { name }: Column,
  { enum: values, pattern, minLength = 0, maxLength = Infinity, minimum = -Infinity, maximum = Infinity }: Constraints,
): readonly CellCheck[] {
  const checks: CellCheck[] = [];
  if (values !== undefined) checks.push(enumCheck(values));
  if (pattern !== undefined) checks.push(patternCheck(pattern, name === 'id' ? idForm : otherForm));
  if (minLength > 0 || maxLength < Infinity) checks.push(lengthCheck(minLength, maxLength));
  if (minimum > -Infinity || maximum < Infinity) checks.push(rangeCheck(minimum, maximum));
  return checks;
}

function enumCheck(values: readonly string[]): CellCheck {
  const known = new Set(values);
  const list = values.join(', ');
  return (value) =>
    known.has(value)
      ? null
      : {
          value,
          expected: { es: `uno de estos valores: ${list}`, en: `one of these values: ${list}` },
          mend: { es: 'escriba uno de ellos, tal cual', en: 'write one of them, letter by letter' },
        };
}

const idForm: InTwoLanguages = {
  es: 'escríbalo como los demás ids de la tabla: minúsculas sin acentos ni ñ, cifras y guiones, sin espacios',
  en: 'write it like the other ids of the table: lower case without accents, digits and hyphens, no spaces',
};

const otherForm: InTwoLanguages = {
  es: 'corrija el texto; la descripción de la columna en datapackage.json da un ejemplo',
  en: 'correct the text; the description of the column in datapackage.json gives an example',
};

function patternCheck(pattern: string, mend: InTwoLanguages): CellCheck {
  return formCheck(
    new RegExp(`^(?:${pattern})$`, 'u'),
    { es: `un texto de la forma ${pattern}`, en: `a text of the form ${pattern}` },
    mend,
  );
}

function lengthCheck(minimum: number, maximum: number): CellCheck {
  const range = `${minimum} – ${maximum === Infinity ? '…' : maximum}`;
  return (value) =>
    value.length >= minimum && value.length <= maximum
      ? null
      : {
          value,
          expected: { es: `un texto de ${range} caracteres`, en: `a text of ${range} characters` },
          mend: { es: `tiene ${value.length}: ajuste el texto`, en: `it has ${value.length}: adjust the text` },
        };
}

function rangeCheck(minimum: number, maximum: number): CellCheck {
  const range = `${minimum === -Infinity ? '…' : minimum} – ${maximum === Infinity ? '…' : maximum}`;
  return (value) =>
    Number(value) >= minimum && Number(value) <= maximum
      ? null
      : {
          value,
          expected: { es: `un número en el intervalo ${range}`, en: `a number in the range ${range}` },
          mend: { es: 'corrija el número', en: 'correct the number' },
        };
}
