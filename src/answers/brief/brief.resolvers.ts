import type { Resolvers } from '../../generated/resolvers.ts';
import { inLanguage } from './brief.clauses.ts';
import { citationsOfLine, lineStatement, toPage } from './brief.document.ts';
import { toHtml } from './brief.html.ts';
import { toMarkdown } from './brief.markdown.ts';

export { statements } from './brief.cypher.ts';

/** No id is longer than the importer allows: such a text need not reach the database. */
const LONGEST_ID = 1000;

export const resolvers: Resolvers = {
  Query: { brief: (_root, { id }, { loaders }) => (id.length > LONGEST_ID ? null : loaders.brief.load(id)) },
  Brief: {
    markdown: (brief, { lang }) => toMarkdown(toPage(brief, lang ?? 'ES')),
    html: (brief, { lang }) => toHtml(toPage(brief, lang ?? 'ES')),
  },
  BriefSection: { title: ({ title }, { lang }) => inLanguage(title, lang ?? 'ES') },
  BriefLine: {
    statement: (line, { lang }) => lineStatement(line, lang ?? 'ES'),
    citations: citationsOfLine,
  },
};
