/** Waivers are read from YAML and CSV alike, and what is no waiver is refused with its place. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isDate } from '../../src/profile/formats.js';
import { readWaivers } from '../../src/waivers/read.js';
import { projectFile } from '../scenarios/run.js';

const HEADER = '规则,理由,批准人,到期日,机构,位置';
const YAML = `waivers:
  - rule: mask-stock
    justification: 已订购，月底到货
    approver: 县人社局 张示例
    expires: 2020-05-31
    institution: 0123
    path: supplies.masks
  - { rule: backpack-electric-sprayer, justification: x, approver: y, expires: "2020-06-30" }
`;
const CSV = `${HEADER}
mask-stock,"已订购，月底到货",县人社局 张示例,2020-05-31,0123,supplies.masks

backpack-electric-sprayer,x,y,2020-06-30,,
`;

const bare = (text: string, file: string) => readWaivers(text, file).map(({ location: _, ...rest }) => rest);

test('the schema for editors agrees', () => {
  const ajv = new Ajv2020({ strict: false, formats: { date: isDate } });
  const isBySchema = ajv.compile(JSON.parse(projectFile('schemas/waivers.schema.json')) as object);
  expect([isBySchema({ waivers: bare(YAML, 'w.yaml') }), isBySchema.errors]).toEqual([true, null]);
  for (const change of [{ rule: 'mask-stocks' }, { expires: '2020-06-31' }, { path: '' }, { until: '2020-05-31' }])
    expect(isBySchema({ waivers: [{ ...bare(YAML, 'w.yaml')[0], ...change }] })).toBe(false);
});

test('YAML and CSV say the same', () => {
  expect(bare(YAML, 'w.yaml')).toEqual([
    {
      rule: 'mask-stock',
      justification: '已订购，月底到货',
      approver: '县人社局 张示例',
      expires: '2020-05-31',
      institution: '0123',
      path: 'supplies.masks',
    },
    { rule: 'backpack-electric-sprayer', justification: 'x', approver: 'y', expires: '2020-06-30' },
  ]);
  expect(bare(CSV, 'w.csv')).toEqual(bare(YAML, 'w.yaml'));
  expect(bare(`\ufeff${CSV.replaceAll('\n', '\r\n')}`, 'W.CSV')).toEqual(bare(YAML, 'w.yaml'));
  expect(bare(CSV.replaceAll(',', '\t'), 'w.tsv')).toEqual(bare(YAML, 'w.yaml'));
});

test.each(['2020/5/31', '2020年5月31日', '2020.5.31', '２０２０/5/31'])(
  'in a table the day may be as WPS writes it: %s',
  (day) => {
    expect(bare(CSV.replace('2020-05-31', day), 'w.csv')).toEqual(bare(YAML, 'w.yaml'));
  },
);

test.each(['5月31日', '43982', '5/6/2020', '20/5/31', '2020/5/32'])('but must be one day and no other: %s', (day) => {
  expect(() => bare(CSV.replace('2020-05-31', day), 'w.csv')).toThrow(
    expect.objectContaining({ code: 'input/waivers' }),
  );
});

test.each(['', '# nothing\n', '- rule: mask-stock\n'])('a file without waivers: is told so: %j', (text) => {
  expect(() => bare(text, 'w.yaml')).toThrow(
    expect.objectContaining({ wording: expect.objectContaining({ en: 'a file of waivers is a list under waivers:' }) }),
  );
});

test('each knows its line', () => {
  expect(readWaivers(YAML, 'w.yaml').map(({ location }) => location.line)).toEqual([2, 8]);
  expect(readWaivers(CSV, 'w.csv').map(({ location }) => location.line)).toEqual([2, 4]);
});

test('a cell of several lines is one text, and the rows after it keep their lines', () => {
  const text = CSV.replace('已订购，月底到货', '已订购\r\n  月底到货');
  expect(readWaivers(text, 'w.csv').map(({ justification, location }) => [justification, location.line])).toEqual([
    ['已订购 月底到货', 2],
    ['x', 5],
  ]);
});

test('an empty list, or a table of a header alone, waives nothing', () => {
  expect(readWaivers('waivers: []\n', 'w.yaml')).toEqual([]);
  expect(readWaivers(`${HEADER}\n`, 'w.csv')).toEqual([]);
});

const one = (change: string): string =>
  `waivers:\n  - rule: mask-stock\n    justification: x\n    approver: y\n    expires: 2020-05-31\n${change}`;

test.each<[string, string, string, number]>([
  ['another key above', 'rules: []\n', 'w.yaml', 1],
  ['no list', 'waivers: mask-stock\n', 'w.yaml', 1],
  ['an item that is no map', 'waivers: [mask-stock]\n', 'w.yaml', 1],
  ['an unknown entry', one('    until: 2020-05-31\n'), 'w.yaml', 6],
  ['an empty entry', one('    path:\n'), 'w.yaml', 6],
  ['an entry that is a list', one('    path: [a]\n'), 'w.yaml', 6],
  ['no expiry', one('').replace('    expires: 2020-05-31\n', ''), 'w.yaml', 2],
  ['no approver', one('').replace('    approver: y\n', ''), 'w.yaml', 2],
  ['no reason', one('').replace('    justification: x\n', ''), 'w.yaml', 2],
  ['an unknown rule', one('').replace('mask-stock', 'mask-stocks'), 'w.yaml', 2],
  ['a day that is none', one('').replace('2020-05-31', '2020-06-31'), 'w.yaml', 5],
  ['an expiry without end', one('').replace('2020-05-31', 'never'), 'w.yaml', 5],
  ['an empty table', '', 'w.csv', 1],
  ['a table without a column of expiry', '规则,理由,批准人\n', 'w.csv', 1],
  ['a row without expiry', `${HEADER}\n\nmask-stock,x,y,,,\n`, 'w.csv', 3],
  ['an open quote', `${HEADER}\nmask-stock,"x,y,2020-05-31,,\n`, 'w.csv', 2],
])('%s is refused', (_, text, file, line) => {
  try {
    readWaivers(text, file);
  } catch (error) {
    expect((error as { location: { file: string; line: number } }).location).toMatchObject({ file, line });
    return;
  }
  throw new Error('was read');
});
