/** jest's `test` and `describe` for what needs programs: where one is missing they skip, in CI they fail. */
import { commandFor, isThere, onPath } from '../scripts/programs.mjs';
import { findPdfMaker } from '../src/io/browser.js';
import { DEEP } from './deep.js';

/** Those of jest, or such as skip. */
export interface Tests {
  readonly test: jest.It;
  readonly describe: jest.Describe;
}

/** Returns `test` and `describe` of jest where the programs are installed, else such as skip. With CI it throws then. */
export function withPrograms(...names: readonly string[]): Tests {
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return { test, describe };
  if (process.env.CI) throw new Error(`not installed: ${missing.join(', ')}; ${commandFor(missing)}`);
  return skippedWithout(...missing);
}

/** Returns such as skip; the end of the run says for want of what, which the reporter reads from the titles. */
export function skippedWithout(...missing: readonly string[]): Tests {
  const mark = `[without ${missing.join(', ')}]`;
  return { test: marked(test.skip, mark), describe: marked(describe.skip, mark) };
}

/**
 * The browser in which tests look at pages. The same without its windows takes half the processor time; where the tests
 * look farther it is the one that the program finds.
 */
export function browserOfTests(): string {
  return (DEEP ? undefined : onPath('chromium-headless-shell')) ?? findPdfMaker()?.program ?? '';
}

/** Any browser that the program finds does. */
function isInstalled(name: string): boolean {
  return name === 'chromium' ? findPdfMaker()?.kind === 'browser' : isThere(name);
}

function marked<T extends jest.It | jest.Describe>(skip: T, mark: string): T {
  type Titled = (title: string, ...rest: readonly unknown[]) => void;
  const titled =
    (call: Titled): Titled =>
    (title, ...rest) =>
      call(`${mark} ${title}`, ...rest);
  const { each } = skip as unknown as { each: (table: readonly unknown[]) => Titled };
  return Object.assign(titled(skip as unknown as Titled), {
    each: (table: readonly unknown[]) => titled(each(table)),
  }) as unknown as T;
}
