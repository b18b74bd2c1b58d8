/** A small reader of XML that throws at anything not well formed, for looking into documents. */

/** A piece of a document: `<w:p a="b">` with its attributes, its end, or text with references resolved. */
export type Piece =
  | { readonly kind: 'start'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'end'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** What XML 1.0 does not let stand in a document, written or referred to. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
const TAG = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*="[^"<]*")*)\s*(\/?)>/y;

function resolved(raw: string): string {
  const text = raw.replace(/&([^;]*);?/g, (whole, name: string) => {
    if (!whole.endsWith(';')) throw new Error(`a bare & in ${raw.slice(0, 60)}`);
    const code = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name);
    if (code) return String.fromCodePoint(code[1] ? Number.parseInt(code[1], 16) : Number(code[2]));
    if (!Object.hasOwn(ENTITIES, name)) throw new Error(`unknown entity ${name}`);
    return ENTITIES[name] ?? '';
  });
  if (FORBIDDEN.test(text)) throw new Error(`a character that XML forbids in ${JSON.stringify(raw.slice(0, 60))}`);
  return text;
}

/** Returns the pieces of an XML document in their order. */
export function readXml(xml: string): Piece[] {
  const pieces: Piece[] = [];
  const open: string[] = [];
  let at = /^\ufeff?(?:<\?xml[^?]*\?>)?\s*/.exec(xml)?.[0].length ?? 0;
  while (at < xml.length) {
    if (xml[at] !== '<') {
      const end = xml.indexOf('<', at);
      const raw = xml.slice(at, end < 0 ? xml.length : end);
      if (raw.includes(']]>')) throw new Error(']]> in a text');
      if (open.length === 0 && raw.trim() !== '') throw new Error('text outside of the root');
      pieces.push({ kind: 'text', text: resolved(raw) });
      at += raw.length;
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(xml);
    if (!tag) throw new Error(`not well formed: ${xml.slice(at, at + 60)}`);
    const [whole, slash, name = '', list = '', empty] = tag;
    at += whole.length;
    if (slash) {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
      pieces.push({ kind: 'end', name });
      continue;
    }
    if (open.length === 0 && pieces.some((each) => each.kind === 'start')) throw new Error('a second root');
    const attributes = new Map<string, string>();
    for (const [, key = '', value = ''] of list.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
      if (attributes.has(key)) throw new Error(`${key} twice in <${name}>`);
      attributes.set(key, resolved(value));
    }
    pieces.push({ kind: 'start', name, attributes });
    if (empty) pieces.push({ kind: 'end', name });
    else open.push(name);
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is not closed`);
  return pieces;
}

/** Returns the attributes of all elements of a name. */
export function elements(pieces: readonly Piece[], name: string): ReadonlyMap<string, string>[] {
  return pieces.flatMap((piece) => (piece.kind === 'start' && piece.name === name ? [piece.attributes] : []));
}

/** Returns the pieces of each element of a name, the element itself included. */
export function parts(pieces: readonly Piece[], name: string): Piece[][] {
  const found: Piece[][] = [];
  let from = -1;
  let depth = 0;
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind === 'text' || piece.name !== name) continue;
    if (piece.kind === 'start' && depth++ === 0) from = i;
    if (piece.kind === 'end' && --depth === 0) found.push(pieces.slice(from, i + 1));
  }
  return found;
}

/** Returns the text of the pieces. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
}
