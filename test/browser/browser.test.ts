/** The pure folders run where there is no Node: bundled for a web page and run in a bare context. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { bundleForBrowser } from '../../scripts/browser.mjs';
import { projectFile, run } from '../scenarios/run.js';

const PAGE = fileURLToPath(new URL('page.ts', import.meta.url));
const VENTILATION = 'examples/running/logs/通风记录.csv';

interface Page {
  readonly validate: (text: string, asOf: string, surroundings: object) => Record<'json' | 'csv' | 'text', string>;
  readonly lint: (bytes: Uint8Array, asOf: string, surroundings: object) => Record<'json' | 'csv' | 'text', string>;
}

const surroundings = { digest: (text: string): string => createHash('sha256').update(text).digest('hex') };
let page: Page;

beforeAll(async () => {
  // of all that browsers have besides the language itself, only what turns bytes into text
  const context = vm.createContext({ TextDecoder, TextEncoder });
  vm.runInContext(await bundleForBrowser(PAGE), context);
  page = context.page as Page;
});

test.each(['complete', 'mistakes'])('validate %s: what the command line says', async (name) => {
  const text = projectFile(`examples/${name}/profile.yaml`);
  const here = page.validate(text, '2020-05-06', surroundings);
  const { stdout } = await run(['validate', 'profile.yaml', '--as-of', '2020-05-06', '-f', 'json', '--lang', 'zh'], {
    files: { 'profile.yaml': text },
  });
  expect(judged(here.json)).toEqual(judged(stdout));
  const asText = await run(['validate', 'profile.yaml', '--as-of', '2020-05-06', '--lang', 'zh'], {
    files: { 'profile.yaml': text },
  });
  expect(withoutExcerpts(here.text)).toBe(withoutExcerpts(asText.stdout));
  expect(here.csv.split('\r\n').length).toBe(1 + JSON.parse(here.json).institutions[0].findings.length + 1);
});

test('lint a log: what the command line says', async () => {
  const bytes = readFileSync(fileURLToPath(new URL(`../../${VENTILATION}`, import.meta.url)));
  const here = page.lint(new Uint8Array(bytes), '2020-06-01', surroundings);
  const { stdout } = await run(['lint', 'log.csv', '--as-of', '2020-06-01', '-f', 'json', '--lang', 'zh'], {
    files: { 'log.csv': bytes },
  });
  expect(judged(here.json)).toEqual(judged(stdout));
  expect(here.text).toContain('log.csv');
});

test('a module of Node anywhere in the pure folders ends the build', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'resume-check-gate-'));
  try {
    writeFileSync(
      join(folder, 'page.ts'),
      `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n`,
    );
    await expect(bundleForBrowser(join(folder, 'page.ts'))).rejects.toThrow('node:fs');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** What was judged, without what tells how. */
function judged(json: string): unknown {
  const { institutions } = JSON.parse(json) as { institutions: { id: string }[] };
  return institutions.map(({ id: _, ...rest }) => rest);
}

/** The lines of a report but those that quote the input. */
function withoutExcerpts(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^ {6}\s*\d* \|/.test(line))
    .join('\n');
}
