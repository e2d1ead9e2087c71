import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

import { brief } from '../../src/cli/answers/brief.ts';
import { coverage } from '../../src/cli/answers/coverage.ts';
import { paths } from '../../src/cli/answers/paths.ts';
import { search } from '../../src/cli/answers/search.ts';
import { shared } from '../../src/cli/answers/shared.ts';
import { suggest } from '../../src/cli/answers/suggest.ts';
import { who } from '../../src/cli/answers/who.ts';
import { commandLine } from '../support/command-line.ts';
import { withSeeds } from '../support/seeded-graph.ts';

const { ask, graph } = withSeeds();
const sobremesa = commandLine(graph);
const narrow = commandLine(graph, 80);

const AXIS = 'eje-3-mega-laboratorio-urbano';
const GOVERNMENT = 'gobierno-de-la-ciudad-de-mexico';
const BOOK = 'La Ciudad de México en el mundo: hacia una política pública de acción internacional';

/** What is understood by those who read the answer: the words of a line, and its cells. */
const cellsOf = (csv: string): readonly (readonly string[])[] => parse(csv, { bom: true });
const answered = async (...line: readonly string[]) => {
  const outcome = await sobremesa(...line);
  expect(outcome).toMatchObject({ err: '', code: 0 });
  return outcome.out;
};
const rowsOf = async (...line: readonly string[]) => cellsOf(await answered(...line, '--csv')).slice(1);
const refused = async (...line: readonly string[]) => {
  const { out, err, code } = await sobremesa(...line);
  expect([out, code]).toEqual(['', 2]);
  return err;
};

interface LongList {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

/** A question for each command, with the headings of its answer. */
const questions = [
  {
    line: ['search', 'nagoya'],
    es: ['Nombre', 'Qué es', 'Se distingue por', 'Clave'],
    en: ['Name', 'What it is', 'Told apart by', 'Id'],
  },
  {
    line: ['who', 'medellin'],
    es: ['Quién', 'Qué es', 'Por qué', 'Base', 'Dónde consta', 'Clave'],
    en: ['Who', 'What it is', 'Why', 'Basis', 'Where that stands', 'Id'],
  },
  {
    line: ['suggest', '--axes', AXIS, '--places', 'asia', '--not-yet-linked-to', GOVERNMENT],
    es: ['Quién', 'Qué es', 'Por qué', 'Base', 'Dónde consta', 'Clave'],
    en: ['Who', 'What it is', 'Why', 'Basis', 'Where that stands', 'Id'],
  },
  {
    line: ['paths', 'secretaria-de-salud-cdmx', 'medellin'],
    es: ['Pasos', 'Camino', 'Dónde consta'],
    en: ['Steps', 'Path', 'Where that stands'],
  },
  {
    line: ['shared'],
    es: ['Contraparte', 'Qué es', 'Dependencias', 'Programas', 'Dónde consta', 'Coordinación que consta', 'Clave'],
    en: [
      'Partner',
      'What it is',
      'Government entities',
      'Programs',
      'Where that stands',
      'Coordination on record',
      'Id',
    ],
  },
] as const;

const markdownLine = (cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replace(/[\\`*_[\]<>|]/g, '\\$&')).join(' | ')} |`;

describe.each(questions)('The command $line.0', ({ line, ...headings }) => {
  it.each(['es', 'en'] as const)(
    'says the same as a table, as CSV and as Markdown, in the language %s',
    async (lang) => {
      const [table, csv, markdown] = await Promise.all(
        [[], ['--csv'], ['--markdown']].map((format) => answered(...line, '--lang', lang, ...format)),
      );
      const [first, ...rows] = cellsOf(csv ?? '');
      expect(first).toEqual(headings[lang]);
      expect(rows.length).toBeGreaterThan(0);
      const lines = (markdown ?? '').trimEnd().split('\n');
      expect(lines.filter((one) => one.startsWith('|'))).toEqual([
        markdownLine(headings[lang]),
        `|${' --- |'.repeat(headings[lang].length)}`,
        ...rows.map(markdownLine),
      ]);
      const printed = (table ?? '').trimEnd().split('\n').slice(-rows.length);
      for (const [at, cells] of rows.entries())
        expect(printed[at]?.split(/ {2,}/)).toEqual(cells.filter((cell) => cell !== ''));
    },
  );

  it('fits into a narrow terminal, and breaks no id there', async () => {
    const { out } = await narrow(...line);
    const id = headings.es.findIndex((heading) => heading === 'Clave');
    const lines = out.split('\n');
    expect(lines.filter((one) => one.length > 80 && !/^\s*Clave /.test(one))).toEqual([]);
    for (const cells of await rowsOf(...line)) if (id >= 0) expect(out).toContain(cells[id]);
  });

  it('cites a place of a source, with its title and year, for whatever it says', async () => {
    const at = headings.es.findIndex((heading) => heading === 'Dónde consta');
    for (const cells of at < 0 ? [] : await rowsOf(...line)) expect(cells[at]).toMatch(/«[^«»]+» \(\d{4}\): ./);
  });
});

describe.each([search, who, suggest, paths, coverage, shared, brief])('The help of $name', ({ name, examples }) => {
  it('shows examples, each of which finds something', async () => {
    const help = await answered(name, '--help');
    expect(examples.length).toBeGreaterThanOrEqual(2);
    for (const example of examples) {
      expect(help).toContain(`\n  ${example}\n`);
      const [program, ...line] = (example.replace(/ > .+/, '').match(/"[^"]*"|\S+/g) ?? []).map((word) =>
        word.replaceAll('"', ''),
      );
      expect(program).toBe('sobremesa');
      const { out, code } = await sobremesa(...line);
      expect(code).toBe(0);
      expect(out).not.toMatch(/^(Nadie|Ningun|Nada|Sin registro|Nobody|No |Nothing)/);
      expect(out.split('\n').length).toBeGreaterThan(3);
    }
  });
});

describe('The command who', () => {
  it('gives as JSON what the API answers', async () => {
    const { node } = JSON.parse(
      await answered('who', 'metropolis', '--kinds', 'government-entity', '--stated', '--json'),
    );
    const asked =
      await ask(`{ node(id: "metropolis") { ... on Network { collaborators(filter: { kinds: [GOVERNMENT_ENTITY], statedOnly: true }) {
      totalCount edges { node { id } reasons { statement basis } } } } } }`);
    expect(asked.node.collaborators.totalCount).toBeGreaterThan(0);
    expect(node.collaborators).toMatchObject(asked.node.collaborators);
  });

  it('takes an id, an acronym and a name without its accents for the same actor', async () => {
    const byId = await answered('who', 'universidad-nacional-autonoma-de-mexico');
    expect(byId).toMatch(/^Universidad Nacional Autónoma de México: con quién trabajaba, según las fuentes\n\nQuién/);
    expect(await answered('who', 'UNAM')).toBe(byId);
    expect(await answered('who', 'universidad', 'nacional', 'autonoma', 'de', 'mexico')).toBe(byId);
  });

  it('says whom it took a part of a name for, beside the data on the error output', async () => {
    const said = '«ziccardi» se entendió como Alicia Ziccardi Contigiani (persona; alicia-ziccardi-contigiani).';
    expect((await sobremesa('who', 'ziccardi')).out).toMatch(new RegExp(`\\n\\n${said.replace(/[()]/g, '\\$&')}\\n$`));
    expect((await sobremesa('who', 'ziccardi', '--csv')).err).toBe(`${said}\n`);
    expect((await sobremesa('who', 'ziccardi', '--json', '--lang', 'en')).err).toBe(
      '“ziccardi” was taken for Alicia Ziccardi Contigiani (person; alicia-ziccardi-contigiani).\n',
    );
  });

  it('leaves out what was inferred with --stated, and other kinds with --kinds', async () => {
    const all = await rowsOf('who', 'nueva-york');
    expect(new Set(all.map(([, , , basis]) => basis))).toContain('inferido');
    const stated = await rowsOf('who', 'metropolis', '--stated', '--kinds', 'government-entity');
    expect(stated.length).toBeGreaterThan(0);
    expect(new Set(stated.map(([, kind, , basis]) => `${kind}, ${basis}`))).toEqual(
      new Set(['dependencia de gobierno, dicho']),
    );
  });

  it('says how many there are besides, and how to see them', async () => {
    const { node } = await ask('{ node(id: "metropolis") { ... on Network { collaborators { totalCount } } } }');
    const left = node.collaborators.totalCount - 1;
    const one = ['who', 'metropolis', '--first', '1'];
    expect((await sobremesa(...one)).out).toContain(`\n\nHay ${left} más; pida más con --first, o precise.\n`);
    expect((await sobremesa(...one, '--lang', 'en', '--csv')).err).toBe(
      `There are ${left} more; ask for more with --first, or be more precise.\n`,
    );
  });

  it('answers where nobody is on record, which is no failure, and names only what was narrowed', async () => {
    const line = ['who', 'medellin', '--kinds', 'PERSON', '--stated'];
    expect(await answered(...line)).toBe(
      'Sin registro de trabajo de Medellín con nadie, lo que no quiere decir que no lo haya. Pruebe sin --kinds o sin --stated.\n',
    );
    expect(await sobremesa(...line, '--csv', '--lang', 'en')).toEqual({
      out: '\ufeff"Who","What it is","Why","Basis","Where that stands","Id"\r\n',
      err: 'No work of Medellín with anybody is on record, which does not mean that there is none. Try without --kinds or without --stated.\n',
      code: 0,
    });
  });
});

describe('The command suggest', () => {
  it('gives as JSON what the API answers, with an axis by its rank, its id or its name', async () => {
    const asked = await ask(`{ suggestCollaborators(filter: { axes: ["${AXIS}"], places: ["asia"], kinds: [PERSON] }) {
      totalCount edges { node { id } reasons { statement basis } } } }`);
    expect(asked.suggestCollaborators.totalCount).toBeGreaterThan(0);
    for (const axis of [AXIS, '3', 'eje 3', 'Mega-laboratorio urbano']) {
      const { out, code } = await sobremesa(
        'suggest',
        '--axes',
        axis,
        '--places',
        'Asia',
        '--kinds',
        'person',
        '--json',
      );
      expect([code, JSON.parse(out)]).toMatchObject([0, asked]);
    }
  });

  it('tells in its title what it understood', async () => {
    const line = ['suggest', '--themes', 'agua', '--places', 'japon,Nagoya', '--not-yet-linked-to', 'medellin'];
    expect((await sobremesa(...line)).out.split('\n')[0]).toBe(
      'Quién podría, y por qué (tema: Agua · lugar: Japón; Nagoya · aún sin trabajo con: Medellín)',
    );
    expect((await sobremesa(...line, '--markdown', '--lang', 'en')).out.split('\n')[0]).toBe(
      '### Who could, and why (theme: Water · place: Japan; Nagoya · no work yet with: Medellín)',
    );
  });

  it('finds who has one of the values of an option, and all options that were given', async () => {
    const ids = async (...line: readonly string[]) =>
      new Set((await rowsOf('suggest', '--first', '100', '--kinds', 'NETWORK', ...line)).map((cells) => cells.at(-1)));
    const [water, health] = [await ids('--themes', 'salud'), await ids('--themes', 'cultura')];
    expect(await ids('--themes', 'salud,cultura')).toEqual(new Set([...water, ...health]));
    expect(await ids('--themes', 'salud', '--themes', 'cultura')).toEqual(new Set([...water, ...health]));
    expect(water.size * health.size).toBeGreaterThan(0);
  });

  it('has a row for each who fits where no reason is asked for: by words, kinds or what is lacking', async () => {
    for (const line of [['aguayo'], ['--kinds', 'ORGANIZATION', '--lacking', 'PARTNER,PROGRAM', '--first', '100']]) {
      const { totalCount } = JSON.parse(await answered('suggest', ...line, '--json')).suggestCollaborators;
      const rows = await rowsOf('suggest', ...line);
      expect([rows.length, totalCount]).toEqual([totalCount, rows.length]);
      expect(totalCount).toBeGreaterThan(0);
      for (const [name, kind, ...reason] of rows) {
        expect([name, kind]).not.toContain('');
        expect(reason.slice(0, 3)).toEqual(['', '', '']);
      }
    }
  });

  it('names those who lack all that is listed, not those who lack one of it', async () => {
    const ids = async (lacking: string) =>
      (await rowsOf('suggest', '--kinds', 'CITY', '--first', '100', '--lacking', lacking)).map((cells) => cells.at(-1));
    const [program, agreement] = [await ids('PROGRAM'), await ids('agreement')];
    const both = program.filter((id) => agreement.includes(id));
    expect(await ids('PROGRAM,AGREEMENT')).toEqual(both);
    expect([program.length, agreement.length]).not.toContain(both.length);
  });

  it('answers where nobody fits, which is no failure', async () => {
    expect(await answered('suggest', 'qwertyuiop')).toBe(
      'Nadie responde a todo lo pedido. Pruebe con --themes en lugar de palabras o con menos condiciones.\n',
    );
    expect(await answered('suggest', '--themes', 'agua', '--places', 'lima', '--lang', 'en')).toBe(
      'Nobody answers to all that was asked. Try with fewer conditions or with a wider place.\n',
    );
  });
});

describe('The command paths', () => {
  it('gives as JSON what the API answers, for names as for ids', async () => {
    const asked = await ask(
      '{ paths(from: "secretaria-de-salud-cdmx", to: "medellin") { paths { length statement } leftOut { id } complete } }',
    );
    expect(asked.paths.paths.length).toBeGreaterThan(1);
    const { out } = await sobremesa('paths', 'Secretaria de salud', 'Medellín', '--json');
    expect(JSON.parse(out)).toMatchObject(asked);
  });

  it('tells the steps of each path in a sentence, and where each step stands', async () => {
    const [row] = await rowsOf('paths', 'secretaria-de-salud-cdmx', 'medellin', '--first', '1');
    expect(row).toEqual([
      '2',
      'Secretaría de Salud tenía en su lista «Convenios bilaterales (Medellín, Lima, Francia, NY y otros)», que nombraba como contraparte a Medellín.',
      `«${BOOK}» (2016): Tabla del eje 2, Secretaría de Salud, entrada 1`,
    ]);
  });

  it('says which hubs it went around, and goes through them when it is told to', async () => {
    const line = ['paths', 'nagoya', 'medellin', '--lang', 'en'];
    const { out, code } = await sobremesa(...line);
    expect(code).toBe(0);
    expect(out).toContain('No path of 4 steps or fewer between Nagoya and Medellín is on record.');
    expect(out).toMatch(/Without passing through what nearly everything touches: .*Mexico City Government/);
    expect(out).toContain('Try --max-length 6 or --hubs.');
    const through = await sobremesa(...line, '--hubs', '--json');
    expect(JSON.parse(through.out).paths.paths.length).toBeGreaterThan(0);
  });

  it('goes around what it is told to avoid', async () => {
    const line = ['paths', 'secretaria-de-salud-cdmx', 'medellin'];
    const all = await rowsOf(...line);
    expect(all[0]?.[1]).toContain('«Convenios bilaterales (Medellín, Lima, Francia, NY y otros)»');
    const { out, err } = await sobremesa(...line, '--max-length', '6', '--avoid', 'bilaterales Lima', '--csv');
    expect(err).toContain(
      '«bilaterales Lima» se entendió como Convenios bilaterales (Medellín, Lima, Francia, NY y otros)',
    );
    expect(out).not.toContain('Convenios bilaterales');
  });

  it('says what two share where no path joins them', async () => {
    const { out, code } = await sobremesa('paths', 'agua', 'nagoya', '--max-length', '1');
    expect([code, out]).toEqual([
      0,
      'Sin registro de un camino de un paso entre Agua y Nagoya. Pruebe con --max-length 6.\n',
    ]);
    const { paths: found } = await ask(
      '{ paths(from: "cuauhtemoc-cardenas-batel", to: "mara-robles-villasenor", maxLength: 1) { paths { length } sharedThemes { name } } }',
    );
    expect([found.paths.length, found.sharedThemes.length > 0]).toEqual([0, true]);
    const names = found.sharedThemes.map(({ name }: { name: string }) => name).join('; ');
    expect((await sobremesa('paths', 'Cárdenas Batel', 'mara robles', '--max-length', '1')).out).toContain(
      `\n\nTemas que comparten: ${names}.\n`,
    );
  });
});

describe('The command coverage', () => {
  const line = ['coverage', '--rows', 'region', '--columns', 'priority-axis', '--measure', 'partners', '--omit-empty'];

  it('gives as JSON what the API answers', async () => {
    const asked = await ask(`{ coverage(rows: REGION, columns: PRIORITY_AXIS, measure: PARTNERS, omitEmpty: true) {
      rows { entity { id } } columns { entity { id } } cells { count } rowTotals columnTotals total } }`);
    expect(asked.coverage.total).toBeGreaterThan(0);
    const { out, code } = await sobremesa(...line, '--json');
    expect([code, JSON.parse(out)]).toMatchObject([0, asked]);
  });

  it('is a matrix of numbers as CSV, with totals, and of words where people read it', async () => {
    const { coverage: matrix } = JSON.parse((await sobremesa(...line, '--lang', 'en', '--json')).out);
    const [headings, ...rows] = cellsOf((await sobremesa(...line, '--lang', 'en', '--csv')).out);
    const names = (of: readonly { readonly entity: { readonly name: string } }[]) =>
      of.map(({ entity }) => entity.name);
    expect(headings).toEqual(['Region', ...names(matrix.columns), 'Total']);
    expect(rows.map(([name]) => name)).toEqual([...names(matrix.rows), 'Total']);
    expect(rows.map((cells) => cells.slice(1).map(Number))).toEqual([
      ...matrix.cells.map((cells: { count: number }[], at: number) => [
        ...cells.map(({ count }) => count),
        matrix.rowTotals[at],
      ]),
      [...matrix.columnTotals, matrix.total],
    ]);
    expect(rows.flat()).toContain('0');
    const [markdown, table] = [await sobremesa(...line, '--lang', 'en', '--markdown'), await sobremesa(...line)];
    expect(markdown.out).toContain('### Partners: region × priority axis\n\n| Region | ');
    expect(markdown.out).toContain('| not on record | ');
    expect(table.out).toMatch(/^Contrapartes: región × eje prioritario\n\nRegión {2,}Ciudad /);
    expect(table.out).toContain('  sin registro  ');
    for (const { out } of [markdown, table]) expect(out).not.toMatch(/(\| | {2})0( \||\n| {2})/);
  });

  it('says how it counts, and that nothing on record is not nothing', async () => {
    expect((await sobremesa(...line)).out).toMatch(/\n\nLo que está en varias .+ «Sin registro», o 0, no quiere decir/);
    expect((await sobremesa(...line, '--csv', '--lang', 'en')).err).toMatch(/^What is in several .+ does not mean/);
  });

  it('has a row for what nothing is on record of, unless it is told to omit it', async () => {
    const rows = async (...more: readonly string[]) =>
      cellsOf((await sobremesa('coverage', '--csv', ...more)).out).slice(1, -1);
    const [all, some] = [await rows(), await rows('--omit-empty')];
    expect(all.filter((cells) => cells.at(-1) !== '0')).toHaveLength(some.length);
    expect(all.length).toBeGreaterThan(some.length);
  });

  it('is a list of what there is where a terminal is too narrow for its columns', async () => {
    const { out } = await narrow('coverage', '--rows', 'NETWORK', '--columns', 'THEME', '--omit-empty');
    const { out: csv } = await sobremesa(
      'coverage',
      '--rows',
      'NETWORK',
      '--columns',
      'THEME',
      '--omit-empty',
      '--csv',
    );
    expect(out).toMatch(
      /\n\nICORN\n {2}Derechos +1\n {2}Migración y refugio +1\n {2}Total +1\n {2}sin registro {2,}\S/,
    );
    expect(out.match(/^ {2}Total/gm)).toHaveLength(cellsOf(csv).length - 1);
  });
});

describe('The command shared', () => {
  it('gives as JSON what the API answers', async () => {
    const asked = await ask(`{ sharedPartners(minimum: 3, with: [NETWORK]) { totalCount edges { node {
      partner { id } governmentEntities { name } programs { name } coordination { statement } } } } }`);
    expect(asked.sharedPartners.totalCount).toBeGreaterThan(0);
    const out = await answered('shared', '--minimum', '3', '--kinds', 'network', '--json');
    expect(JSON.parse(out)).toMatchObject(asked);
  });

  it('says who deals with the same partner, by which programs, where they stand, and what is not on record', async () => {
    const rows = await rowsOf('shared', '--lang', 'en');
    const found = rows.find((cells) => cells.at(-1) === 'ciudades-y-gobiernos-locales-unidos');
    expect(found?.slice(0, 3)).toEqual([
      'United Cities and Local Governments',
      'network',
      'Ministry of Culture; Ministry of Social Development; Ministry of Health',
    ]);
    expect(found?.[4]).toContain(`“${BOOK}” (2016): Table of axis 1, Secretaría de Cultura, entry 2; `);
    expect(found?.[5]).toBe('not on record');
  });

  it('answers where no partner is shared, which is no failure', async () => {
    expect(await answered('shared', '--minimum', '99')).toBe(
      'Ninguna contraparte consta en programas de 99 dependencias o más. Pruebe con --minimum 2.\n',
    );
    expect(await answered('shared', '--kinds', 'PERSON', '--lang', 'en')).toBe(
      'No partner is on record with programs of 2 government entities or more. Try without --kinds.\n',
    );
  });
});

describe('The command brief', () => {
  it.each([
    ['es', 'ES'],
    ['en', 'EN'],
  ])('is the document of the API, in the language %s', async (lang, argument) => {
    const { brief: asked } = await ask(
      `{ brief(id: "nagoya") { markdown(lang: ${argument}) html(lang: ${argument}) } }`,
    );
    for (const name of ['nagoya', 'Nagoya']) {
      expect(await answered('brief', name, '--lang', lang)).toBe(`${asked.markdown.trimEnd()}\n`);
      expect(await answered('brief', name, '--lang', lang, '--markdown')).toBe(`${asked.markdown.trimEnd()}\n`);
    }
    expect(await answered('brief', 'nagoya', '--lang', lang, '--html')).toBe(`${asked.html.trimEnd()}\n`);
  });

  it('gives as JSON and as CSV the lines of every section, each with its basis and its place', async () => {
    const { sections } = JSON.parse(await answered('brief', 'nagoya', '--json')).brief;
    const [headings, ...rows] = cellsOf(await answered('brief', 'nagoya', '--csv'));
    expect(headings).toEqual(['Apartado', 'Qué consta', 'Base', 'Dónde consta']);
    const words = { STATED: 'dicho', INFERRED: 'inferido' };
    expect(rows.map((cells) => cells.slice(0, 3))).toEqual(
      sections.flatMap(
        ({ title, lines }: { title: string; lines: { statement: string; basis: keyof typeof words }[] }) =>
          lines.map(({ statement, basis }) => [title, statement, words[basis]]),
      ),
    );
    for (const cells of rows) expect(cells[3]).toMatch(/«[^«»]+»( \(\d{4}\))?: ./);
  });

  it('says as CSV how many lines a section leaves out', async () => {
    const { sections } = JSON.parse(await answered('brief', 'secretaria-de-cultura-cdmx', '--json')).brief;
    const cut: readonly { title: string; more: number }[] = sections.filter(({ more }: { more: number }) => more > 0);
    expect(cut.length).toBeGreaterThan(0);
    const rows = await rowsOf('brief', 'secretaria-de-cultura-cdmx');
    expect(rows.filter((cells) => cells[3] === '')).toEqual(
      cut.map(({ title, more }) => [title, `y ${more} más`, '', '']),
    );
  });
});

describe('A name that cannot be used', () => {
  it.each([
    ['actor', ['who']],
    ['from', ['paths', 'nagoya', 'medellin'].slice(0, 1), ['nagoya']],
    ['to', ['paths', 'nagoya']],
    ['entity', ['brief']],
    ['--not-yet-linked-to', ['suggest', '--not-yet-linked-to']],
    ['--places', ['suggest', '--places']],
    ['--avoid', ['paths', 'nagoya', 'medellin', '--avoid']],
  ])('is told with what %s expects, in both languages', async (place, before, after: readonly string[] = []) => {
    expect(await refused(...before, 'Qwertyuiop', ...after)).toMatch(
      new RegExp(`^${place}: se esperaba la clave o el nombre de .+, pero nada de eso se llama «Qwertyuiop»\\. Pruebe`),
    );
    expect(await refused(...before, '¿?', ...after, '--lang', 'en')).toBe(
      `${place}: expected letters or digits, but got “¿?”. Write a name, or a part of one.\n`,
    );
  });

  it('is told with those that it may mean, each with its id', async () => {
    const several = await refused('who', 'Salud', '--lang', 'en');
    expect(several).toMatch(/^actor: expected the name of one thing, but several answer to “Salud”\. Give the id/);
    expect(several).toMatch(/\n {2}secretaria-de-salud-cdmx {2}Ministry of Health \(government entity; .+\)\n/);
    expect(await refused('brief', 'nagoia')).toMatch(
      /^entity: nada se llama «nagoia»\. Se parecen; .+:\n {2}nagoya {2}/,
    );
  });

  it('is told that it is of another kind, when it is an id, rather than taken for one that begins like it', async () => {
    expect(await refused('who', 'agua')).toMatch(
      /^actor: «agua» es de una clase que aquí no va \(tema\)\. Dé la clave de la que busca:\n {2}sergio-aguayo-quezada /,
    );
    expect(await refused('suggest', '--places', 'secretaria-de-salud-cdmx', '--lang', 'en')).toMatch(
      /^--places: expected the id or the name of city, state, country, or region, but “secretaria-de-salud-cdmx” is of another kind \(government entity\)\./,
    );
  });

  it('is told where two ends are one, however each is written, and where an end is to be avoided', async () => {
    expect(await refused('paths', 'medellin', 'Medellín')).toBe(
      'to: se esperaba otra cosa que from, pero ambas son Medellín (medellin). Dé dos distintas.\n',
    );
    expect(await refused('paths', 'nagoya', 'medellin', '--avoid', 'Nagoya', '--lang', 'en')).toBe(
      '--avoid: expected something between the ends, but Nagoya (nagoya) is one of them. Leave it out.\n',
    );
  });
});

const enumOf = async (name: string): Promise<readonly string[]> =>
  (await ask(`{ __type(name: "${name}") { enumValues { name } } }`)).__type.enumValues.map(
    (value: { readonly name: string }) => value.name,
  );
const actors = async () => ['PERSON', 'ORGANIZATION', 'GOVERNMENT_ENTITY', 'NETWORK', 'CITY', 'STATE'];
const kinds = () => enumOf('EntityKind');

describe('A long answer', () => {
  it.each([
    ['search', 'ciudad'],
    ['suggest', '--kinds', 'PERSON,ORGANIZATION'],
  ])('may be larger than a page of the API: %s %s', async (...line) => {
    const { out: json } = await sobremesa(...line, '--first', '1000', '--json');
    const [list] = Object.values(JSON.parse(json) as Readonly<Record<string, LongList>>);
    const ids = list?.edges.map(({ node }) => node.id) ?? [];
    expect(list?.totalCount).toBeGreaterThan(101);
    expect(ids).toHaveLength(list?.totalCount ?? 0);
    expect(new Set(ids).size).toBe(ids.length);
    const { out: csv, err } = await sobremesa(...line, '--first', '101', '--csv');
    expect([
      ...new Set(
        cellsOf(csv)
          .slice(1)
          .map((cells) => cells.at(-1)),
      ),
    ]).toEqual(ids.slice(0, 101));
    expect(err).toContain(`Hay ${ids.length - 101} más`);
  });
});

describe('A wrong value of an option', () => {
  it.each([
    [['suggest', '--lacking'], () => enumOf('Lacking')],
    [['suggest', '--kinds'], actors],
    [['who', 'medellin', '--kinds'], actors],
    [['search', 'medellin', '--kinds'], kinds],
    [['shared', '--kinds'], kinds],
    [['coverage', '--rows'], () => enumOf('CoverageDimension')],
    [['coverage', '--columns'], () => enumOf('CoverageDimension')],
    [['coverage', '--measure'], () => enumOf('CoverageMeasure')],
  ])('is told with the choices of the API: %s', async (line, choices) => {
    const [option, all] = [line.at(-1) ?? '', (await choices()).join(', ')];
    expect(await refused(...line, 'NADA')).toBe(
      `${option}: se esperaba una de estas palabras: ${all}; pero llegó «NADA». Corríjala, o quite la opción.\n`,
    );
    expect(await refused(...line, 'NADA', '--lang', 'en')).toBe(
      `${option}: expected one of ${all}, but got “NADA”. Correct it, or leave the option out.\n`,
    );
  });

  it.each([
    [['search', 'medellin', '--first'], 'de 1 a 1000'],
    [['who', 'medellin', '--first'], 'de 1 a 1000'],
    [['suggest', '--themes', 'agua', '--first'], 'de 1 a 1000'],
    [['shared', '--first'], 'de 1 a 1000'],
    [['paths', 'nagoya', 'medellin', '--first'], 'de 1 a 5'],
    [['paths', 'nagoya', 'medellin', '--max-length'], 'de 1 a 6'],
    [['shared', '--minimum'], 'desde 2'],
  ])('is told with the numbers that fit: %s', async (line, range) => {
    const largest = range === 'desde 2' ? '1000000000' : '1001';
    for (const value of ['0', '-1', largest, 'abc', '1.5', ''])
      expect(await refused(...line, value)).toBe(
        `${line.at(-1)}: se esperaba un número entero ${range}, pero llegó «${value}». Corríjalo, o quite la opción.\n`,
      );
  });

  it.each([
    ['--kinds', ['suggest']],
    ['--lacking', ['suggest']],
    ['--themes', ['suggest']],
    ['--sectors', ['suggest']],
    ['--kinds', ['who', 'medellin']],
    ['--kinds', ['shared']],
    ['--kinds', ['search', 'medellin']],
    ['--avoid', ['paths', 'nagoya', 'medellin']],
  ])('is told where %s of %s comes without any', async (option, line) => {
    for (const value of ['', ' , '])
      expect(await refused(...line, option, value, '--lang', 'en')).toBe(
        `${option}: expected at least one value, but got none. Give one, or several between commas, or leave the option out.\n`,
      );
  });

  it('is told where nothing is asked for at all', async () => {
    expect(await refused('suggest')).toBe(
      'Se esperaba algo que pedir, pero no llegó nada. Dé palabras, o una opción como --themes, --axes o --places.\n',
    );
    expect(await refused('suggest', '', '--lang', 'en')).toMatch(/^words: expected letters or digits, but got “”\./);
    expect(await refused('search', '?!')).toMatch(/^text: se esperaban letras o cifras, pero llegó «\?!»\./);
  });

  it.each([
    'who medellin --lang fr',
    'who medellin --json --csv',
    'coverage --markdown --json',
    'shared --csv --markdown',
    'brief nagoya --html --json',
    'brief nagoya --html --csv',
    'who medellin --csv --separator punto',
    'who',
    'paths medellin',
    'shared medellin',
    'brief nagoya --nada',
  ])('is told before anything is asked: %s', async (line) => {
    expect(await refused(...line.split(' '))).toMatch(/^error: .+/);
  });
});
