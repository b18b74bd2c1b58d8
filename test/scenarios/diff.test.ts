/** Two reports of the built program compared: text, JSON, Markdown, exit codes. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { projectFile, type Result, run, runShell } from './run.js';

const COMPLETE = projectFile('examples/complete/profile.yaml');
const FILES = {
  'profile.yaml': COMPLETE,
  'worse.yaml': COMPLETE.replace(/^supplies:\n(?: .*\n|\n)*/m, ''),
  'no.json': '{}\n',
};
const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(
  JSON.parse(projectFile('schemas/diff.schema.json')) as object,
);

/** Makes a report of the good and one of the worse profile, and runs a script in their folder. */
async function compared(script: string): Promise<Result> {
  const report = (from: string, to: string): string =>
    `mkdir -p school && cp ${from} school/profile.yaml && resume-check validate school/profile.yaml -f json -o ${to} --exit-zero`;
  const made = `${report('profile.yaml', 'good.json')} && ${report('worse.yaml', 'bad.json')} || exit 9`;
  return await runShell(`${made}\n${script}`, { files: FILES });
}

test.each([
  ['resume-check diff good.json bad.json', 0],
  ['resume-check diff good.json bad.json --fail-on-new', 1],
  ['resume-check diff bad.json good.json --fail-on-new', 0],
  ['cp bad.json same.json && resume-check diff bad.json same.json --fail-on-new --fail-on info', 0],
  ['resume-check diff bad.json bad.json', 2],
  ['resume-check diff bad.json nowhere.json', 2],
  ['resume-check diff bad.json no.json', 2],
  ['resume-check diff bad.json profile.yaml', 2],
  ['resume-check diff bad.json', 2],
  ['resume-check diff bad.json good.json -f sarif', 2],
  ['resume-check diff bad.json good.json --fail-on never', 2],
  ['resume-check diff bad.json good.json -f json -o good.json', 2],
  ['resume-check diff bad.json good.json > /dev/full', 3],
])('%s: exit code %d', async (script, expected) => {
  const { code, stdout, stderr } = await compared(script);
  expect(code).toBe(expected);
  expect(stderr.split('\n')).toHaveLength(expected < 2 ? 1 : 2);
  expect(stdout === '').toBe(expected >= 2);
});

test('the JSON is what its schema says, and does not hold what the reports hide', async () => {
  for (const order of ['good.json bad.json', 'bad.json good.json']) {
    const { stdout } = await compared(`resume-check diff ${order} -f json`);
    const result = JSON.parse(stdout) as { institutions: { new: unknown[]; fixed: unknown[] }[] };
    expect([validate(result), validate.errors]).toEqual([true, null]);
    expect((result.institutions[0]?.new.length ?? 0) > 0).toBe(order.startsWith('good'));
    expect((result.institutions[0]?.fixed.length ?? 0) > 0).toBe(order.startsWith('bad'));
  }
});

test('another digest is said aloud, in text and in Markdown, in both languages', async () => {
  const other = `sed 's/"digest": "....../"digest": "000000/' bad.json > other.json`;
  for (const format of ['text', 'markdown']) {
    const zh = await compared(`${other} && resume-check diff good.json other.json --lang zh -f ${format}`);
    expect(zh.stdout).toMatch(/预案或规则不同.*000000/s);
    const en = await compared(`${other} && resume-check diff good.json other.json --lang en -f ${format}`);
    expect(en.stdout).toMatch(/different plans or\s+rules/);
  }
});

test('a report with commands and control characters in it gives none of them on', async () => {
  const evil = `sed 's/"zh": "[^"]*"/"zh": "\\\\u001b[31m##[error]x\\\\n::error::y|z"/' bad.json > evil.json`;
  for (const format of ['text', 'markdown', 'json']) {
    const { code, stdout } = await compared(`${evil} && resume-check diff good.json evil.json -f ${format} --lang zh`);
    expect(code).toBe(0);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toMatch(/##\[|^\s*::/m);
  }
});

test('the schema is printed', async () => {
  const { stdout } = await run(['schema', 'diff']);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(projectFile('schemas/diff.schema.json')));
});
