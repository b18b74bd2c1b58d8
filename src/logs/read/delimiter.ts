/** Which character separates the cells of a file. */
import { asBytes, type Encoding } from './encoding.js';

export type Delimiter = ',' | ';' | '\t' | '，';

/** In the order in which they are preferred when the lines say nothing. */
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '，'];

const LINES = 10;

/** The first lines of a file that are not blank, as they stand. `encoding` and `bom` are what `detectEncoding` said. */
export function firstLines(blocks: Iterable<Uint8Array>, encoding: Encoding, bom: number): string[] {
  const decoder = new TextDecoder(encoding === 'gb18030' ? 'gb18030' : 'utf-8', { ignoreBOM: true });
  let text = '';
  let lines: string[] = [];
  for (const bytes of asBytes(blocks, encoding, bom)) {
    text += decoder.decode(bytes.subarray(0, 64 * 1024), { stream: true });
    lines = text.split(/[\r\n]+/).filter((line) => line !== '');
    if (lines.length > LINES || text.length >= 64 * 1024) break;
  }
  return lines.slice(0, LINES);
}

/**
 * The delimiter that cuts the most lines into the same number of cells, weighed by that number; or what Excel's own
 * first line `sep=;` says, which is then no record (`sepLine`).
 */
export function sniffDelimiter(firstLines: readonly string[]): { delimiter: Delimiter; sepLine: boolean } {
  const named = /^"?sep=(.)"?$/i.exec(firstLines[0] ?? '')?.[1];
  const known = DELIMITERS.find((delimiter) => delimiter === named);
  if (known) return { delimiter: known, sepLine: true };
  const lines = firstLines.slice(0, LINES).map((line) => line.replace(/"[^"]*"?/g, '""'));
  const weights = DELIMITERS.map((delimiter) => weight(lines, delimiter));
  const best = weights.indexOf(Math.max(...weights));
  return { delimiter: DELIMITERS[best] ?? ',', sepLine: false };
}

/** Lines that agree in their number of cells × that number; 0 where the delimiter separates nothing. */
function weight(lines: readonly string[], delimiter: Delimiter): number {
  // Between digits a comma may be a decimal one; a delimiter stands elsewhere as well.
  const separates = lines.some((line) => line.replaceAll(/\d,(?=\d)/g, '').includes(delimiter));
  if (!separates) return 0;
  const agreeing = new Map<number, number>();
  for (const line of lines) {
    const cells = line.split(delimiter).length;
    if (cells > 1) agreeing.set(cells, (agreeing.get(cells) ?? 0) + 1);
  }
  return Math.max(...[...agreeing].map(([cells, count]) => cells * count));
}
