/** `-f html`: every command that reports writes the page, alone or beside other formats. */
import { join } from 'node:path';
import { ROOT, run } from './run.js';

const COUNTY = join(ROOT, 'examples', 'county');
const AS_OF = ['--as-of', '2020-06-01', '--lang', 'zh'];

test('validate writes the page to stdout, and another format beside it', async () => {
  const profile = join(ROOT, 'examples', 'complete', 'profile.yaml');
  const { code, stdout, files } = await run([
    'validate',
    profile,
    ...AS_OF.with(1, '2020-05-11'),
    '-f',
    'html',
    '-f',
    'json',
    '-o',
    '-',
    '-o',
    'r.json',
  ]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^<!doctype html>\n<html lang="zh-CN"/);
  expect(stdout).toContain('<section id="verdict"');
  // what pictures are drawn from is for the page alone
  expect(files['r.json']).not.toContain('"figures"');
});

test('lint writes a calendar for each kind of log', async () => {
  const logs = join(ROOT, 'examples', 'mistakes', 'logs');
  const { code, files } = await run(['lint', logs, ...AS_OF, '-f', 'html', '-o', 'lint.html']);
  expect(code).toBe(1);
  expect(files['lint.html']?.match(/class="chart calendar"/g)?.length).toBeGreaterThan(15);
});

test('merge writes the same page as an audit in one go', async () => {
  const whole = await run(['audit', COUNTY, ...AS_OF, '-f', 'html', '-o', 'a.html']);
  const parts = await Promise.all(
    ['1/2', '2/2'].map(async (shard, i) => {
      const { files } = await run(['audit', COUNTY, ...AS_OF, '--shard', shard, '-o', `p${i}.ndjson`]);
      return files;
    }),
  );
  const files = Object.assign({}, ...parts) as Record<string, string>;
  const merged = await run(['merge', 'p0.ndjson', 'p1.ndjson', '--lang', 'zh', '-f', 'html', '-o', 'm.html'], {
    files,
  });
  expect([whole.code, merged.code]).toEqual([1, 1]);
  expect(merged.files['m.html']).toContain('<section id="matrix"');
  expect(merged.files['m.html']).toBe(whole.files['a.html']);
});
