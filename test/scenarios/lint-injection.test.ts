/** Naughty strings in the cells, headers and titles of a log reach no terminal and no CI runner. */
import { REPORT_FORMATS } from '../../src/command-line/formats.js';
import type { Column, LogKind } from '../../src/logs/kind.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import { NAUGHTY as TEXTS } from '../naughty.js';
import { HEADER, ROWS } from './lint-logs.js';
import { PAYLOADS, TOGETHER } from './payloads.js';
import { run } from './run.js';
import { activeIn, commandsIn, formulasIn, unprintable } from './runner-parsers.js';

const NAUGHTY: readonly string[] = [...TEXTS, ...PAYLOADS];
const quoted = (text: string): string => `"${text.replaceAll('\0', '').replaceAll('"', '""')}"`;
const [ROW = ''] = ROWS;

/** A row with the text in place of each cell in turn but the first. */
const rows = NAUGHTY.map((text, i) => {
  const cells = ROW.split(',');
  cells[1 + (i % (cells.length - 1))] = quoted(text);
  return cells.join(',');
});
const headers = NAUGHTY.map(quoted).join(',');

/** Of every kind a row for each few payloads, which are in all of its cells but dates and words of lists. */
const ofKind = (kind: LogKind): string => {
  const cell = ({ type, values }: Column, text: string): string =>
    type === 'date' ? '2020-05-06' : type === 'enum' ? (values?.[0] ?? '') : quoted(text);
  const rows = TOGETHER.map((text) => kind.columns.map((column) => cell(column, text)).join(','));
  return `${[kind.columns.map(({ zh }) => zh).join(','), ...rows].join('\n')}\n`;
};

const FILES = {
  ...Object.fromEntries(KINDS.map((kind) => [`logs/${kind.name}.csv`, ofKind(kind)])),
  'logs/##[error]x.csv': `${HEADER},没见过\n${ROWS.join('\n')}\n`,
  'logs/cells.csv': `${HEADER}\n${rows.join('\n')}\n`,
  'logs/headers.csv': `${HEADER},${headers}\n${ROWS.join('\n')}\n`,
  'logs/titles.csv': `${NAUGHTY.slice(-8).map(quoted).join('\n')}\n${HEADER}\n${ROWS.join('\n')}\n`,
  'logs/all.csv': `日期,场所,开窗时间,关窗时间,通风方式,责任人\n${NAUGHTY.map((text) => `2020-05-06,${quoted(text)},08:00,08:10,空调,${quoted(text)}`).join('\n')}\n`,
};

test.each(['zh', 'en'])('in %s, in every format', async (language) => {
  const outputs = REPORT_FORMATS.flatMap((format) => ['-f', format, '-o', `out/${format}`]);
  const argv = ['lint', 'logs', '--as-of', '2020-05-08', '--lang', language, ...outputs];
  const { code, stdout, stderr, files } = await run(argv, { files: FILES });
  expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: '' });
  for (const format of REPORT_FORMATS) {
    const text = files[`out/${format}`] ?? '';
    expect(text.length).toBeGreaterThan(500);
    // the annotations of GitHub are commands by design, and CSV is for spreadsheets: CRLF and a byte order mark
    const own = format === 'github' ? ['error', 'warning', 'notice'] : [];
    const plain = format === 'csv' ? text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n') : text;
    const acting = [
      ...commandsIn(text).filter((name) => !own.includes(name)),
      ...unprintable(plain),
      ...(format === 'csv' ? formulasIn(text) : format === 'html' ? activeIn(text) : []),
    ];
    expect([format, acting]).toEqual([format, []]);
  }
});

test.concurrent.each(['masked', 'full'])('text with --show-values %s', async (how) => {
  const argv = ['lint', 'logs', '--as-of', '2020-05-08', '--show-values', how];
  const { code, stdout, stderr } = await run(argv, { files: FILES });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/^ +\d+ \| .*2020-05-06/m);
  expect(commandsIn(stdout)).toEqual([]);
  expect(unprintable(stdout)).toEqual([]);
});

test('the rejects hold them as text', async () => {
  const { files } = await run(['lint', 'logs', '--as-of', '2020-05-08', '--rejects', 'rejects.csv', '-o', 'out'], {
    files: FILES,
  });
  const rejects = files['rejects.csv'] ?? '';
  expect(rejects.length).toBeGreaterThan(10_000);
  expect([commandsIn(rejects), formulasIn(rejects)]).toEqual([[], []]);
  // cells keep their line breaks and tabs, since they are to be found again
  expect(unprintable(rejects.replace(/^\ufeff/, '').replace(/[\r\t]/g, ''))).toEqual([]);
});
