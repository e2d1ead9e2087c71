/** An element of a document. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads a document of XML 1.0 and throws where it is not well-formed: enough for files without comments and CDATA. Kept apart
 * from what writes them, so that the one checks the other.
 */
export function readXml(text: string): Element {
  const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.exec(text);
  if (forbidden !== null) throw new Error(`A character that XML cannot hold at ${forbidden.index}`);
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!text.startsWith(declaration)) throw new Error('No declaration');
  const root: Element = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [root];
  const sign = /<(\/?)([A-Za-z][\w.:-]*)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  for (sign.lastIndex = declaration.length; sign.lastIndex < text.length;) {
    const at = sign.lastIndex;
    const match = sign.exec(text);
    const parent = open.at(-1);
    if (match === null || parent === undefined) throw new Error(`Not well-formed at ${at}: ${text.slice(at, at + 80)}`);
    const [, closing, name = '', written = '', empty, between] = match;
    if (between !== undefined) parent.text += unescaped(between);
    else if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`${name} is closed at ${at}, but was not the last opened`);
    } else {
      const element = { name, attributes: attributesOf(written), children: [], text: '' };
      parent.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  const [only, ...others] = root.children;
  if (open.length !== 1 || only === undefined || others.length > 0) throw new Error('Not one closed root');
  return only;
}

/** All elements of a name, at any depth. */
export function allOf(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)]);
}

export function attribute(element: Element, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined) throw new Error(`${element.name} has no ${name}`);
  return value;
}

function attributesOf(written: string): ReadonlyMap<string, string> {
  const pairs = [...written.matchAll(/([\w.:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => {
    if (/[\t\n\r]/.test(value)) throw new Error(`A parser would turn white space of ${name} into spaces: ${value}`);
    return [name, unescaped(value)] as const;
  });
  const attributes = new Map(pairs);
  if (attributes.size < pairs.length) throw new Error(`An attribute stands twice: ${written}`);
  return attributes;
}

function unescaped(text: string): string {
  return text.replace(/&([^;&]*);|&/g, (whole, name: string | undefined) => {
    const number = /^#(\d+)$/.exec(name ?? '')?.[1];
    const sign = number === undefined ? references[name ?? ''] : String.fromCodePoint(Number(number));
    if (sign === undefined) throw new Error(`Expected a reference, but got ${whole}`);
    return sign;
  });
}
