import fc from 'fast-check';
import { buildSchema, Kind, parse } from 'graphql';
import { describe, expect, test } from 'vitest';

import { dateWithin, inARow } from '../../../src/answers/brief/brief.clauses.ts';
import { citationsOfLine, lineStatement, toPage } from '../../../src/answers/brief/brief.document.ts';
import { toHtml } from '../../../src/answers/brief/brief.html.ts';
import { toMarkdown } from '../../../src/answers/brief/brief.markdown.ts';
import type { BriefLineRecord, BriefRecord } from '../../../src/answers/brief/brief.record.ts';
import { gatheredApart, rules, sectionKeys } from '../../../src/answers/brief/brief.sections.ts';
import { absences, titles } from '../../../src/answers/brief/brief.texts.ts';
import type { CitationRecord } from '../../../src/fields/source.record.ts';
import { operationCost } from '../../../src/graphql/cost.ts';
import { readContract } from '../../../src/graphql/schema.ts';
import { tieKinds } from '../../../src/model/ties.ts';

function citation(number: number, year: number | null = 2016, title = 'Libro'): CitationRecord {
  return {
    recordKind: 'CITATION',
    id: `citation:${number}`,
    place: `Parte ${number}`,
    placeEn: `Part ${number}`,
    source: {
      recordKind: 'SOURCE',
      id: `source:${title}`,
      title,
      year,
      publisher: 'Editora',
      publishedOn: null,
      language: 'es',
      url: 'https://example.org/libro',
      licence: null,
    },
  };
}

function line(given: Partial<BriefLineRecord> = {}): BriefLineRecord {
  const clauses = [{ text: { es: 'A gobernaba B', en: 'A governed B' }, citations: [citation(1)] }];
  return { lead: null, leadCitations: [], clauses, tail: null, ties: [], basis: 'STATED', isAbsence: false, ...given };
}

function brief(name: string, lines: readonly BriefLineRecord[], more = 0): BriefRecord {
  return {
    entity: { kind: 'CITY', id: 'puerto', name, nameEn: null, detail: null },
    sections: [{ section: 'WHO', title: titles.WHO, lines, more }],
    complete: true,
    howToCite: ['Cítese así'],
  };
}

const said = (text: string, ...numbers: readonly number[]) => ({
  text: { es: text, en: text },
  citations: numbers.map((number) => citation(number)),
});

describe('a line of a brief', () => {
  test('says once where consecutive parts stand, and again where another begins', () => {
    const clauses = [said('A era B', 1), said('era C', 1, 2), said('era D', 2)];
    expect(lineStatement(line({ clauses }), 'ES')).toBe(
      'Según «Parte 1» (2016), A era B; era C; según «Parte 2» (2016), era D.',
    );
    expect(lineStatement(line(), 'EN')).toBe('According to “Part 1” (2016), A governed B.');
  });

  test('begins with what it is about or comes through, and ends with what it leaves out', () => {
    const lead = { es: 'Sobre A, nombre:', en: 'About A, name:' };
    expect(lineStatement(line({ lead, tail: { es: 'y 2 hechos más', en: 'and 2 more facts' } }), 'ES')).toBe(
      'Sobre A, nombre: según «Parte 1» (2016), A gobernaba B; y 2 hechos más.',
    );
  });

  test('cites what its beginning rests on', () => {
    const through = line({ lead: { es: 'A través de C:', en: 'Through C:' }, leadCitations: [citation(9)] });
    expect(citationsOfLine(through).map(({ id }) => id)).toEqual(['citation:9', 'citation:1']);
    expect(toMarkdown(toPage(brief('Puerto', [through]), 'ES'))).toContain('- A través de C: [1] A gobernaba B [2]');
  });

  test('gives no source for what is not on record', () => {
    expect(lineStatement(line({ clauses: [said('Sin registro de acuerdos', 1)], isAbsence: true }), 'ES')).toBe(
      'Sin registro de acuerdos.',
    );
  });
});

describe('a page of a brief', () => {
  test('numbers the places in the order in which they are named, and lists them by source', () => {
    const lines = [line({ clauses: [said('A era B', 7), said('era C', 3)] }), line({ clauses: [said('A era D', 3)] })];
    const page = toMarkdown(toPage(brief('Puerto', lines, 4), 'ES'));
    expect(page).toContain('# Ficha: Puerto\n');
    expect(page).toContain('- A era B [1]; era C [2] (2016).\n- A era D [2] (2016).\n- *y 4 más*\n');
    expect(page).toContain(
      '- **Libro**. Editora, 2016. <https://example.org/libro>\n  - [1] Parte 7\n  - [2] Parte 3\n',
    );
    expect(page).toContain('Cítese así');
  });

  test('says when only a part was looked at', () => {
    const whole = brief('Puerto', [line()]);
    expect(toMarkdown(toPage({ ...whole, complete: false }, 'EN'))).toContain('lower bounds');
    expect(toMarkdown(toPage(whole, 'EN'))).not.toContain('lower bounds');
  });

  test('in HTML names its language, runs no script and fetches nothing', () => {
    const html = toHtml(toPage(brief('Puerto', [line()]), 'EN'));
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(/i);
    expect(html.match(/(?:src|href)="(?!#f\d+"|https:\/\/example\.org\/libro")[^"]*"/g)).toBeNull();
    expect(toHtml(toPage(brief('Puerto', [line()]), 'ES'))).toContain('<html lang="es">');
  });

  test('gives no address that is not one of the web', () => {
    const source = { ...citation(1).source, url: 'javascript:alert(1)' };
    const html = toHtml(
      toPage(brief('P', [line({ clauses: [{ ...said('A'), citations: [{ ...citation(1), source }] }] })]), 'ES'),
    );
    expect(html).not.toContain('javascript:');
  });

  // Signs of both languages, line breaks, control characters and half characters, and plain letters.
  const signs = fc.constantFrom(
    ...Array.from('<>&"\'`*_[]()#|~!\\$-+.1 a'),
    '\n',
    '\r',
    '\0',
    '\u202e',
    '\ud800',
    '&lt;',
    '<b>',
    '</li>',
    '](x)',
  );
  const names = fc.array(signs, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
  const pageOf = (name: string) => toPage(brief(name, [line({ clauses: [said(`${name} era ${name}`, 1)] })]), 'ES');

  test('in HTML keeps its elements, whatever the names', () => {
    const elements = (html: string) => html.match(/<\/?[a-z][^>]*>/gi);
    const usual = elements(toHtml(pageOf('Puerto')));
    fc.assert(
      fc.property(names, (name) => {
        const html = toHtml(pageOf(name));
        expect(elements(html)).toEqual(usual);
        expect(html).not.toMatch(/[\0\u202e\ud800]/);
        expect(html.match(/&(?!amp;|lt;|gt;|quot;|#39;)/g)).toBeNull();
      }),
    );
  });

  test('in Markdown keeps its lines and escapes every sign that has a meaning, whatever the names', () => {
    const usual = toMarkdown(pageOf('Puerto')).split('\n').length;
    fc.assert(
      fc.property(names, (name) => {
        const page = toMarkdown(pageOf(name));
        expect(page.split('\n')).toHaveLength(usual);
        const written = /^- (.*) \[1\] \(2016\)\.$/m.exec(page)?.[1] ?? '';
        // What remains when each escaped sign is blotted out has no meaning in Markdown or HTML.
        expect(written.replace(/\\./g, ' ')).not.toMatch(/[`*_[\]<>#|~$]|&#?\w+;|^[-+=]|^\d+[.)]/);
        expect(page).not.toMatch(/[\0\r\u202e\ud800]/);
      }),
    );
  });
});

describe('names in a row and dates', () => {
  test.each([
    [['A'], 'A', 'A'],
    [['A', 'B'], 'A y B', 'A and B'],
    [['A', 'B', 'C'], 'A, B y C', 'A, B and C'],
    [['Perú', 'India'], 'Perú e India', 'Perú and India'],
    [['Agua', '«Hidalgo»'], 'Agua e «Hidalgo»', 'Agua and «Hidalgo»'],
    [['Agua', 'Hielo'], 'Agua y Hielo', 'Agua and Hielo'],
  ])('%j read well', (names, spanish, english) => {
    expect([inARow(names, 'ES'), inARow(names, 'EN')]).toEqual([spanish, english]);
  });

  test.each([
    ['1977', '1977', '1977'],
    ['2015-01', 'enero de 2015', 'January 2015'],
    ['2015-01-27', '27 de enero de 2015', '27 January 2015'],
  ])('%s is as precise in words', (date, spanish, english) => {
    expect([dateWithin(date, 'ES'), dateWithin(date, 'EN')]).toEqual([spanish, english]);
  });
});

describe('the sections', () => {
  test.each(tieKinds.flatMap((kind) => (['from', 'to'] as const).map((end) => [kind, end] as const)))(
    'have a place for %s seen from its %s',
    (kind, end) => {
      // Only what a rule says; a new kind of fact would else end among the other facts, unseen.
      const known = [...rules, ...gatheredApart].filter(({ ties }) => ties.includes(kind));
      expect(known.some((rule) => rule.end === undefined || rule.end === end)).toBe(true);
    },
  );

  test('each have a title in both languages, and so have the sentences for what is missing', () => {
    expect(Object.keys(titles).sort()).toEqual([...sectionKeys].sort());
    const texts = [...Object.values(titles), ...absences.map(({ text }) => text)];
    expect(texts.filter(({ es, en }) => es === '' || en === '' || es === en)).toEqual([]);
  });
});

describe('the price of a brief', () => {
  const schema = buildSchema(readContract().join('\n'));
  const costOf = (text: string) => {
    const [operation] = parse(text).definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The test needs an operation.');
    return operationCost(schema, operation, new Map(), {});
  };
  const inObjects = 'sections { lines { statement citations { place source { title } } ties { id } } }';

  test('lets one pass, as a page or in objects, and a few together', () => {
    expect(costOf('{ brief(id: "a") { markdown html } }')).toBe(1001);
    expect(costOf(`{ brief(id: "a") { ${inObjects} } }`)).toBe(1000 + 1 + 12 * (1 + 8 * (1 + 3 * 2 + 3)));
    expect(costOf(`{ a: brief(id: "a") { ${inObjects} } b: brief(id: "b") { ${inObjects} } }`)).toBeLessThan(10_000);
  });

  test('refuses twenty', () => {
    const twenty = Array.from({ length: 20 }, (_, at) => `a${at}: brief(id: "a") { entity { id } }`);
    expect(costOf(`{ ${twenty.join(' ')} }`)).toBeGreaterThan(10_000);
  });
});
