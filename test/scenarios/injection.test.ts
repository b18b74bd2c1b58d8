/**
 * Text of strangers can't act on a terminal, the runner of a CI, a spreadsheet or a browser: not from any field, key, cell,
 * file name or argument, through any command, in any format or error.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { LIST_FORMATS, REPORT_FORMATS, ROSTER_FORMATS, SEAT_FORMATS } from '../../src/command-line/formats.js';
import type { SchemaNode } from '../../src/profile/schema.js';
import { poisonedExample } from '../documents/hostile.js';
import { asName, PAYLOADS, quoted, TOGETHER } from './payloads.js';
import { projectFile, type Result, run, runAll } from './run.js';
import { activeIn, commandsIn, formulasIn, unprintable } from './runner-parsers.js';
import { wholeProfile } from './whole-profile.js';

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
    ['##[section]x', ['section']],
    ['section_start:1:x\r\u001b[0Kx', ['section_start:1:x\r\u001b[0K']],
    ['text ::error::x', []],
    ['::nothing::x', []],
    [':\\:error:\\:x', []],
    ['#\\#[error]x', []],
  ])('%j', (output, expected) => {
    expect(commandsIn(output)).toEqual(expected);
  });
});

test('there are enough of them', () => {
  expect(PAYLOADS.length).toBeGreaterThan(80);
  expect(new Set(PAYLOADS).size).toBe(PAYLOADS.length);
  for (const payload of PAYLOADS) expect(TOGETHER.some((each) => each.includes(payload))).toBe(true);
});

/** What acts on its reader, of an output; what it is by is the ending of its name. */
function actingIn(name: string, output: string): unknown[] {
  const isCsv = name.endsWith('csv');
  // annotations are commands by design; their own words are not
  const own = name.endsWith('github') ? ['error', 'warning', 'notice'] : [];
  const plain = isCsv ? output.replace(/^\ufeff/, '').replaceAll('\r\n', '\n') : output;
  return [
    ...commandsIn(output).filter((each) => !own.includes(each)),
    ...unprintable(plain),
    ...(isCsv ? formulasIn(output) : []),
    ...(/(?:html|svg)$/.test(name) ? activeIn(output) : []),
  ];
}

/** What acts on its reader in all that a call printed and wrote, with the name of each. */
function acting(
  { stdout, stderr, files }: Result,
  inputs: Readonly<Record<string, unknown>> = {},
  format = 'text',
): unknown[] {
  const written = Object.entries(files).filter(([path]) => !(path in inputs) && !/\.(?:png|docx|pdf)$/.test(path));
  const outputs = [[`stdout.${format}`, stdout], ['stderr', stderr], ...written] as [string, string][];
  return outputs.flatMap(([name, text]) => actingIn(name, text).map((each) => [name, each]));
}

const toFiles = (formats: readonly string[], to: string): string[] =>
  formats.flatMap((format) => ['-f', format, '-o', `${to}.${format}`]);

/** Whether a value of a leaf may be any text: what refers to something, too. */
const isText = (node: SchemaNode): boolean => node.type === 'string' && !node.enum && node.pattern === undefined;

describe.each(TOGETHER.map((text) => [JSON.stringify(text.slice(0, 20)), text] as const))('%s …', (_, text) => {
  const value = quoted(text);
  const id = quoted(text.replace(/[\s\ufeff]/g, ''));
  const textFor = (format?: string): string | undefined => ({ identifier: id, undefined: value })[String(format)];
  const profile = wholeProfile((node) => (isText(node) ? textFor(node.format) : undefined));
  // by its authority a school is none that the plan is for: with a plain one, its rules are judged too
  const inScope = profile.replace(/authority: .*/, 'authority: 柳州市柳南区人力资源和社会保障局');

  test('in every text of a profile, in every format', async () => {
    const formats = toFiles(REPORT_FORMATS, 'out/report');
    for (const [code, language, content] of [
      [2, 'zh', profile],
      [0, 'en', inScope],
    ] as const) {
      const files = { 'profile.yaml': content };
      const result = await run(['validate', ...formats, '--exit-zero', '--lang', language], { files });
      expect([result.code, result.stdout, result.stderr]).toEqual([code, '', '']);
      expect(Object.keys(result.files)).toHaveLength(1 + REPORT_FORMATS.length);
      expect(acting(result, files)).toEqual([]);
      const { institutions } = JSON.parse(result.files['out/report.json'] ?? '');
      // in JSON it is what it was
      expect(institutions[0].name).toBe(text);
    }
    const files = { 'profile.yaml': inScope };
    const full = await run(['validate', '--show-values', 'full', '--color'], { files });
    expect(full.stdout.length).toBeGreaterThan(1000);
    const colours = new RegExp(`${'\u001b'}\\[(?:[0124]|2[24]|3[1-9]|39)m`, 'g');
    expect(acting({ ...full, stdout: full.stdout.replace(colours, '') }, files)).toEqual([]);
  });

  test('in wrong places of a profile, and raw in what is no YAML', async () => {
    const wrong = wholeProfile((node) => (isText(node) ? undefined : value), {
      extra: (indent) => `${indent}${value}: ${value}\n`,
    });
    const contents = [wrong, `# ${text}\ninstitution:\n  name: 甲 ${text}\n  phone: 乙 ${text}\n  丙 ${text}: 1\n`];
    for (const content of contents) {
      const inputs = { 'profile.yaml': content };
      for (const argv of [
        ['--show-values', 'full'],
        ['-f', 'json'],
        ['-f', 'csv'],
        ['-f', 'github', '--debug'],
      ]) {
        const result = await run(['validate', ...argv], { files: inputs });
        expect(result.stdout.length + result.stderr.length).toBeGreaterThan(20);
        expect(acting(result, inputs, argv[1])).toEqual([]);
      }
    }
  });

  test('in every paper', async () => {
    const argv = ['generate', 'all', '--draft', '--on-missing', 'blank', '-f', 'html', '-o', `out/${asName(text)}`];
    const phone = (key: string, each: unknown): unknown => (/phone/i.test(key) ? '13800000000' : each);
    const example = quoted(JSON.parse(JSON.stringify(poisonedExample(text), phone)));
    const result = await run(argv, { files: { 'profile.yaml': example } });
    expect([result.code, result.stderr]).toEqual([0, '']);
    expect(Object.keys(result.files).length).toBeGreaterThan(20);
    expect(acting(result, { 'profile.yaml': '' })).toEqual([]);
  });

  test('in a room, its plan and its seats', async () => {
    const room = `{ id: ${id}, name: ${value}, kind: classroom, length: 8, width: 7, seats: { rows: 4, columns: 4, rowSpacing: 0.8, columnSpacing: 1.2 } }`;
    const inputs = { 'profile.yaml': `spaces: [${room}]\n` };
    const formats = toFiles(
      SEAT_FORMATS.filter((format) => format !== 'png'),
      'seats',
    );
    const result = await run(['seats', ...formats, '--exit-zero'], { files: inputs });
    expect([result.code, result.stderr]).toEqual([0, '']);
    expect(acting(result, inputs)).toEqual([]);
    expect(acting(await run(['seats', '--room', text.replaceAll('\0', '')], { files: inputs }), inputs)).toEqual([]);
  });

  test('in calls that are refused', async () => {
    // no argument holds NUL, and no name a slash
    const [word, name] = [text.replaceAll('\0', ''), asName(text)];
    const calls = [
      [word],
      ['help', word],
      ['explain', word],
      ['schema', word],
      ['validate', `${name}nowhere.yaml`],
      ['validate', '-f', word],
      ['validate', `--${word}`],
      ['validate', '--stage', word],
      ['validate', '--as-of', word, '--lang', 'en'],
      ['validate', '--max-warnings', word],
      ['rules', '--lang', word],
      ['validate', '-o', `profile.yaml/${name}`],
      ['validate', '--config', name],
      ['lint', name],
      ['lint', 'profile.yaml', '--kind', word],
      ['audit', name],
      ['audit', `@${name}`],
      ['audit', '.', '--expect', name, '--waivers', name],
      ['merge', name],
      ['diff', name, `${name}2`],
      ['roster', name],
      ['generate', word],
      ['generate', 'notice', '--report', name],
      ['generate', 'staff-pledge', '--person', word],
      ['generate', 'application', '--templates', name],
      ['templates', 'eject', word],
      ['templates', 'check', name],
      ['templates', word],
      ['completion', word],
      ['init', '--debug', `--${word}`],
    ];
    for (const argv of calls) {
      const result = await run(argv, { files: { 'profile.yaml': 'institution: { name: 甲校 }\n' } });
      expect([1, 2, 3]).toContain(result.code);
      expect([argv, acting(result, { 'profile.yaml': '' })]).toEqual([argv, []]);
    }
  });
});

test('in the names of files and folders that are read and written', async () => {
  const inputs: Record<string, string> = {};
  // a name holds few of them, and each is put into all formats
  const names = Array.from({ length: Math.ceil(PAYLOADS.length / 4) }, (_, i) =>
    PAYLOADS.slice(4 * i, 4 * i + 4)
      .map((each) => asName(each, 15))
      .join(' '),
  );
  for (const name of names) {
    inputs[`in/${name}.yaml`] = 'institution: { name: 甲校 }\n';
    inputs[`logs/${name}.csv`] = '日期,场所,开窗时间\n2020-05-06,101,99:99\n';
    inputs[`mine/${name}.hbs`] = '{{nope}}<i>';
  }
  const calls: string[][] = [
    ['validate', ...names.map((name) => `in/${name}.yaml`), ...toFiles(REPORT_FORMATS, 'out/a'), '--exit-zero'],
    ['validate', ...names.map((name) => `in/${name}.yaml`)],
    ['lint', 'logs', ...toFiles(REPORT_FORMATS, 'out/b'), '--rejects', 'out/rejects.csv', '--exit-zero'],
    ['lint', 'logs', '-f', 'text'],
    ['templates', 'check', 'mine'],
    ['validate', ...names.slice(0, 2).map((name) => `in/${name}.yaml`), '-o', `in/${names[0]}.yaml`],
  ];
  for (const argv of calls) {
    const result = await run(argv, { files: inputs });
    expect([0, 1, 2]).toContain(result.code);
    expect([argv.slice(0, 2), acting(result, inputs)]).toEqual([argv.slice(0, 2), []]);
  }
  for (const [i, name] of TOGETHER.map(asName).entries()) {
    const result = await run(i % 2 === 0 ? ['templates', 'eject', 'notice', 'cover', '-o', name] : ['init', name]);
    expect([name, result.code, acting(result)]).toEqual([name, 0, []]);
  }
});

test('in the names and lists of an audit, in every format of it and of what is made from it', async () => {
  const profile = projectFile('examples/county/LZ08/profile.yaml');
  const inputs: Record<string, string> = {};
  for (const [i, payload] of TOGETHER.entries()) {
    const [name, id] = [quoted(payload), i % 2 === 0 ? quoted(`${payload} ${i}`) : `LZ${i}`];
    const named = profile.replace('id: LZ08', `id: ${id}`).replace(/name: 柳州.*/, `name: ${name}`);
    inputs[`county/${asName(payload)}${i}/profile.yaml`] = named.replace(/(address|district): .*/g, `$1: ${name}`);
  }
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  inputs['expected.csv'] = `编号,机构名称\n${PAYLOADS.map((each, i) => `Q${i},${cell(each)}`).join('\n')}\n`;
  inputs['waivers.yaml'] =
    `waivers:\n${PAYLOADS.map((each) => `  - { rule: mask-stock, institution: ${quoted(each)}, justification: ${quoted(each)}, approver: ${quoted(each)}, expires: 2020-06-30 }\n`).join('')}`;
  inputs['bureau.csv'] =
    `${projectFile('examples/county/bureau.csv').split('\n')[0]}\n${PAYLOADS.map((each) => `2020-05,${cell(each)},${cell(each)},,,${cell(each)},,,合格,2020-05-25,,${cell(each)}`).join('\n')}\n`;
  const lists = ['--expect', 'expected.csv', '--waivers', 'waivers.yaml', '--bureau', 'bureau.csv'];
  const day = ['--as-of', '2020-06-01'];
  const steps = [
    ['audit', 'county', ...day, ...lists, '--exit-zero', ...toFiles(REPORT_FORMATS, 'audit')],
    ['audit', 'county', ...day, ...lists, '--shard', '1/1', '-o', 'part'],
    ['merge', 'part', '--exit-zero', ...toFiles(REPORT_FORMATS, 'merged')],
    [
      'roster',
      'audit.json',
      ...toFiles(
        ROSTER_FORMATS.filter((format) => format !== 'pdf'),
        'roster',
      ),
    ],
    () =>
      writeFileSync(
        'other.json',
        JSON.stringify({ ...JSON.parse(readFileSync('audit.json', 'utf8')), institutions: [] }),
      ),
    ['diff', 'other.json', 'audit.json', ...toFiles(LIST_FORMATS, 'diff')],
    ['generate', 'notice', '--report', 'audit.json', '-f', 'html', '-o', 'notices'],
  ];
  const result = await runAll(steps, { files: inputs });
  expect(result.code).toBe(0);
  expect(Object.keys(result.files).length).toBeGreaterThan(
    Object.keys(inputs).length + 2 * REPORT_FORMATS.length + TOGETHER.length,
  );
  expect(acting(result, { ...inputs, 'other.json': '' })).toEqual([]);
  const onStreams = await runAll([['audit', 'county', ...day, ...lists, '--shard', '1/2']], { files: inputs });
  expect(onStreams.stdout.length).toBeGreaterThan(1000);
  expect(acting(onStreams, inputs, 'partial')).toEqual([]);
});
