/** What XML 1.0 cannot hold, in no way of writing: most control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** White space besides the space is written as a reference too: a parser would turn it into spaces in an attribute. */
const special = /[&<>"\t\n\r]/g;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Writes a text for an attribute or an element of XML; characters that XML cannot hold are left out. */
export function xml(text: string): string {
  return text.replace(forbidden, '').replace(special, (sign) => references[sign] ?? sign);
}
