import type { Page, PageLine } from './brief.document.ts';

/** A page as Markdown that can be pasted anywhere: numbers in brackets, and the sources at the end. */
export function toMarkdown(page: Page): string {
  const blocks = [
    `# ${escaped(page.heading)}: ${escaped(page.name)}`,
    `*${escaped(capital(page.kind))}. ${page.remarks.map(escaped).join(' ')}*`,
    ...page.sections.flatMap(({ title, lines, more }) => [
      `## ${escaped(title)}`,
      [...lines.map((line) => `- ${markdownLine(line)}`), ...(more === null ? [] : [`- *${escaped(more)}*`])].join(
        '\n',
      ),
    ]),
    `## ${escaped(page.sourcesTitle)}`,
    page.sources
      .map(({ title, about, url, places }) =>
        [
          `- **${escaped(title)}**${about === '' ? '' : `. ${escaped(about)}`}${url === null ? '' : `. <${addressOf(url)}>`}`,
          ...places.map(({ number, place }) => `  - [${number}] ${escaped(place)}`),
        ].join('\n'),
      )
      .join('\n'),
    `*${escaped(page.dataTitle)}: ${page.data.map(escaped).join(' ')}*`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function markdownLine({ parts, years }: PageLine): string {
  const text = parts
    .map(
      (part, at) =>
        `${(at === 0 ? escapedAtStart : escaped)(part.text)}${part.numbers.map((number) => ` [${number}]`).join('')}`,
    )
    .join('');
  return `${text}${years.length === 0 ? '' : ` (${years.join(', ')})`}.`;
}

/**
 * A text in which nothing is Markdown or HTML: signs with a meaning are escaped. Line breaks and control characters
 * become spaces.
 */
function escaped(text: string): string {
  return plain(text).replace(/[\\`*_[\]<>#|~$]|!(?=\[)|&(?=#?\w+;)/g, '\\$&');
}

/** The same at the beginning of a line, where numbers and strokes make lists. */
function escapedAtStart(text: string): string {
  return escaped(text)
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&');
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** Without line breaks, control characters and those that turn the direction of the text. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

/** An address that cannot end its brackets. */
function addressOf(url: string): string {
  return url.replace(/[<>\s\\]/g, (sign) => encodeURIComponent(sign));
}
