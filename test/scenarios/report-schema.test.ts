/** The JSON that the program writes is what its own schema says, for every kind of profile. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { projectFile, run } from './run.js';

const COMPLETE = projectFile('examples/complete/profile.yaml');
const shipped: unknown = JSON.parse(projectFile('schemas/report.schema.json'));
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
const validate = ajv.compile(shipped as object);

interface JsonReport {
  readonly asOf: string;
  readonly institutions: readonly {
    readonly id: string;
    readonly name?: string;
    readonly stage: string;
    readonly compliant: boolean | null;
    readonly omitted: number;
    readonly rules: readonly { readonly id: string; readonly outcome: string; readonly count: number }[];
    readonly findings: readonly {
      readonly rule: string;
      readonly file: string;
      readonly line: number;
      readonly column: number;
    }[];
    readonly summary: { readonly rules: Record<string, number>; readonly findings: Record<string, number> };
  }[];
  readonly summary: { readonly institutions: number; readonly files: number; readonly rules: Record<string, number> };
}

async function reportOf(text: string, argv: readonly string[] = []): Promise<{ code: unknown; report: JsonReport }> {
  const { code, stdout, stderr } = await run(['validate', '-f', 'json', ...argv], { files: { 'profile.yaml': text } });
  expect(stderr).toBe('');
  return { code, report: JSON.parse(stdout) as JsonReport };
}

const MANY = `spaces:\n${'- { kind: 某种 }\n'.repeat(1200)}`;

test.each<[string, string, readonly string[], number, Record<string, unknown>]>([
  ['complete', COMPLETE, [], 0, { id: 'example-complete', stage: 'apply', compliant: true, omitted: 0 }],
  ['with mistakes', projectFile('examples/mistakes/profile.yaml'), [], 1, { stage: 'run', compliant: false }],
  ['nearly empty', 'institution:\n', [], 1, { id: 'profile', stage: 'prep', compliant: false }],
  ['of an empty map', '{}\n', [], 1, { id: 'profile', stage: 'prep', compliant: false }],
  ['of a later stage than it is at', COMPLETE, ['--stage', 'run'], 1, { stage: 'run', compliant: false }],
  ['of an earlier stage', COMPLETE, ['--stage', 'prep'], 0, { stage: 'prep', compliant: true }],
  [
    'with values of the wrong kind',
    'institution: 1\nstaff: { a: 1 }\nspaces: [1, { kind: 2 }]\nsupplies: { masks: x }\nfoo: 1\n',
    [],
    1,
    { id: 'profile', compliant: false },
  ],
  [
    'with control characters, quotes and a lone surrogate',
    'institution: { id: "\\u0000", name: "a\\u0000\\u0085\\u202e\\"\\\\\\ud800b" }\n"\\e": 1\n',
    [],
    1,
    { id: 'profile', name: 'a\u0000\u0085\u202e"\\\ud800b' },
  ],
  [
    'outside the scope of the plan',
    COMPLETE.replace('authority: 柳州市城中区人力资源和社会保障局', 'authority: 桂林市教育局'),
    [],
    2,
    { id: 'example-complete', compliant: null },
  ],
  ['with more findings than are listed', MANY, [], 1, { compliant: false }],
])('a profile %s', async (_, text, argv, code, expected) => {
  const result = await reportOf(text, argv);
  expect(validate(result.report) ? [] : validate.errors).toEqual([]);
  expect(result.code).toBe(code);
  const [institution] = result.report.institutions;
  expect(institution).toMatchObject(expected);
  if (!institution) throw new Error('no institution');
  // the counts are those of what is counted
  const outcomes = Object.entries(institution.summary.rules).map(([outcome, count]) => [
    outcome,
    count === institution.rules.filter((rule) => rule.outcome === outcome).length,
  ]);
  expect(outcomes.filter(([, agrees]) => !agrees)).toEqual([]);
  const counted = Object.values(institution.summary.findings).reduce((sum, count) => sum + count, 0);
  expect(counted).toBe(institution.findings.length + institution.omitted);
  expect(new Set(institution.rules.map(({ id }) => id)).size).toBe(institution.rules.length);
  // findings stand in the order of the file
  const places = institution.findings.map(({ line, column }) => line * 10_000 + column);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(new Set(institution.findings.map(({ file }) => file))).toEqual(
    new Set(institution.findings.length > 0 ? ['profile.yaml'] : []),
  );
});

test('several profiles, in the order of the call, with a sum', async () => {
  const files = { 'b.yaml': COMPLETE, 'a.yaml': 'institution: { id: other }\n' };
  const { code, stdout } = await run(['validate', 'b.yaml', 'a.yaml', '-f', 'json', '--as-of', '2020-05-11'], {
    files,
  });
  const report = JSON.parse(stdout) as JsonReport;
  expect(validate(report) ? [] : validate.errors).toEqual([]);
  expect(code).toBe(1);
  expect(report.institutions.map(({ id }) => id)).toEqual(['example-complete', 'other']);
  expect(report.summary).toMatchObject({ institutions: 2, files: 2 });
  for (const [outcome, count] of Object.entries(report.summary.rules)) {
    expect([outcome, count]).toEqual([
      outcome,
      report.institutions.reduce((sum, each) => sum + (each.summary.rules[outcome] ?? 0), 0),
    ]);
  }
});

test.each(['report', 'config', 'diff', 'waivers', 'partial'])(
  'the program prints the schema of %s that is shipped',
  async (name) => {
    const { stdout } = await run(['schema', name]);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(projectFile(`schemas/${name}.schema.json`)));
  },
);

test('of the profile it prints the schema that is shipped, each key with its words where editors show them', async () => {
  const { title, ...shippedProfile } = JSON.parse(projectFile('schemas/profile.schema.json'));
  for (const [language, colon] of [
    ['zh', '：'],
    ['en', ': '],
  ] as const) {
    // every object with words of its own: a node of the schema
    const expected = JSON.parse(JSON.stringify({ title, ...shippedProfile }), (_, node) => {
      if (typeof node?.['x-en'] !== 'object') return node;
      const { title: __, description: ___, ...rest } = node;
      const words = language === 'zh' ? node : node['x-en'];
      return { ...rest, description: [words.title, words.description].filter((each) => each).join(colon) };
    });
    const { stdout } = await run(['schema', 'profile', '--lang', language]);
    const printed = JSON.parse(stdout);
    expect(printed).toEqual({ ...expected, title: language === 'zh' ? title : shippedProfile['x-en'].title });
    expect(printed.properties.institution.properties.name.description).toBe(
      language === 'zh' ? '机构全称' : 'Full name',
    );
    expect(printed.properties.spaces.items.properties.fixtures.description).toMatch(
      /：座位不能占|: Where no seat can be/,
    );
  }
});

test('the schema refuses what is no report', () => {
  for (const wrong of [{}, [], null, { formatVersion: 2 }, { formatVersion: 1, institutions: [] }]) {
    expect(validate(wrong)).toBe(false);
  }
});
