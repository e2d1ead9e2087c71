import { badUserInput, tooLarge } from '../../fields/errors.ts';
import { entitiesByIds } from '../../fields/links.ts';
import { pageSize } from '../../fields/page-arguments.ts';
import { asksForDetail, selectsPath } from '../../fields/selection.ts';
import type { Resolvers } from '../../generated/resolvers.ts';
import type { InTwoLanguages } from '../../model/column.ts';
import { entityKinds } from '../../model/kinds.ts';
import { headingPages, headingsById, members, type Dimension } from './coverage.cypher.ts';
import type { Measure } from './coverage.record.ts';
import { headingsOf } from './headings.ts';
import { checkSize, toMatrix, type Axis } from './matrix.ts';

/** Vocabularies are read by the statements of their own subjects. */
export const statements = [
  headingsById,
  ...headingPages.values(),
  ...[...members.values()].flatMap((byDimension) => [...byDimension.values()]),
];

/** How many entities the cells of a matrix give together. */
const MOST_OPENED = 2000;

const nothing: InTwoLanguages = { es: 'sin registro', en: 'nothing on record' };
const words: Readonly<Record<Measure, { readonly one: InTwoLanguages; readonly many: InTwoLanguages }>> = {
  PROGRAMS: { one: { es: 'programa', en: 'program' }, many: { es: 'programas', en: 'programs' } },
  PEOPLE: { one: { es: 'persona', en: 'person' }, many: { es: 'personas', en: 'people' } },
  PARTNERS: { one: { es: 'contraparte', en: 'partner' }, many: { es: 'contrapartes', en: 'partners' } },
};

export const resolvers: Resolvers = {
  Query: {
    coverage: async (_root, args, { loaders, graph }, info) => {
      const { measure, datasets = null, regionScheme = null } = args;
      if (regionScheme !== null && args.rows !== 'REGION' && args.columns !== 'REGION')
        throw badUserInput(
          'regionScheme',
          'expected rows or columns of REGION with it, but got neither. Leave it out, or ask for REGION.',
        );
      const common = { datasets, regionScheme };
      const [rows, columns] = await Promise.all([
        headingsOf(
          { dimension: args.rows, argument: 'rowIds', ids: args.rowIds ?? null, ...common },
          { loaders, graph },
        ),
        headingsOf(
          { dimension: args.columns, argument: 'columnIds', ids: args.columnIds ?? null, ...common },
          { loaders, graph },
        ),
      ]);
      const omitEmpty = args.omitEmpty === true;
      checkSize(rows.length, columns.length, omitEmpty);
      const ordered = selectsPath(info, ['cells', 'entities']);
      const axisOf = async (dimension: Dimension, headings: typeof rows): Promise<Axis> => {
        const loader = loaders.coverageMembers({ measure, dimension, datasets, ordered });
        return { headings, members: await Promise.all(headings.map(({ id }) => loader.load(id))) };
      };
      return toMatrix(...(await Promise.all([axisOf(args.rows, rows), axisOf(args.columns, columns)])), {
        measure,
        isSquare: args.rows === args.columns,
        omitEmpty,
      });
    },
  },
  CoverageCell: {
    label: ({ count, measure }, { lang }) => {
      const language = lang === 'EN' ? 'en' : 'es';
      return count === 0 ? nothing[language] : `${count} ${words[measure][count === 1 ? 'one' : 'many'][language]}`;
    },
    entities: ({ ids, givenInAll }, args, { loaders }, info) => {
      const size = pageSize('first', args.first);
      const given = givenInAll(size);
      if (given > MOST_OPENED)
        throw tooLarge({ es: 'entidades en sus celdas', en: 'entities in its cells' }, given, MOST_OPENED, () => ({
          es: 'pida menos de cada celda (first), o menos filas y columnas (rowIds, columnIds).',
          en: 'ask for fewer of each cell (first), or for fewer rows and columns (rowIds, columnIds).',
        }));
      return entitiesByIds(ids.slice(0, size), entityKinds, asksForDetail(info), loaders);
    },
  },
};
