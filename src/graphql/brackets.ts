const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const HASH = 0x23;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const OPENING = new Set([0x28, 0x5b, 0x7b]);
const CLOSING = new Set([0x29, 0x5d, 0x7d]);

/** How many brackets of a JSON text are open at once; parsers that recurse run out of stack on deep nesting. */
export function jsonNesting(text: string): number {
  return nesting(text, (at) => (text.charCodeAt(at) === QUOTE ? afterString(text, at + 1) : at));
}

/** The same for a GraphQL document, whose strings may be blocks and which has comments. */
export function documentNesting(text: string): number {
  return nesting(text, (at) => {
    const code = text.charCodeAt(at);
    if (code === HASH) return afterComment(text, at + 1);
    if (code !== QUOTE) return at;
    return text.startsWith('"""', at) ? afterBlock(text, at + 3) : afterLine(text, at + 1);
  });
}

/** `skip` returns where to go on when something opaque begins at a position, else the position itself. */
function nesting(text: string, skip: (at: number) => number): number {
  let open = 0;
  let most = 0;
  for (let at = 0; at < text.length; at += 1) {
    const next = skip(at);
    if (next > at) {
      at = next - 1;
      continue;
    }
    const code = text.charCodeAt(at);
    if (OPENING.has(code)) most = Math.max(most, (open += 1));
    else if (CLOSING.has(code)) open -= 1;
  }
  return most;
}

function afterString(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at + 1;
}

/** A line break ends a string that was left open: what follows is read as GraphQL again, and counted. */
function afterLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== QUOTE && !endsLine(text.charCodeAt(at)))
    at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at + 1;
}

function afterBlock(text: string, from: number): number {
  for (let at = text.indexOf('"""', from); at !== -1; at = text.indexOf('"""', at + 3)) {
    if (text.charCodeAt(at - 1) !== BACKSLASH) return at + 3;
  }
  return text.length;
}

function afterComment(text: string, from: number): number {
  let at = from;
  while (at < text.length && !endsLine(text.charCodeAt(at))) at += 1;
  return at;
}

function endsLine(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}
