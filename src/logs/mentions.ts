/** Numbers the people whom a file names: the same words are the same mention. */
import type { PersonColumns } from './kind.js';
import type { Mention } from './summary.js';

/** The mentions of one file, in the order in which they first stand there. */
export class Mentions {
  readonly list: Mention[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(private readonly columns: PersonColumns | undefined) {}

  /** Returns the position of the person whom the row names, or -1 if it names none. */
  of(row: Readonly<Record<string, unknown>>, line: number, date: string): number {
    const { columns } = this;
    if (!columns) return -1;
    const name = textOf(row[columns.name]);
    if (name === '') return -1;
    const number = columns.number ? textOf(row[columns.number]) : '';
    const idNumber = columns.idNumber ? textOf(row[columns.idNumber]) : '';
    const group = columns.group ? textOf(row[columns.group]) : '';
    const category = columns.category ? textOf(row[columns.category]) : '';
    const key = `${name}\t${number}\t${idNumber}\t${group}\t${category}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.list.length);
    this.list.push({ name, number, idNumber, group, category, line, date });
    return this.list.length - 1;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
