/** How a test run treats programs that are not installed: in CI an error, elsewhere one line at the end. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingLines } from '../scripts/closing-line.mjs';
import { commandFor, isThere } from '../scripts/programs.mjs';
import { withPrograms } from './programs.js';

const { PATH, CI } = process.env;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resume-check-programs-'));
  process.env.PATH = folder;
});
afterEach(() => {
  process.env.PATH = PATH;
  if (CI === undefined) delete process.env.CI;
  else process.env.CI = CI;
  rmSync(folder, { recursive: true, force: true });
});
const install = (name: string): void => {
  writeFileSync(join(folder, name), '');
  chmodSync(join(folder, name), 0o755);
};

test('a program is there if it is on the PATH and can be run', () => {
  expect(isThere('zsh')).toBe(false);
  writeFileSync(join(folder, 'zsh'), '', { mode: 0o644 });
  expect(isThere('zsh')).toBe(false);
  install('zsh');
  expect(isThere('zsh')).toBe(true);
});

test('any browser that makes PDFs will do, LibreOffice is none', () => {
  process.env.CI = 'true';
  install('soffice');
  expect(() => withPrograms('chromium')).toThrow('not installed: chromium');
  install('google-chrome');
  expect(withPrograms('chromium')).toEqual({ test, describe });
});

test('in CI what is missing is an error that names it and how to install it', () => {
  process.env.CI = 'true';
  install('fish');
  expect(() => withPrograms('fish', 'pdfinfo', 'xmllint', 'pdftotext')).toThrow(
    'not installed: pdfinfo, xmllint, pdftotext; apt-get install --no-install-recommends poppler-utils libxml2-utils',
  );
});

test('elsewhere its tests are others, which skip', () => {
  delete process.env.CI;
  expect(withPrograms('fish').test).not.toBe(test);
  expect(withPrograms('fish').describe).not.toBe(describe);
});

test('nothing is known to install a terminal', () => {
  expect(commandFor(['script(1)'])).toBeUndefined();
});

describe('the end of a run', () => {
  const suite = (name: string, ...tests: readonly (readonly [fullName: string, status: string])[]) => ({
    testFilePath: join('/project/test', name),
    testResults: tests.map(([fullName, status]) => ({ fullName, status })),
  });
  const printed = (testResults: readonly unknown[], numPendingTests: number): string => {
    const counts = { numPassedTests: 7, numFailedTests: 1, numRuntimeErrorTestSuites: 1, numPendingTests };
    return closingLines({ ...counts, testResults }, '/project');
  };

  test('says in one line what was skipped for want of what, and what installs it', () => {
    const suites = [
      suite('a.test.ts', ['[without fish, zsh] x', 'pending'], ['a [without fish, zsh] y', 'pending'], ['z', 'passed']),
      suite('b.test.ts', ['[without fish, zsh] x', 'pending'], ['[without script(1)] y', 'pending'], ['z', 'pending']),
    ];
    expect(printed(suites, 5)).toBe(
      'skipped: 1 of test/b.test.ts (no script(1)); 2 of test/a.test.ts, 1 of test/b.test.ts (no fish, zsh). ' +
        'To install what is missing: apt-get install --no-install-recommends fish zsh\n7 passed, 2 failed, 5 skipped\n',
    );
  });

  test('says nothing of what was skipped for other reasons', () => {
    expect(printed([suite('a.test.ts', ['x', 'pending'])], 1)).toBe('7 passed, 2 failed, 1 skipped\n');
    expect(printed([suite('a.test.ts', ['x', 'passed'])], 0)).toBe('7 passed, 2 failed\n');
  });
});
