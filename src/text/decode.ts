/** Bytes → text, for files as Windows, WPS and Excel write them. Never guesses from a sample, never replaces bytes. */

/** What the bytes turned out to be. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  | { readonly ok: false; readonly reason: 'undecodable' | 'utf-16-without-bom' };

/** The text, if the bytes are text in that encoding. NUL is in no text, but in all that is none. */
const strict = (label: string, bytes: Uint8Array): string | undefined => {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
};

/** Whether every second byte of the beginning is NUL, as in UTF-16 text of Latin letters. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 64);
  return head.length >= 4 && head.includes(0);
}

/**
 * Decodes by byte order mark, else as strict UTF-8, else as strict GB18030 (which includes GBK). UTF-8 comes first:
 * UTF-8 Chinese is also valid GB18030, the reverse is rare. The label is `gb18030`, since Node 20's `gbk` is wrong
 * (nodejs/node#61041). The byte order mark is not part of the text.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  if (marked) {
    const text = strict(marked, bytes);
    return text === undefined ? { ok: false, reason: 'undecodable' } : { ok: true, text, encoding: marked };
  }
  if (looksLikeUtf16(bytes)) return { ok: false, reason: 'utf-16-without-bom' };
  for (const encoding of ['utf-8', 'gb18030']) {
    const text = strict(encoding, bytes);
    if (text !== undefined) return { ok: true, text, encoding };
  }
  return { ok: false, reason: 'undecodable' };
}
