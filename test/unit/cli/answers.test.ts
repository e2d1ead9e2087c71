import { describe, expect, it } from 'vitest';

import { printed, type CommonOptions } from '../../../src/cli/answers/answering.ts';
import { asText } from '../../../src/cli/answers/layout.ts';
import { namedEntity } from '../../../src/cli/answers/named-entity.ts';
import { AnswerError, type Answered, type AnswerTable, type Ask } from '../../../src/cli/answers/question.ts';
import { search } from '../../../src/cli/answers/search.ts';

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
  tables: [table],
  notes: [{ es: 'Hay más.', en: 'There is more.' }],
  nothing: { es: 'Nada.', en: 'Nothing.' },
};
const empty: Answered = { ...answered, tables: [{ ...table, rows: [] }], notes: [] };
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
      : { search: { totalCount: found.length, suggestions, edges } };
    // The test says what each operation answers.
    return answer as never;
  };
  return { ask, sent };
}

describe('A name in the place of an id', () => {
  const named = (text: string, fake: ReturnType<typeof asking>) => namedEntity(text, { ask: fake.ask, lang: 'en' });

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

  it('is refused with what fits where several do, where it is only near, and where nothing is', async () => {
    const several = named('Ana', asking([{ id: 'ana-luz', distinction: 'Rectora' }, { id: 'ana-mar' }]));
    await expect(several).rejects.toThrow(AnswerError);
    await expect(several).rejects.toThrow(
      '  ana-luz  Name of ana-luz (person; Rectora)\n  ana-mar  Name of ana-mar (person)',
    );
    await expect(named('Anna', asking([{ id: 'ana' }], ['Ana']))).rejects.toThrow(
      /Nothing is called “Anna”.+\n {2}ana /,
    );
    await expect(named('Nadie', asking([]))).rejects.toThrow('nothing is called “Nadie”. Try fewer words');
  });
});

describe('The command search', () => {
  const given = { texts: ['unam', 'ziccardi'], options: { first: 20 }, lang: 'es' as const };

  it('asks for its words together, and shows the form that matched where it is not the name', async () => {
    const fake = asking([{ id: 'alicia', matched: 'Ziccardi', distinction: 'Directora' }]);
    const { tables } = await search.answer(given, fake.ask);
    expect(tables[0]?.rows).toEqual([['Name of alicia [Ziccardi]', 'persona', 'Directora', 'alicia']]);
    expect(fake.sent).toEqual([{ text: 'unam ziccardi', kinds: null, first: 20, lang: 'ES' }]);
  });

  it('takes kinds in small letters, and names those that there are where one is unknown', async () => {
    const fake = asking([]);
    await search.answer({ ...given, options: { first: 1, kinds: ['person', 'government-entity'] } }, fake.ask);
    expect(fake.sent[0]).toMatchObject({ kinds: ['PERSON', 'GOVERNMENT_ENTITY'] });
    await expect(search.answer({ ...given, options: { first: 1, kinds: ['gente'] } }, fake.ask)).rejects.toThrow(
      /--kinds: expected some of PERSON, .+ but got "gente"/,
    );
  });
});
