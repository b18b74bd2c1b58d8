/** Recognises a header that stands again among the rows, as where months were pasted one below the other. */
import { inputCheck } from '../../input-check.js';
import type { LogKind } from '../kind.js';
import { LONGEST_NAME, namesOf, normaliseHeader } from './header-names.js';

/** A header that stands again among the rows. */
export const REPEATED = inputCheck({
  id: 'input/header-repeated',
  severity: 'info',
  messages: {
    'header-repeated': {
      zh: '表头在表中间又出现 {count} 次（几张表上下拼在一起），已跳过，不当作数据',
      en: 'the header stands among the rows again (times: {count}), as where tables were pasted one below the other; passed over',
    },
  },
});

/** The header of a file, to compare rows with. */
export class HeaderAgain {
  /** How often it stood again, and the line of the first time. */
  count = 0;
  firstLine = 0;
  private readonly parts: readonly (readonly string[])[];
  /** The first filled cell of each part, which tells nearly every row apart. */
  private readonly first: readonly number[];
  private lastPart = Number.POSITIVE_INFINITY;
  private readonly plain: ReadonlyMap<string, readonly string[]>;

  /** @param records - those of the header: one or two of names, and one of units */
  constructor(records: readonly (readonly string[])[], kind: LogKind) {
    this.parts = records
      .map((cells) => cells.map(normaliseHeader))
      .filter((names) => names.some((name) => name !== ''));
    this.first = this.parts.map((names) => names.findIndex((name) => name !== ''));
    this.plain = namesOf(kind).plain;
  }

  /**
   * Returns whether a row is the header or one of its rows, with the same columns in the same places, if by other names;
   * else its cells would be read as what they are not.
   */
  takes(cells: readonly string[], line: number): boolean {
    const part = this.parts.findIndex((names, i) => this.isPart(cells, names, this.first[i] as number));
    if (part < 0) return false;
    // the second row of a header follows the first
    if (part <= this.lastPart) {
      if (this.count === 0) this.firstLine = line;
      this.count++;
    }
    this.lastPart = part === this.parts.length - 1 ? Number.POSITIVE_INFINITY : part;
    return true;
  }

  private isPart(cells: readonly string[], names: readonly string[], first: number): boolean {
    if (!this.isName(cells[first], names[first] as string)) return false;
    const width = Math.max(cells.length, names.length);
    for (let at = 0; at < width; at++) if (!this.isName(cells[at], names[at] ?? '')) return false;
    return true;
  }

  private isName(cell: string | undefined, name: string): boolean {
    if (cell === undefined || cell === '' || cell.length > LONGEST_NAME) return (cell ?? '') === '' && name === '';
    const text = normaliseHeader(cell);
    if (text === name) return true;
    const columns = this.plain.get(name);
    return columns?.some((column) => this.plain.get(text)?.includes(column)) ?? false;
  }
}
