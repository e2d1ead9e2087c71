import { plain } from './brief.markdown.ts';
import type { Page, PageLine } from './brief.document.ts';

/** Dark on white throughout: each colour has a contrast of 7 or more. */
const STYLE = `
@page { size: A4; margin: 13mm 14mm 12mm; }
* { box-sizing: border-box; }
html { color: #1c1c1c; background: #fff; font: 9.4pt/1.34 Georgia, "Times New Roman", "Liberation Serif", serif; }
body { max-width: 182mm; margin: 8mm auto; padding: 0 4mm; overflow-wrap: break-word; }
header { border-bottom: 1.6pt solid #7a1f2b; padding-bottom: 2mm; margin-bottom: 1mm; }
.kind { margin: 0; font: 600 8pt/1.3 system-ui, "Liberation Sans", sans-serif; letter-spacing: .06em; text-transform: uppercase; color: #7a1f2b; }
h1 { margin: .4mm 0 1mm; font-size: 21pt; line-height: 1.1; font-weight: 600; }
.remark { margin: 0; font-size: 8.2pt; font-style: italic; color: #444; }
section { display: grid; grid-template-columns: 33mm 1fr; column-gap: 5mm; padding: 1.5mm 0 1.1mm; border-bottom: .4pt solid #b9b4ac; }
h2 { margin: .2mm 0 0; font: 600 8.4pt/1.3 system-ui, "Liberation Sans", sans-serif; color: #7a1f2b; break-after: avoid; }
ul { margin: 0; padding: 0; list-style: none; }
section li { position: relative; margin: 0 0 .8mm; padding-left: 3mm; break-inside: avoid; }
section li::before { content: "–"; position: absolute; left: 0; color: #7a1f2b; }
section li.more { font-style: italic; }
section li.more::before { content: ""; }
sup { font: 600 6.4pt/1 system-ui, "Liberation Sans", sans-serif; vertical-align: 3pt; }
sup a { color: #7a1f2b; text-decoration: none; padding: 0 .3mm; }
a:focus-visible { outline: 2px solid #1c1c1c; outline-offset: 1px; }
.year { color: #444; font-size: 8.2pt; white-space: nowrap; }
.absence { background: #f6f1ea; padding-left: 2mm; padding-right: 2mm; margin: 0 -2mm; }
.absence ul { columns: 2; column-gap: 6mm; }
footer { padding-top: 1.8mm; font-size: 7.4pt; line-height: 1.3; color: #333; }
footer h2 { margin-bottom: .6mm; }
.sources { columns: 2; column-gap: 6mm; }
.source { margin: 0 0 1.2mm; break-inside: avoid-column; }
.source b { font-weight: 600; }
.source a { color: #333; }
.place { white-space: normal; }
.place:target { background: #f3e2b3; }
.place i { font: 600 6.6pt/1 system-ui, "Liberation Sans", sans-serif; color: #7a1f2b; }
.data { margin: 1mm 0 0; }
@media print { body { margin: 0 auto; padding: 0; max-width: none; } .absence { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
@media screen { html { font-size: 12pt; } body { max-width: 60rem; } sup { font-size: 8.5pt; } footer { font-size: 10pt; } .remark, .year, h2, .kind { font-size: 10.5pt; } .place i { font-size: 9pt; } sup a { padding: 0 .25em; } }
@media screen and (max-width: 40rem) { section { grid-template-columns: 1fr; } .absence ul, .sources { columns: 1; } }
`.trim();

/** A page as one HTML document that needs nothing else: no script, nothing to fetch. */
export function toHtml(page: Page): string {
  const { lang, heading, kind, name, remarks, sections, sourcesTitle, sources, dataTitle, data } = page;
  return `<!doctype html>
<html lang="${lang === 'EN' ? 'en' : 'es'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(heading)}: ${escaped(name)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<header>
<p class="kind">${escaped(heading)} · ${escaped(kind)}</p>
<h1>${escaped(name)}</h1>
${remarks.map((remark) => `<p class="remark">${escaped(remark)}</p>`).join('\n')}
</header>
<main>
${sections.map(sectionOf).join('\n')}
</main>
<footer>
<h2>${escaped(sourcesTitle)}</h2>
<div class="sources">
${sources.map(sourceOf).join('\n')}
</div>
<p class="data">${escaped(dataTitle)}: ${data.map(escaped).join(' ')}</p>
</footer>
</body>
</html>
`;
}

function sectionOf({ title, isAbsence, lines, more }: Page['sections'][number]): string {
  const rest = more === null ? '' : `\n<li class="more">${escaped(more)}</li>`;
  return `<section${isAbsence ? ' class="absence"' : ''}>
<h2>${escaped(title)}</h2>
<ul>
${lines.map((line) => `<li>${lineOf(line)}</li>`).join('\n')}${rest}
</ul>
</section>`;
}

function lineOf({ parts, years }: PageLine): string {
  const text = parts.map((part) => `${escaped(part.text)}${numbersOf(part.numbers)}`).join('');
  return `${text}${years.length === 0 ? '' : ` <span class="year">(${years.join(', ')})</span>`}.`;
}

function numbersOf(numbers: readonly number[]): string {
  if (numbers.length === 0) return '';
  return `<sup>${numbers.map((number) => `<a href="#f${number}">${number}</a>`).join(',')}</sup>`;
}

function sourceOf({ title, about, url, places }: Page['sources'][number]): string {
  const name = `<b>${escaped(title)}</b>`;
  const linked = url !== null && /^https?:\/\//i.test(url) ? `<a href="${escaped(url)}">${name}</a>` : name;
  const listed = places.map(
    ({ number, place }) => `<span class="place" id="f${number}"><i>${number}</i> ${escaped(place)}</span>`,
  );
  return `<p class="source">${linked}${about === '' ? '' : `. ${escaped(about)}`}. ${listed.join('; ')}.</p>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return plain(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
