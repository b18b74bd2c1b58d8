/** A canary in every place of logs of every kind: nobody's name or number is in any output of `lint`. */
import iconv from 'iconv-lite';
import type { Column, LogKind } from '../../src/logs/kind.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import { ID, LATIN, NAME, PHONE, tracesIn, wide } from './canary.js';
import { plainCell } from './plain-cells.js';
import { run } from './run.js';

const FORMATS = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'csv'];
const log = (
  kind: LogKind,
  cells: (column: Column) => string,
  header = (column: Column): string => column.zh,
): string => {
  const row = kind.columns.map(cells).join(',');
  return `${kind.columns.map(header).join(',')}\n${row}\n${row}\n`;
};
const isFree = ({ type }: Column): boolean => type === 'text' || type === 'ref' || type === 'list';
const profileOf = (name: string): string =>
  `institution: { id: a, name: 示例学校, principal: ${name} }\nstaff: [{ id: S1, name: ${name}, idNumber: "${ID}", phone: "${PHONE}" }]\nclasses: [{ id: C1 }]\n`;

/** What each kind's file is in a variant. */
type Make = (kind: LogKind) => string | Uint8Array;
const VARIANTS: [title: string, make: Make, profile?: string][] = [
  ['name in every cell', (kind) => log(kind, () => NAME)],
  ['identity number in every cell', (kind) => log(kind, () => ID)],
  ['phone in every cell', (kind) => log(kind, () => PHONE)],
  ['formula in every cell', (kind) => log(kind, () => `="${NAME}"&"${ID}"`)],
  ['name where there is free text', (kind) => log(kind, (column) => (isFree(column) ? NAME : plainCell(column)))],
  [
    'numbers where there is free text',
    (kind) => log(kind, (column) => (isFree(column) ? `${ID} ${PHONE}` : plainCell(column))),
  ],
  [
    'name in free text, with a profile of others',
    (kind) => log(kind, (column) => (isFree(column) ? NAME : plainCell(column))),
    profileOf('张示例'),
  ],
  [
    'name in free text, with its profile',
    (kind) => log(kind, (column) => (isFree(column) ? NAME : plainCell(column))),
    profileOf(NAME),
  ],
  ['everything but free text', (kind) => log(kind, (column) => (isFree(column) ? plainCell(column) : `${NAME}${ID}`))],
  ['title rows', (kind) => `${NAME} ${ID},,\n制表 ${NAME} ${PHONE},,\n${log(kind, plainCell)}`],
  ['totals and signatures', (kind) => `${log(kind, plainCell)}合计,${ID},\n负责人签字：${NAME},${PHONE}\n`],
  ['headers', (kind) => log(kind, plainCell, ({ zh, required }) => (required ? zh : `${NAME}${ID}`))],
  ['headers instead of all', (kind) => log(kind, plainCell, () => NAME)],
  ['headers beside all', (kind) => log(kind, plainCell).replace('\n', `,${NAME},${ID},${PHONE}\n`)],
  [
    'cells too many',
    (kind) =>
      log(kind, plainCell)
        .replaceAll('\n', `,${NAME},${ID},${PHONE}\n`)
        .replace(/,[^\n]*(?=\n)/, (all) => all.replace(`,${NAME},${ID},${PHONE}`, '')),
  ],
  ['text behind a quote', (kind) => log(kind, () => `"${NAME}"${ID}`)],
  ['a quote that is never closed', (kind) => `${log(kind, plainCell)}"${NAME},${ID},${PHONE}\n${NAME}\n`],
  [
    'a broken byte',
    (kind) =>
      Buffer.concat([Buffer.from(log(kind, () => NAME)), iconv.encode(`${NAME},${ID}`, 'gbk'), Buffer.from([0xff])]),
  ],
  [
    'GBK',
    (kind) =>
      iconv.encode(
        log(kind, () => NAME),
        'gbk',
      ),
  ],
  [
    'UTF-16',
    (kind) =>
      iconv.encode(
        log(kind, () => `${NAME}${ID}`),
        'utf-16le',
        { addBOM: true },
      ),
  ],
  [
    'UTF-16 without a mark',
    (kind) =>
      iconv.encode(
        log(kind, () => ID),
        'utf-16le',
      ),
  ],
  ['no table', () => `${NAME}\n${ID}\n${PHONE}\n`],
  ['full-width in every cell', (kind) => log(kind, () => wide(`${LATIN} ${ID} ${PHONE}`))],
  [
    'full-width where there is free text',
    (kind) => log(kind, (column) => (isFree(column) ? wide(ID) : plainCell(column))),
  ],
  [
    'full-width name where there is free text, with its profile',
    (kind) => log(kind, (column) => (isFree(column) ? wide(LATIN) : plainCell(column))),
    profileOf(LATIN),
  ],
  ['full-width phone beside all', (kind) => log(kind, plainCell).replaceAll('\n', `,${wide(PHONE)},${wide(LATIN)}\n`)],
];

test.concurrent.each<[title: string, make: Make, profile?: string]>(VARIANTS)('%s', async (title, make, profile) => {
  const inputs: Record<string, string | Uint8Array> = Object.fromEntries(
    KINDS.map((kind) => [`logs/${kind.name}.csv`, make(kind)]),
  );
  if (profile !== undefined) inputs['profile.yaml'] = profile;
  const outputs = (language: string): string[] =>
    FORMATS.flatMap((format) => ['-f', format, '-o', `out/${language}.${format}`]);
  for (const language of ['zh', 'en']) {
    const argv = ['lint', 'logs', '--as-of', '2020-05-20', '--lang', language, '--debug', ...outputs(language)];
    const { code, stdout, stderr, files } = await run(argv, { files: inputs });
    expect([0, 1, 2]).toContain(code);
    expect(tracesIn(stdout + stderr)).toEqual([]);
    const written = Object.entries(files).filter(([path]) => !(path in inputs));
    expect(written.map(([path]) => path).sort()).toEqual(FORMATS.map((format) => `out/${language}.${format}`).sort());
    for (const [path, content] of written) {
      expect([path, tracesIn(content)]).toEqual([path, []]);
      expect([path, /[\ufffd\0]/.test(content)]).toEqual([path, false]);
    }
  }
  // with the option no other format shows it either; text shows no more than first characters where it is masked
  for (const how of ['masked', 'full']) {
    const formats = FORMATS.filter((format) => how === 'masked' || format !== 'text');
    const outputs = formats.flatMap((format) => ['-f', format, '-o', `out/${format}`]);
    const argv = ['lint', 'logs', '--as-of', '2020-05-20', '--lang', 'zh', '--show-values', how, ...outputs];
    const { stdout, stderr, files } = await run(argv, { files: inputs });
    expect(tracesIn(stdout + stderr)).toEqual([]);
    const written = Object.entries(files).filter(([path]) => !(path in inputs));
    expect(written).toHaveLength(formats.length);
    for (const [path, content] of written) {
      // text that no column ties to a person is shown as it was written, like that of a profile
      const isFreeText = path === 'out/text' && title.includes('free text');
      expect([path, isFreeText ? [] : tracesIn(content)]).toEqual([path, []]);
    }
  }
});
