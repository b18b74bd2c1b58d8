/** What the program says of itself: a script, a schema, an example, with no word of a stranger in it. */

/** Returns it as bytes, which go to a stream as they are: `::` is a word of a shell, and sample numbers are nobody's. */
export function ownWords(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
