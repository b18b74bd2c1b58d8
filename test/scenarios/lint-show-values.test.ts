/** `lint --show-values`: the rows of findings in the text report, with the cell marked. */
import iconv from 'iconv-lite';
import { widthOf } from '../../src/text/wrap.js';
import { CLEAN, cleanBut, HEADER, ROWS } from './lint-logs.js';
import { type Result, run } from './run.js';

const FEVERISH = cleanBut('36.5', '365');
const lint = (files: Readonly<Record<string, string | Uint8Array>>, ...argv: readonly string[]): Promise<Result> =>
  run(['lint', ...Object.keys(files), '--as-of', '2020-05-08', '--lang', 'zh', ...argv], {
    files,
    env: { COLUMNS: '110' },
  });

/** The line of a number in the report, and what of it stands above the marks. */
function shownAt(stdout: string, line: number): { row: string; marked: string } {
  const lines = stdout.split('\n');
  const at = lines.findIndex((each) => each.startsWith(`      ${line} | `));
  const [row = '', marks = ''] = at < 0 ? [] : lines.slice(at, at + 2);
  let width = 0;
  let marked = '';
  for (const char of row) {
    if (marks[width] === '^') marked += char;
    width += widthOf(char);
  }
  return { row: row.trimStart(), marked };
}

describe.each(['utf-8', 'gb18030', 'utf-16le'])('a log in %s', (encoding) => {
  const files = { 'entry.csv': iconv.encode(FEVERISH, encoding, { addBOM: encoding === 'utf-16le' }) };

  test('full shows the row as it is', async () => {
    const { stdout } = await lint(files, '--show-values', 'full');
    expect(shownAt(stdout, 2)).toEqual({
      row: '2 | 2020-05-06,08:00,17:00,张示例,X001,学员,一班,是,13800000001,365,绿,大门,李示例',
      marked: '365',
    });
  });

  test('masked leaves the first character of what is about a person', async () => {
    const { stdout } = await lint(files, '--show-values', 'masked');
    expect(shownAt(stdout, 2)).toEqual({
      row: '2 | 2020-05-06,08:00,17:00,张**,X***,学员,一*,是,1**********,3**,绿,大门,李**',
      marked: '3**',
    });
  });
});

test('without the option, or with none, no row is shown', async () => {
  const files = { 'entry.csv': FEVERISH };
  const [bare, none] = [await lint(files), await lint(files, '--show-values', 'none')];
  expect(bare.stdout).toContain('entry.csv:2:53 J列 体温');
  expect(bare.stdout).not.toContain(' | ');
  // the first line names the folder
  expect(none.stdout.split('\n').slice(1)).toEqual(bare.stdout.split('\n').slice(1));
});

test('a row of several lines is shown where the cell stands, marked to the end of the line', async () => {
  const rows = [
    ROWS[0]?.replace('张示例', '"张\n示例"').replace('36.5', '365'),
    ROWS[1]?.replace('王示例,X002,学员', '王示例,X002,"学\n徒"'),
  ];
  const { stdout } = await lint({ 'entry.csv': `${[HEADER, ...rows].join('\n')}\n` }, '--show-values', 'full');
  expect(shownAt(stdout, 3)).toEqual({
    row: '3 | 示例",X001,学员,一班,是,13800000001,365,绿,大门,李示例',
    marked: '365',
  });
  expect(shownAt(stdout, 4)).toEqual({ row: '4 | 2020-05-06,08:01,17:02,王示例,X002,"学', marked: '"学' });
});

test('of a wide table the part around the cell is shown', async () => {
  const more = Array.from({ length: 300 }, (_, i) => `其他${i}`).join(',');
  const text = FEVERISH.split('\n')
    .map((line) => (line === '' ? '' : `${more},${line}`))
    .join('\n');
  const { stdout } = await lint({ 'entry.csv': text }, '--show-values', 'masked');
  const { row, marked } = shownAt(stdout, 2);
  expect(row).toMatch(/^2 \| \.\.\..*,3\*\*,绿,大门,李\*\*$/);
  expect(marked).toBe('3**');
});

test('control characters are made visible, commands to a runner broken', async () => {
  const text = FEVERISH.replace('X001', '').replace('大门,李示例', '大门,\u001b[31m\u202e##[error]::b');
  const { stdout } = await lint({ 'entry.csv': text }, '--show-values', 'full');
  expect(shownAt(stdout, 2).row).toContain(',\\u{1b}[31m\\u{202e}#\\#[error]:\\:b');
  for (const control of ['\u001b', '\u202e']) expect(stdout).not.toContain(control);
});

test('only what the report shows is shown: of many alike the first twenty', async () => {
  const text = `${HEADER}\n${(ROWS[0] ?? '').replace('36.5', '365').concat('\n').repeat(50)}`;
  const { stdout } = await lint({ 'entry.csv': text }, '--show-values', 'full');
  const shown = new Set([...stdout.matchAll(/^ +(\d+) \| \d{4}/gm)].map(([, line]) => Number(line)));
  expect([...shown].sort((a, b) => a - b)).toEqual(Array.from({ length: shown.size }, (_, i) => i + 2));
  expect(shown.size).toBeLessThan(25);
});

test('another word is refused', async () => {
  const { code, stderr } = await lint({ 'entry.csv': CLEAN }, '--show-values', 'some');
  expect({ code, stderr }).toEqual({ code: 2, stderr: '错误：--show-values 只能是 none, masked, full\n' });
});
