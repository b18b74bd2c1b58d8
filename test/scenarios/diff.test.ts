/** Two reports of the built program compared: text, JSON, Markdown, exit codes. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { projectFile, type Result, run, runAll, runShell, type Step } from './run.js';

const COMPLETE = projectFile('examples/complete/profile.yaml');
const FILES = {
  'profile.yaml': COMPLETE,
  'worse.yaml': COMPLETE.replace(/^supplies:\n(?: .*\n|\n)*/m, ''),
  'no.json': '{}\n',
};
const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(
  JSON.parse(projectFile('schemas/diff.schema.json')) as object,
);

/** The reports of the good and of the worse profile. */
let reports: Readonly<Record<string, string>>;
beforeAll(async () => {
  const made = (from: string, to: string): Step[] => [
    () => copyFileSync(from, 'school/profile.yaml'),
    `validate school/profile.yaml -f json -o ${to} --exit-zero`,
  ];
  const steps = [() => mkdirSync('school'), ...made('profile.yaml', 'good.json'), ...made('worse.yaml', 'bad.json')];
  reports = (await runAll(steps, { files: FILES })).files;
});

/** Takes the steps in a folder with both reports. */
const compared = (...steps: readonly Step[]): Promise<Result> => runAll(steps, { files: reports });

/** Writes a report with something replaced in it. */
const replaced = (pattern: RegExp, by: string, to: string) => (): void =>
  writeFileSync(to, readFileSync('bad.json', 'utf8').replace(pattern, by));

test.each([
  ['diff good.json bad.json', 0],
  ['diff good.json bad.json --fail-on-new', 1],
  ['diff bad.json good.json --fail-on-new', 0],
  ['diff bad.json same.json --fail-on-new --fail-on info', 0],
  ['diff bad.json bad.json', 2],
  ['diff bad.json nowhere.json', 2],
  ['diff bad.json no.json', 2],
  ['diff bad.json profile.yaml', 2],
  ['diff bad.json', 2],
  ['diff bad.json good.json -f sarif', 2],
  ['diff bad.json good.json --fail-on never', 2],
  ['diff bad.json good.json -f json -o good.json', 2],
])('%s: exit code %d', async (call, expected) => {
  const { code, stdout, stderr } = await compared(() => copyFileSync('bad.json', 'same.json'), call);
  expect(code).toBe(expected);
  expect(stderr.split('\n')).toHaveLength(expected < 2 ? 1 : 2);
  expect(stdout === '').toBe(expected >= 2);
});

test('a full disk under the result: exit code 3', async () => {
  const { code, stdout, stderr } = await runShell('resume-check diff bad.json good.json > /dev/full', {
    files: reports,
  });
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr.split('\n')).toHaveLength(2);
});

test('the JSON is what its schema says, and does not hold what the reports hide', async () => {
  for (const order of ['good.json bad.json', 'bad.json good.json']) {
    const { stdout } = await compared(`diff ${order} -f json`);
    const result = JSON.parse(stdout) as { institutions: { new: unknown[]; fixed: unknown[] }[] };
    expect([validate(result), validate.errors]).toEqual([true, null]);
    expect((result.institutions[0]?.new.length ?? 0) > 0).toBe(order.startsWith('good'));
    expect((result.institutions[0]?.fixed.length ?? 0) > 0).toBe(order.startsWith('bad'));
  }
});

test('another digest is said aloud, in text and in Markdown, in both languages', async () => {
  const other = replaced(/"digest": "....../g, '"digest": "000000', 'other.json');
  for (const format of ['text', 'markdown']) {
    const zh = await compared(other, `diff good.json other.json --lang zh -f ${format}`);
    expect(zh.stdout).toMatch(/预案或规则不同.*000000/s);
    const en = await compared(other, `diff good.json other.json --lang en -f ${format}`);
    expect(en.stdout).toMatch(/different plans or\s+rules/);
  }
});

test('a report with commands and control characters in it gives none of them on', async () => {
  const evil = replaced(/"zh": "[^"]*"/g, '"zh": "\\u001b[31m##[error]x\\n::error::y|z"', 'evil.json');
  for (const format of ['text', 'markdown', 'json']) {
    const { code, stdout } = await compared(evil, `diff good.json evil.json -f ${format} --lang zh`);
    expect(code).toBe(0);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toMatch(/##\[|^\s*::/m);
  }
});

test('the schema is printed', async () => {
  const { stdout } = await run(['schema', 'diff']);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(projectFile('schemas/diff.schema.json')));
});
