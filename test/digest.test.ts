/** The digest of a report says by what it was judged: it changes with whatever judges, and with nothing else. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judgingDigest } from '../scripts/digest.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
let folder: string;
let usual: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'resume-check-digest-'));
  for (const name of ['src', 'schemas', 'build', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  usual = await judgingDigest(ROOT);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The digest of the copy with one text in a file replaced. */
async function changed(file: string, from: string, to: string): Promise<string> {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  const digest = await judgingDigest(folder);
  writeFileSync(path, text);
  return digest;
}

test('is that of a copy in another folder', async () => {
  expect(usual).toMatch(/^[0-9a-f]{64}$/);
  expect(await judgingDigest(folder)).toBe(usual);
});

test.each([
  ['a limit', 'src/plan/limits.ts', 'value: 15,', 'value: 16,'],
  ['a rule', 'src/rules/supplies.ts', "type === '背负式'", "type !== '背负式'"],
  ['how logs contradict themselves', 'src/logs/kinds/absence.ts', 'visited === false', 'visited === true'],
  ['how a profile is read', 'src/text/placeholder.ts', "'待定'", "'未决'"],
  ['how texts are decoded', 'src/text/decode.ts', "['utf-8', 'gb18030']", "['utf-8']"],
])('changes with %s', async (_, file, from, to) => {
  expect(await changed(file, from, to)).not.toBe(usual);
});

test.each([
  ['words', 'src/rules/supplies.ts', '口罩数大于教室数的15倍', '口罩数要大于教室数的15倍'],
  ['how a report looks', 'src/report/text.ts', "const CUT = '...'", "const CUT = '…'"],
])('stays as it is with other %s', async (_, file, from, to) => {
  expect(await changed(file, from, to)).toBe(usual);
});
