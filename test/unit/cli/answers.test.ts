import { describe, expect, it } from 'vitest';

import { checkSize } from '../../../src/answers/coverage/matrix.ts';
import { outcomeOf, printed, type CommonOptions } from '../../../src/cli/answers/answering.ts';
import { coverage } from '../../../src/cli/answers/coverage.ts';
import { asText } from '../../../src/cli/answers/layout.ts';
import { namedEntity } from '../../../src/cli/answers/named-entity.ts';
import {
  AnswerError,
  RefusedQuestion,
  type Answered,
  type AnswerTable,
  type Ask,
} from '../../../src/cli/answers/question.ts';
import { moreNote, whereItStands } from '../../../src/cli/answers/wording.ts';
import { search } from '../../../src/cli/answers/search.ts';
import { RefusedError } from '../../../src/fields/errors.ts';
import type { EntityKind } from '../../../src/model/kinds.ts';

const table: AnswerTable = {
  columns: [
    { es: 'Nombre', en: 'Name' },
    { es: 'Qué es', en: 'What it is' },
  ],
  rows: [
    ['Red | de *Puertos*', 'red'],
    ['=HYPERLINK("x")', '+1'],
    ['a\u001b[31mb\u202ec\nd', 'tres'],
  ],
};
const answered: Answered = {
  data: { search: { totalCount: 3 } },
  table,
  notes: [{ es: 'Hay más.', en: 'There is more.' }],
  nothing: { es: 'Nada.', en: 'Nothing.' },
};
const empty: Answered = { ...answered, table: { ...table, rows: [] }, notes: [] };
const options: CommonOptions = { separator: 'comma', lang: 'es' };

describe('An answer on the command line', () => {
  it('is a table that is aligned, without signs that a terminal would obey', () => {
    expect(printed(answered, options, Infinity)).toEqual({
      out: [
        'Nombre              Qué es',
        '------------------  ------',
        'Red | de *Puertos*  red',
        '=HYPERLINK("x")     +1',
        'a [31mb c d         tres',
        '',
        'Hay más.',
        '',
      ].join('\n'),
      err: '',
    });
  });

  it('wraps long cells so that no line is longer than the terminal', () => {
    const long = { ...table, rows: [['palabras '.repeat(12).trim(), 'x'.repeat(40)]] };
    const lines = asText(long, 'es', 50).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(50);
    expect(lines.join(' ').match(/palabras/g)).toHaveLength(12);
    expect(lines.join('').match(/x/g)).toHaveLength(40);
  });

  it('never breaks what is to be copied', () => {
    const id = 'an-id-that-somebody-copies';
    const copied = {
      columns: [table.columns[0] ?? { es: '', en: '' }, { es: 'Clave', en: 'Id', whole: true }],
      rows: [['palabras '.repeat(8).trim(), id]],
    };
    for (const width of [60, 40, 20]) expect(asText(copied, 'es', width)).toContain(id);
  });

  const reasons: AnswerTable = {
    title: { es: 'Por qué', en: 'Why' },
    columns: ['Quién', 'Qué es', 'Por qué', 'Nota', 'Cuántas', 'Veces'].map((name) => ({ es: name, en: name })),
    rows: [
      ['Red de puertos', 'red', 'porque sí '.repeat(30).trim(), '', 0, 0],
      ['Red de puertos', 'red', 'porque no', '', 3, 0],
      ['Otra red', 'red', 'porque no', 'sola', 0, 1],
    ],
  };

  it('breaks no word to make room for a column that stays whole', () => {
    const id = `programa-1-1-01-${'p'.repeat(50)}`;
    const named = {
      columns: [...table.columns, { es: 'Clave', en: 'Id', whole: true }] as const,
      rows: [['Premio CGLU-CDMX-Cultura 21', 'programa internacional', id]],
    };
    for (const width of [110, 100, 80, 50])
      for (const word of ['CGLU-CDMX-Cultura', 'internacional', id]) expect(asText(named, 'es', width)).toContain(word);
    expect(asText(named, 'es', 110)).toContain('-----');
    expect(asText(named, 'es', 80)).not.toContain('-----');
  });

  it.each([60, 90])('stands below its first cell where %i letters would make towers of its columns', (width) => {
    const lines = asText(reasons, 'es', width).split('\n');
    expect(lines.filter((line) => !line.includes('porque sí'))).toEqual([
      'Por qué',
      '',
      'Red de puertos',
      '  Qué es        red',
      '  sin registro  Veces',
      '',
      '  sin registro  Cuántas',
      '',
      '  Por qué       porque no',
      '  Cuántas       3',
      '',
      'Otra red',
      '  Qué es        red',
      '  Por qué       porque no',
      '  Nota          sola',
      '  Veces         1',
      '  sin registro  Cuántas',
    ]);
    expect(lines.every((line) => line.length <= width)).toBe(true);
    expect(asText(reasons, 'es', 1000).split('\n')).toHaveLength(7);
  });

  it('keeps what a row is about to few lines', () => {
    const columns = [
      { es: 'Nombre', en: 'Name' },
      { es: 'Clave', en: 'Id', whole: true },
    ] as const;
    const named = (words: number) => ({ columns, rows: [['Hermanamiento '.repeat(words).trim(), 'x'.repeat(30)]] });
    expect(asText(named(4), 'es', 50)).toContain('-----');
    expect(asText(named(5), 'es', 50)).toBe(
      `${'Hermanamiento '.repeat(3).trim()}\n${'Hermanamiento '.repeat(2).trim()}\n  Clave         ${'x'.repeat(30)}`,
    );
  });

  it('is told from its first cell, with its heading where that is a number', () => {
    const rows = [[2, 'paso '.repeat(60).trim()]];
    expect(asText({ ...table, rows }, 'en', 40).split('\n')[0]).toBe('Name: 2');
  });

  it('reads “not on record” where it counts nothing, and is a number for a program', () => {
    const counts: Answered = { ...answered, table: { ...table, rows: [['Puertos', 0]] }, notes: [] };
    expect(printed(counts, options, 80).out).toMatch(/^Puertos {2}sin registro$/m);
    expect(printed(counts, { ...options, lang: 'en', markdown: true }, 80).out).toContain(
      '| Puertos | not on record |',
    );
    expect(printed(counts, { ...options, csv: true }, 80).out).toContain('\r\n"Puertos","0"\r\n');
  });

  it('has a title where people read it, and none in a CSV, whose first line are its headings', () => {
    const titled: Answered = { ...answered, table: reasons, notes: [] };
    expect(printed(titled, { ...options, csv: true }, 80).out).toMatch(/^\ufeff"Quién","Qué es"/);
    expect(printed(titled, { ...options, markdown: true, lang: 'en' }, 80).out).toMatch(/^### Why\n\n\| Quién /);
  });

  it('counts letters as a reader sees them', () => {
    const accents = {
      ...table,
      rows: [
        ['e\u0301'.repeat(6), 'uno'],
        ['eeeeee', 'dos'],
      ],
    };
    const [, , one = '', other = ''] = asText(accents, 'es', Infinity).split('\n');
    expect(one.normalize('NFC').indexOf('uno')).toBe(other.indexOf('dos'));
  });

  it('is Markdown whose signs are those of the table alone', () => {
    expect(printed(answered, { ...options, markdown: true, lang: 'en' }, 80).out).toBe(
      [
        '| Name | What it is |',
        '| --- | --- |',
        '| Red \\| de \\*Puertos\\* | red |',
        '| =HYPERLINK("x") | +1 |',
        '| a \\[31mb c d | tres |',
        '',
        'There is more.',
        '',
      ].join('\n'),
    );
  });

  it('is CSV in which no cell runs as a formula, and says the rest on the error output', () => {
    expect(printed(answered, { ...options, csv: true, separator: 'semicolon' }, 80)).toEqual({
      out: '\ufeff"Nombre";"Qué es"\r\n"Red | de *Puertos*";"red"\r\n"\'=HYPERLINK(""x"")";"\'+1"\r\n"a\u001b[31mb\u202ec\nd";"tres"\r\n',
      err: 'Hay más.\n',
    });
  });

  it('is the data of the API as JSON, and says the rest on the error output', () => {
    const { out, err } = printed(answered, { ...options, json: true, lang: 'en' }, 80);
    expect([JSON.parse(out), err]).toEqual([answered.data, 'There is more.\n']);
  });

  it('says where there is nothing what to try', () => {
    expect(printed(empty, options, 80)).toEqual({ out: 'Nada.\n', err: '' });
    expect(printed(empty, { ...options, csv: true }, 80)).toEqual({
      out: '\ufeff"Nombre","Qué es"\r\n',
      err: 'Nada.\n',
    });
  });
});

describe('Where something stands', () => {
  const at = (place: string, title: string, year: number | null) => ({ place, source: { title, year } });
  const citations = [at('Anexo 1', 'Informe', 2016), at('p. 2', 'Norma', null), at('Anexo 2', 'Informe', 2016)];

  it('names each source once with its year, and each of its places once', () => {
    expect(whereItStands([...citations, ...citations], 'es')).toBe(
      '«Informe» (2016): Anexo 1; Anexo 2 · «Norma»: p. 2',
    );
    expect(whereItStands(citations, 'en')).toBe('“Informe” (2016): Anexo 1; Anexo 2 · “Norma”: p. 2');
    expect(whereItStands([], 'es')).toBe('');
  });
});

describe('What a page leaves out', () => {
  const note = (totalCount: number, shown: number) => moreNote({ totalCount, edges: Array.from({ length: shown }) });

  it('is told with what to do, which is not to ask for more than a command shows', () => {
    expect(note(3, 2)).toEqual([
      {
        es: 'Hay 1 más; pida más con --first, o precise.',
        en: 'There is 1 more; ask for more with --first, or be more precise.',
      },
    ]);
    expect(note(1090, 1000)).toEqual([
      { es: 'Hay 90 más; precise para verlos.', en: 'There are 90 more; be more precise to see them.' },
    ]);
    expect([note(2, 2), note(0, 0)]).toEqual([[], []]);
  });
});

interface Fake {
  readonly id?: string;
  readonly matched?: string;
  readonly distinction?: string | null;
}

/** Answers every operation from a list of what a search finds, and one thing that has an id. */
function asking(found: readonly Fake[], suggestions: readonly string[] = [], known?: string) {
  const sent: Readonly<Record<string, unknown>>[] = [];
  const ask: Ask = async (operation, variables) => {
    sent.push(variables);
    const node = (id: string) => ({ id, kind: 'PERSON', name: `Name of ${id}` });
    const edges = found.map(({ id = 'a', matched = 'x', distinction = null }) => ({
      matched,
      distinction,
      node: node(id),
    }));
    const answer = operation.includes('node(id')
      ? { node: known === undefined ? null : node(known) }
      : { search: { totalCount: found.length, suggestions, edges, pageInfo: { hasNextPage: false, endCursor: null } } };
    // The test says what each operation answers.
    return answer as never;
  };
  return { ask, sent };
}

describe('A name in the place of an id', () => {
  const named = (
    text: string,
    fake: ReturnType<typeof asking>,
    kinds: { readonly kinds?: readonly EntityKind[] } = {},
  ) => namedEntity(text, { place: 'actor', ask: fake.ask, lang: 'en', ...kinds });

  it('is the id itself where something has it', async () => {
    const fake = asking([], [], 'ana-luz');
    expect((await named('ana-luz', fake)).id).toBe('ana-luz');
    expect(fake.sent).toHaveLength(1);
  });

  it('is the only thing that a search finds, or the only one that is called so', async () => {
    expect((await named('Ana', asking([{ id: 'ana' }]))).id).toBe('ana');
    expect(
      (
        await named(
          'UNAM',
          asking([
            { id: 'unam', matched: 'Unam' },
            { id: 'tv-unam', matched: 'TV UNAM' },
          ]),
        )
      ).id,
    ).toBe('unam');
  });

  it('is told when it was taken for something that is called otherwise', async () => {
    const taken = await named('Ziccardi', asking([{ id: 'alicia', matched: 'Alicia Ziccardi' }]));
    expect(taken.notes).toEqual([
      {
        es: '«Ziccardi» se entendió como Name of alicia (persona; alicia).',
        en: '“Ziccardi” was taken for Name of alicia (person; alicia).',
      },
    ]);
    expect((await named('UNAM', asking([{ id: 'unam', matched: 'Unam' }]))).notes).toEqual([]);
  });

  it('is not taken for the beginning of another one where it is the id of a thing that does not fit', async () => {
    const agua = named('agua', asking([{ id: 'aguayo', matched: 'Aguayo' }], [], 'agua'), { kinds: ['CITY'] });
    await expect(agua).rejects.toThrow(
      /^actor: “agua” is of a kind that does not fit here \(person\)\..+\n {2}aguayo {2}/,
    );
    const alone = named('agua', asking([], [], 'agua'), { kinds: ['CITY', 'STATE'] });
    await expect(alone).rejects.toThrow('the name of city or state, but “agua” is of another kind (person). Try');
  });

  it('is refused with what fits where several do, where it is only near, and where nothing is', async () => {
    const several = named('Ana', asking([{ id: 'ana-luz', distinction: 'Rectora' }, { id: 'ana-mar' }]));
    await expect(several).rejects.toThrow(AnswerError);
    await expect(several).rejects.toThrow(
      '  ana-luz  Name of ana-luz (person; Rectora)\n  ana-mar  Name of ana-mar (person)',
    );
    await expect(named('Anna', asking([{ id: 'ana' }], ['Ana']))).rejects.toThrow(
      /nothing is called “Anna”.+\n {2}ana /,
    );

    await expect(named('Nadie', asking([]))).rejects.toThrow(
      'actor: expected the id or the name of something in the graph, but nothing of that is called “Nadie”. Try fewer words',
    );
  });
});

describe('What the API refuses', () => {
  const ask: Ask = async () => {
    try {
      checkSize(200, 300, false);
    } catch (cause) {
      if (cause instanceof RefusedError) throw new RefusedQuestion(cause.refusal);
    }
    throw new Error('Expected the matrix to be refused, but it was taken.');
  };

  it('is wrong use, told in the language that is asked for and by the names of the options', async () => {
    const given = { rows: 'THEME', columns: 'CITY', measure: 'PEOPLE', ...options };
    expect(await outcomeOf(ask, coverage, [], given, 80)).toEqual({
      out: '',
      err: 'La respuesta tendría 60000 celdas, y se admiten 10000 a lo más: 200 filas por 300 columnas. Quite lo que está vacío (--omit-empty), o pida otra dimensión (--rows, --columns).\n',
      code: 2,
    });
  });
});

describe('The command search', () => {
  const given = { texts: ['unam', 'ziccardi'], options: { first: '20' }, lang: 'es' as const };

  it('asks for its words together, and shows the form that matched where it is not the name', async () => {
    const fake = asking([{ id: 'alicia', matched: 'Ziccardi', distinction: 'Directora' }]);
    const { table: found } = await search.answer(given, fake.ask);
    expect(found.rows).toEqual([['Name of alicia [Ziccardi]', 'persona', 'Directora', 'alicia']]);
    expect(fake.sent).toEqual([{ text: 'unam ziccardi', kinds: null, first: 20, after: null, lang: 'ES' }]);
  });

  it('takes kinds in small letters, and names those that there are where one is unknown', async () => {
    const fake = asking([]);
    await search.answer({ ...given, options: { first: '1', kinds: ['person', 'government-entity'] } }, fake.ask);
    expect(fake.sent[0]).toMatchObject({ kinds: ['PERSON', 'GOVERNMENT_ENTITY'] });
    await expect(search.answer({ ...given, options: { first: '1', kinds: ['gente'] } }, fake.ask)).rejects.toThrow(
      /--kinds: se esperaba una de estas palabras: PERSON, .+; pero llegó «gente»/,
    );
  });
});
