/** The same log in every encoding and with every newline that Excel, WPS and Notepad write: the same findings. */
import iconv from 'iconv-lite';
import { HEADER, lint, ROWS } from './lint-logs.js';

const [FIRST = '', SECOND = '', THIRD = ''] = ROWS;
const LOG = [
  '示例学校出入登记,,',
  `${HEADER},备注,㐀𠮷`,
  `${FIRST},"两行\n备注",`,
  `${SECOND.replace('36.6', '')},𠮷,`,
  `${THIRD.replace('08:02', '８：02')},,x`,
  `${THIRD.replace('36.4', '高').replace('赵示例', '示例㐀')},,`,
  '合计,3',
  '',
].join('\n');

const ENCODINGS: readonly (readonly [name: string, encoding: string, encode: (text: string) => Uint8Array])[] = [
  ['UTF-8', 'utf-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark', 'utf-8', (text) => Buffer.from(`\ufeff${text}`)],
  ['GB18030', 'gb18030', (text) => iconv.encode(text, 'gb18030')],
  ['UTF-16 with a mark', 'utf-16le', (text) => iconv.encode(text, 'utf-16le', { addBOM: true })],
];
const NEWLINES: readonly (readonly [name: string, newline: string])[] = [
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
];

test('four encodings with three newlines give the same findings', async () => {
  const files: [name: string, encoding: string, content: Uint8Array][] = ENCODINGS.flatMap(([name, encoding, encode]) =>
    NEWLINES.map(([newline, characters]): [string, string, Uint8Array] => [
      `${name} ${newline}`,
      encoding,
      encode(LOG.replaceAll('\n', characters)),
    ]),
  );
  const results = await Promise.all(
    files.map(async ([name, encoding, content]) => ({ name, encoding, ...(await lint({ 'entry.csv': content })) })),
  );
  const [first] = results;
  expect(first?.code).toBe(1);
  expect(first?.findings).toEqual(
    expect.arrayContaining([
      'info entry.csv:1 input/title-rows',
      'info entry.csv:2 input/header-unknown',
      'error entry.csv:5 entry-code-and-temperature',
      'error entry.csv:7 input/cell-decimal',
      'info entry.csv:8 input/footer',
    ]),
  );
  for (const { name, encoding, code, stderr, found, inputs } of results) {
    expect({ name, code, stderr, found: found.map(withoutName) }).toEqual({
      name,
      code: 1,
      stderr: '',
      found: first?.found.map(withoutName),
    });
    expect(inputs).toEqual([{ file: 'entry.csv', kind: 'entry', encoding, rows: 4 }]);
  }
});

/** The folder gives the institution its name, which is part of the fingerprint. */
function withoutName(finding: object): object {
  return { ...finding, fingerprint: '' };
}
