/** How much a template may print: partials that include others twice, or lists in lists, grow without bound. */
import { UnusableError } from '../errors.js';

/** Most that one paper may print, in UTF-16 units. */
export const MOST_OUTPUT = 10 * 1024 * 1024;

/** What a part counts for at least: parts that print nothing take time too. */
const LEAST_PART = 64;

/** Counts what a template prints while it prints, and ends it beyond the bound. */
export class Meter {
  private printed = 0;
  private template = { name: '', file: '' };

  /** Begins to count for a template. */
  begin(template: { readonly name: string; readonly file: string }): void {
    this.printed = 0;
    this.template = template;
  }

  /**
   * Prints one part, a partial or one turn of a list, and counts it, without what parts inside it have counted already.
   *
   * @throws {UnusableError} naming the template, beyond the bound.
   */
  part(print: () => string): string {
    const before = this.printed;
    const text = print();
    this.printed += Math.max(text.length - (this.printed - before), LEAST_PART);
    this.check(this.printed);
    return text;
  }

  /**
   * Checks the size of something printed.
   *
   * @throws {UnusableError} naming the template, beyond the bound.
   */
  check(size: number): void {
    if (size > MOST_OUTPUT) throw this.refusal();
  }

  /** The error about a template that prints too much. */
  refusal(): UnusableError {
    const { name, file } = this.template;
    return new UnusableError(
      'template/output',
      {
        zh: '模板 {name} 写出的内容超过上限 {most} MiB',
        en: 'the template {name} prints more than {most} MiB, the limit',
      },
      { name, most: MOST_OUTPUT / 1024 / 1024 },
      { file, line: 1, column: 1, endLine: 1, endColumn: 1 },
    );
  }
}
