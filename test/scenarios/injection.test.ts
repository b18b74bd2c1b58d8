/** Text of the input can't command a terminal or a CI runner: not from any field, key, file name or argument. */
import { copyFileSync } from 'node:fs';
import { projectFile, run, runAll } from './run.js';
import { commandsIn, unprintable } from './runner-parsers.js';

describe('the parsers of this test find what a runner would', () => {
  test.each([
    ['::error::x', ['error']],
    ['  ::error file=a,line=1::x', ['error']],
    ['\u3000::warning::x', ['warning']],
    ['\u0085::add-mask::x', ['add-mask']],
    ['a\r::stop-commands::t', ['stop-commands']],
    ['text ##[add-mask]x', ['add-mask']],
    ['##[group]', ['group']],
    ['##vso[task.setvariable]x', ['##']],
    ['text ::error::x', []],
    ['::nothing::x', []],
    [':\\:error:\\:x', []],
    ['#\\#[error]x', []],
  ])('%j', (output, expected) => {
    expect(commandsIn(output)).toEqual(expected);
  });
});

const PAYLOADS: readonly string[] = [
  '::error::x',
  '::add-mask::x',
  '\n::stop-commands::t\n',
  '\r::error::x\r',
  '\r\n::set-env name=A::b',
  '\u3000::error::x',
  '\u0085::error::x',
  '\u00a0::warning file=a,line=1::x',
  ':::error:::x',
  '::::error::::',
  'x ##[add-mask]1',
  '##[error]x',
  '###[group]x',
  '##vso[task.setvariable variable=a]b',
  "##teamcity[message text='x']",
  '%0A::error::x',
  '\u001b[31m',
  '\u001b]0;title\u0007',
  '\u001b]8;;http://example.com\u001b\\link\u001b]8;;\u001b\\',
  '\u009b31m',
  '\u009d0;title\u009c',
  'a\b\b\bb',
  'a\u007fb',
  '\u0000',
  '\u202eevil',
  '\u2066a\u2069',
  '\u200bzero\u200cwidth\u200d',
  '\ufeffmark',
  'a\u2028::error::b\u2029',
  '\u{e0041}\u{e007f}',
  '\u061c\u180e',
  '\u00ad',
];

/** The payload in double quotes, as YAML writes it. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u00a0\u00ad\u0600-\u06ff\u1800-\u18ff\u2000-\u206f\ufeff]|[\ud800-\udfff]/g,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A profile with the payload wherever a text can be. */
function profileWith(text: string): string {
  const value = quoted(text);
  return `asOf: 2020-05-06
institution:
  id: ${value}
  name: ${value}
  district: ${value}
  phone: ${value}
  foo: ${value}
  ${value}: 1
  approval: { authority: ${value}, permitNo: ${value}, level: 区, validUntil: 2019-01-01 }
staff:
  - { id: ${value}, name: ${value}, role: 教师 }
  - { id: ${value}, name: ${value}, role: ${value} }
classes:
  - { id: ${value}, name: ${value}, teacher: ${value}, room: ${value}, plannedSize: 60, startDate: ${value} }
spaces:
  - { id: ${value}, name: ${value}, kind: classroom, seats: { rows: 9, columns: 9, rowSpacing: 0.5, columnSpacing: 0.5 } }
supplies:
  alcohol: { storage: ${value} }
  bleach84: { storage: ${value}, lots: [{ count: 1, sizeGrams: 500, expiresOn: 2019-01-01 }] }
  sprayers: [{ type: ${value} }]
  coldMedicine: [{ name: ${value}, count: 1, expiresOn: 2019-01-01 }]
fire:
  extinguishers: [{ id: ${value}, place: ${value}, expiresOn: 2019-01-01 }]
  routes: [{ id: ${value}, clear: false }]
  hazards: [{ item: ${value}, present: true }]
isolationRooms: [{ space: ${value}, sharedWith: ${value}, independent: false }]
meals: { provided: true, mode: 合餐, batches: [{ meal: 午餐, start: 11:30, end: 12:00, classes: [${value}] }] }
rectifications: [{ source: 人社, issue: ${value}, raisedOn: 2020-04-01 }]
`;
}

describe.each(PAYLOADS.map((text) => [JSON.stringify(text), text] as const))('%s', (_, text) => {
  test('in every field of a profile, shown in full', async () => {
    // half a surrogate pair can't be written in UTF-8, but as an escape
    const files = { 'profile.yaml': profileWith(text) };
    const calls = [
      ['validate', '--lang', 'zh', '--show-values', 'full'],
      ['validate', '--lang', 'en', '--show-values', 'masked'],
      ['validate', '-f', 'json'],
    ];
    for (const { code, stdout, stderr } of await Promise.all(calls.map((argv) => run(argv, { files })))) {
      expect({ code, stderr }).toEqual({ code: expect.anything(), stderr: '' });
      expect([1, 2]).toContain(code);
      expect(stdout.length).toBeGreaterThan(1000);
      expect(commandsIn(stdout)).toEqual([]);
      expect(unprintable(stdout)).toEqual([]);
    }
  });

  test('raw in a file, in comments and plain texts', async () => {
    const content = `# ${text}\ninstitution:\n  name: 甲 ${text}\n  phone: 乙 ${text}\n  丙 ${text}: 1\n`;
    const calls = [
      ['validate', '--show-values', 'full'],
      ['validate', '-f', 'json'],
      ['validate', '--debug'],
    ];
    for (const argv of calls) {
      const { stdout, stderr } = await run(argv, { files: { 'profile.yaml': content } });
      expect(stdout.length + stderr.length).toBeGreaterThan(20);
      for (const output of [stdout, stderr]) {
        expect(commandsIn(output)).toEqual([]);
        expect(unprintable(output)).toEqual([]);
      }
    }
  });
});

/** One of each kind: calls have fewer ways in than files. */
const IN_CALLS = [
  '::error::x',
  '\n::stop-commands::t\n',
  '\u3000::error::x',
  '::::error::::',
  'x ##[add-mask]1',
  '\u001b]0;title\u0007',
  '\u009b31m',
  '\u202eevil',
  '\u{e0041}',
];

describe.each(IN_CALLS.map((text) => [JSON.stringify(text), text] as const))('%s', (_, text) => {
  test('in the call, and in the names of files and folders', async () => {
    // no argument holds NUL, and no name a slash
    const name = text.replaceAll('\u0000', '').replaceAll('/', '∕');
    const files = { [`${name}x.yaml`]: 'institution: { name: 甲校 }\n' };
    const calls = [
      [`${name}x`],
      ['help', `${name}x`],
      ['explain', `${name}x`],
      ['schema', `${name}x`],
      ['validate', `${name}nowhere.yaml`],
      ['validate', '-f', `${name}x`],
      ['validate', `--${name}x`],
      ['validate', '--stage', `${name}x`],
      ['validate', '--as-of', `${name}x`],
      ['validate', '--max-warnings', `${name}x`],
      ['rules', '--lang', `${name}x`],
      ['validate', `./${name}x.yaml`],
      ['validate', `./${name}x.yaml`, '-f', 'json'],
      ['validate', `./${name}x.yaml`, '-o', `./${name}x.yaml/out`],
      ['init', `./${name}folder`],
      ['init', `./${name}folder`, '--debug', '--nothing'],
    ];
    for (let i = 0; i < calls.length; i += 4) {
      const results = await Promise.all(calls.slice(i, i + 4).map((argv) => run(argv, { files })));
      for (const { stdout, stderr, files: after } of results) {
        for (const output of [stdout, stderr]) {
          expect(commandsIn(output)).toEqual([]);
          expect(unprintable(output)).toEqual([]);
        }
        const written = Object.entries(after).find(([path]) => path.endsWith('folder/profile.yaml'))?.[1] ?? '';
        expect(unprintable(written)).toEqual([]);
      }
    }
  });
});

test('in the names of institutions and their folders, in every format of an audit and of what is made from it', async () => {
  const profile = projectFile('examples/county/LZ08/profile.yaml');
  const names = ['::error::x', '\u3000::warning file=a::x', '##[add-mask]1', '##vso[task.x]', '\u001b[31m', '\u202ex'];
  const files = Object.fromEntries(
    names.map((name, i) => {
      const named = profile.replace('id: LZ08', `id: LZ0${i}`).replace(/name: 柳州.*/, `name: ${JSON.stringify(name)}`);
      return [`county/${name.replaceAll('/', '∕')}/profile.yaml`, named];
    }),
  );
  const formats = ['text', 'json', 'sarif', 'junit', 'gitlab', 'markdown', 'csv', 'html'];
  const all = (list: readonly string[], to: string): string =>
    list.map((each) => `-f ${each} -o ${to}.${each}`).join(' ');
  const steps = [
    `audit county --as-of 2020-06-01 --exit-zero ${all(formats, 'audit')}`,
    `roster audit.json ${all(['text', 'csv', 'html'], 'roster')}`,
    () => copyFileSync('audit.json', 'other.json'),
    `diff audit.json other.json ${all(['text', 'json', 'markdown'], 'diff')}`,
    'generate notice --report audit.json -f html -o notices',
  ];
  const { stdout, stderr, files: after } = await runAll(steps, { files });
  const same = await run(['diff', 'audit.json', 'audit.json'], { files: after });
  expect([same.code, commandsIn(same.stderr)]).toEqual([2, []]);
  const outputs = Object.entries(after).filter(([path]) => !path.startsWith('county/'));
  expect(outputs.length).toBeGreaterThan(formats.length + 3 + 3 + names.length);
  for (const [path, text] of [...outputs, ['stdout', stdout], ['stderr', stderr]] as const)
    expect([path, commandsIn(text)]).toEqual([path, []]);
  for (const [path, text] of outputs.filter(([each]) => /^(?:audit|roster|diff)\.(?!html)/.test(each)))
    expect([path, unprintable(text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'))]).toEqual([path, []]);
});
