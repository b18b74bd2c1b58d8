/** How much a template may print, and how deep: partials that include others or themselves grow without bound. */
import { UnusableError } from '../errors.js';
import type { Wording } from '../types.js';

/** Most that one paper may print, in UTF-16 units. */
export const MOST_OUTPUT = 10 * 1024 * 1024;

/** Deepest nesting of partials and lists in one another: far deeper, the stack of the machine ends. */
const MOST_PARTS = 64;

/** What a part counts for at least: parts that print nothing take time too. */
const LEAST_PART = 64;

/** Counts what a template prints while it prints, and ends it beyond the bound. */
export class Meter {
  private printed = 0;
  private depth = 0;
  private template = { name: '', file: '' };

  /** Begins to count for a template. */
  begin(template: { readonly name: string; readonly file: string }): void {
    this.printed = 0;
    this.depth = 0;
    this.template = template;
  }

  /**
   * Prints one part, a partial or one turn of a list, and counts it, without what parts inside it have counted already.
   *
   * @throws {UnusableError} naming the template, beyond the bound.
   */
  part(print: () => string): string {
    const before = this.printed;
    this.enter();
    const text = print();
    this.leave();
    this.printed += Math.max(text.length - (this.printed - before), LEAST_PART);
    this.check(this.printed);
    return text;
  }

  /**
   * Goes one part deeper.
   *
   * @throws {UnusableError} naming the template, beyond the bound.
   */
  enter(): void {
    this.depth++;
    if (this.depth <= MOST_PARTS) return;
    throw this.error(
      'template/depth',
      {
        zh: '模板 {name} 的部件或列表层层相套超过 {most} 层（部件引用了自己？）',
        en: 'the template {name} nests partials or lists more than {most} deep (does a partial include itself?)',
      },
      MOST_PARTS,
    );
  }

  /** Comes back from a part. */
  leave(): void {
    this.depth--;
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
    return this.error(
      'template/output',
      {
        zh: '模板 {name} 写出的内容超过上限 {most} MiB',
        en: 'the template {name} prints more than {most} MiB, the limit',
      },
      MOST_OUTPUT / 1024 / 1024,
    );
  }

  private error(code: string, wording: Wording, most: number): UnusableError {
    const { name, file } = this.template;
    return new UnusableError(code, wording, { name, most }, { file, line: 1, column: 1, endLine: 1, endColumn: 1 });
  }
}
