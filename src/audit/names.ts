import { listOf } from '../dataset/cell-text.ts';
import type { Finding } from '../dataset/problem.ts';
import type { EntityKind } from '../model/kinds.ts';
import { tieOf } from '../model/ties.ts';
import { placeOf, type AuditedRow, type Check, type Standing } from './check.ts';
import { lookAlikes, type Form, type LookAlikes, type Named } from './look-alikes.ts';
import { wordsOf } from './words.ts';

interface NamedRow extends Named, Standing {}

/** Their names are retold texts, or entries of lists that are never merged. */
const texts: readonly EntityKind[] = ['PROGRAM', 'RECOMMENDATION', 'PROPOSAL', 'POSITION'];
const places: readonly EntityKind[] = ['CITY', 'STATE', 'COUNTRY', 'REGION'];

/**
 * No two things of one kind have names so alike that a reader must wonder whether they are one, unless a row says so:
 * POSSIBLY_SAME_AS or DISTINCT_FROM. A tie of structure, such as PART_OF, settles all but equal names.
 */
export const checkNames: Check = (_, tell) => {
  const rows = new Map<EntityKind, NamedRow[]>();
  const settled = new Set<string>();
  const joined = new Set<string>();
  return {
    row(row) {
      const { holds } = row.table;
      if (holds.what === 'entities') {
        const named = rows.get(holds.kind) ?? [];
        rows.set(holds.kind, named);
        named.push(namedRow(holds.kind, row));
      }
      if (holds.what !== 'ties' || tieOf(holds.kind).class !== 'STRUCTURE') return;
      const { from, to, symmetric } = tieOf(holds.kind);
      (symmetric === true ? settled : joined).add([row.cell(from.column), row.cell(to.column)].toSorted().join(' '));
    },
    end() {
      const placeWords = new Set(places.flatMap((kind) => (rows.get(kind) ?? []).flatMap(wordsOfForms)));
      for (const [kind, named] of rows) {
        const standing = new Map(named.map((row) => [row.id, row]));
        const wanted = { isText: texts.includes(kind), placeWords: places.includes(kind) ? noWords : placeWords };
        for (const pair of lookAlikes(named, wanted)) {
          const [first, second] = [standing.get(pair.first.id), standing.get(pair.second.id)];
          const ids = `${pair.first.id} ${pair.second.id}`;
          const isSettled = settled.has(ids) || (pair.likeness !== 'EQUAL' && joined.has(ids));
          if (isSettled || first === undefined || second === undefined) continue;
          tell.problem(second, pair.secondForm.column, alike(pair, first));
        }
      }
    },
  };
};

const noWords: ReadonlySet<string> = new Set();

function namedRow(kind: EntityKind, { file, line, cell }: AuditedRow): NamedRow {
  const named = { id: cell('id'), file, line, forms: formsOf(cell) };
  if (kind !== 'PERSON') return named;
  const person = { givenName: cell('givenName'), surname1: cell('surname1'), surname2: cell('surname2') };
  return { ...named, person };
}

function formsOf(cell: AuditedRow['cell']): readonly Form[] {
  const forms = [
    { column: 'name', text: cell('name') },
    ...listOf(cell('aliases')).map((text) => ({ column: 'aliases', text })),
    { column: 'nameEn', text: cell('nameEn') },
    { column: 'acronym', text: cell('acronym') },
  ];
  return forms.filter(({ text }) => text !== '');
}

function wordsOfForms({ forms }: NamedRow): readonly string[] {
  return forms.flatMap(({ text }) => wordsOf(text));
}

function alike({ first, firstForm, secondForm, likeness }: LookAlikes, { file, line }: Standing): Finding {
  const other = `${first.id} (${placeOf({ file, line })}, «${firstForm.text}»)`;
  const isLonger = wordsOf(secondForm.text).length > wordsOf(firstForm.text).length;
  const found = likeness === 'CONTAINED' ? (isLonger ? 'HOLDS' : 'HELD') : likeness;
  return {
    value: secondForm.text,
    expected: {
      es: `un nombre que no se confunda con otro de su clase, o una fila que diga si son lo mismo; este ${likenesses[found].es} el de ${other}`,
      en: `a name unlike the others of its kind, or a row that says whether they are the same; this one ${likenesses[found].en} that of ${other}`,
    },
    mend: {
      es: 'si son lo mismo, reúna las filas; si no, agregue una a distinctions.csv, o a possible-identities.csv si no se sabe',
      en: 'if they are the same, join the rows; if not, add one to distinctions.csv, or to possible-identities.csv where it is not known',
    },
  };
}

const likenesses = {
  EQUAL: { es: 'dice lo mismo que', en: 'says the same as' },
  REORDERED: { es: 'tiene las mismas palabras que', en: 'has the same words as' },
  SURNAME: { es: 'comparte nombre y primer apellido con', en: 'shares given name and first surname with' },
  HOLDS: { es: 'contiene', en: 'holds' },
  HELD: { es: 'está contenido en', en: 'is held in' },
  MISPRINT: { es: 'dice casi lo mismo que', en: 'says nearly the same as' },
} as const;
