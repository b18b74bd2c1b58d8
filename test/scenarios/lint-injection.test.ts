/** Naughty strings in the cells, headers and titles of a log reach no terminal and no CI runner. */
import { NAUGHTY as TEXTS } from '../naughty.js';
import { HEADER, ROWS } from './lint-logs.js';
import { run } from './run.js';
import { commandsIn, unprintable } from './runner-parsers.js';

const NAUGHTY: readonly string[] = [
  ...TEXTS,
  ...['::error::x', '\r::stop-commands::t\r', '\u3000::warning::x', '\u0085::add-mask::x', '##[add-mask]x', '##vso[x]'],
  ...['\u001b[31m', '\u001b]0;x\u0007', '\u009b31m', '\u202e', '\u2066', '\u200b', '\b\b', '\u{e0041}'],
];
const quoted = (text: string): string => `"${text.replaceAll('\0', '').replaceAll('"', '""')}"`;
const [ROW = ''] = ROWS;

/** A row with the text in place of each cell in turn but the first. */
const rows = NAUGHTY.map((text, i) => {
  const cells = ROW.split(',');
  cells[1 + (i % (cells.length - 1))] = quoted(text);
  return cells.join(',');
});
const headers = NAUGHTY.map(quoted).join(',');

const FILES = {
  'logs/##[error]x.csv': `${HEADER},没见过\n${ROWS.join('\n')}\n`,
  'logs/cells.csv': `${HEADER}\n${rows.join('\n')}\n`,
  'logs/headers.csv': `${HEADER},${headers}\n${ROWS.join('\n')}\n`,
  'logs/titles.csv': `${NAUGHTY.slice(-8).map(quoted).join('\n')}\n${HEADER}\n${ROWS.join('\n')}\n`,
  'logs/all.csv': `日期,场所,开窗时间,关窗时间,通风方式,责任人\n${NAUGHTY.map((text) => `2020-05-06,${quoted(text)},08:00,08:10,空调,${quoted(text)}`).join('\n')}\n`,
};

test.concurrent.each(['text', 'json', 'github', 'markdown', 'junit', 'sarif', 'gitlab', 'csv'])(
  '%s',
  async (format) => {
    for (const language of ['zh', 'en']) {
      const argv = ['lint', 'logs', '--as-of', '2020-05-08', '--lang', language, '-f', format];
      const { code, stdout, stderr } = await run(argv, { files: FILES });
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
      expect(stdout.length).toBeGreaterThan(500);
      // the annotations of GitHub are commands by design, and CSV is for spreadsheets: CRLF and a byte order mark
      const own = format === 'github' ? ['error', 'warning', 'notice'] : [];
      expect(commandsIn(stdout).filter((name) => !own.includes(name))).toEqual([]);
      expect(unprintable(format === 'csv' ? stdout.replace(/^\ufeff/, '').replaceAll('\r\n', '\n') : stdout)).toEqual(
        [],
      );
    }
  },
);

test.concurrent.each(['masked', 'full'])('text with --show-values %s', async (how) => {
  const argv = ['lint', 'logs', '--as-of', '2020-05-08', '--show-values', how];
  const { code, stdout, stderr } = await run(argv, { files: FILES });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/^ +\d+ \| .*2020-05-06/m);
  expect(commandsIn(stdout)).toEqual([]);
  expect(unprintable(stdout)).toEqual([]);
});
