/** The report as JSON: by its schema, with both languages, and the same bytes for the same report. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { checkProfile } from '../../src/check/check.js';
import { addUp } from '../../src/check/summary.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import { toJson } from '../../src/report/json.js';
import { RULES } from '../../src/rules/index.js';
import type { Report } from '../../src/types.js';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const isReport = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(read('schemas/report.schema.json')),
);

function reportOf(text: string): Report {
  const source = readProfile(text, 'profile.yaml');
  const asOf = source.profile.asOf ?? '2020-05-06';
  const institution = checkProfile(source, {
    plan: LIUZHOU_2020,
    rules: RULES,
    asOf,
    digest: sha256,
    encoding: 'utf-8',
  });
  return {
    formatVersion: 1,
    tool: { name: 'resume-check', version: '0.0.0' },
    plan: { id: LIUZHOU_2020.id, digest: sha256('rules') },
    asOf,
    institutions: [institution],
    summary: { institutions: 1, files: 1, ...addUp([institution.summary]) },
  };
}

interface JsonFinding {
  readonly rule: string;
  readonly path?: string;
  readonly line: number;
  readonly message: { readonly zh: string; readonly en: string };
  readonly fingerprint: string;
}
const findingsIn = (json: string): readonly (JsonFinding & Readonly<Record<string, unknown>>)[] =>
  JSON.parse(json).institutions[0].findings;

const EXAMPLES: readonly (readonly [string, string])[] = [
  ['examples/mistakes', read('examples/mistakes/profile.yaml')],
  ['examples/complete', read('examples/complete/profile.yaml')],
  ['an empty institution', 'institution: { name: 示例学校 }\n'],
  ['wrong forms and unknown keys', 'maskk: 1\nsupplies: { masks: many }\nstaff: [{ id: S1 }, { id: S1 }]\n'],
  ['an institution outside the plan', 'institution: { approval: { authority: 南宁市人社局, permitNo: A1 } }\n'],
];

test.each(EXAMPLES)('%s: the report keeps to its schema', (_, text) => {
  expect(isReport(JSON.parse(toJson(reportOf(text))))).toBe(true);
  expect(isReport.errors).toBeNull();
});

test.each(EXAMPLES)('%s: the same report gives the same bytes', (_, text) => {
  expect(toJson(reportOf(text))).toBe(toJson(reportOf(text)));
});

test.each(EXAMPLES)('%s: every finding has a fingerprint of its own', (_, text) => {
  const fingerprints = findingsIn(toJson(reportOf(text))).map(({ fingerprint }) => fingerprint);
  expect(new Set(fingerprints).size).toBe(fingerprints.length);
});

test.each(EXAMPLES)('%s: every message is worded in both languages, without a bare placeholder', (_, text) => {
  for (const { message } of findingsIn(toJson(reportOf(text)))) {
    expect(message.zh).toMatch(/\p{Script=Han}/u);
    expect(`${message.zh} ${message.en}`).not.toMatch(/[{}]|undefined|\[object/);
  }
});

test('a finding says where, what, which clause, what to get and which ground', () => {
  const finding = findingsIn(toJson(reportOf(read('examples/mistakes/profile.yaml')))).find(
    ({ rule }) => rule === 'mask-stock',
  );
  expect(finding).toEqual({
    rule: 'mask-stock',
    kind: 'rule',
    clause: '四（六）4',
    severity: 'error',
    file: 'profile.yaml',
    line: expect.any(Number),
    column: 20,
    endLine: finding?.line,
    endColumn: 22,
    path: 'supplies.masks.pieces',
    message: {
      zh: '口罩 60 只，须多于 60 只（4 间教室 × 15）',
      en: '60 masks; more than 60 are needed (4 classrooms × 15)',
    },
    params: { have: 60, limit: 60, classrooms: 4, each: 15 },
    note: {
      zh: '工具的理解，非预案原文：用来上课的其他房间也算教室；成套防护用品里的口罩另算',
      en: "toolkit reading, not the plan's own words: other rooms in which a class is held are classrooms too; masks of the protective sets are counted apart",
    },
    remedy: {
      zh: '补足口罩；成套防护用品里的口罩另算',
      en: 'Stock up on masks; those of the protective sets are not counted',
      item: { zh: '口罩', en: 'masks' },
      quantity: 1,
      unit: { zh: '只', en: '' },
    },
    fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
});

test('a finding about the whole profile has no path; one about the form has no clause', () => {
  const json = toJson(reportOf('asOf: 2020-05-06\nmaskk: 1\n'));
  const ofForm = findingsIn(json).find(({ rule }) => rule === 'input/unknown-key');
  expect(ofForm).not.toHaveProperty('clause');
  const ofProfile = findingsIn(json).find(({ rule }) => rule === 'ten-hazards-selfcheck');
  expect(ofProfile).not.toHaveProperty('path');
  expect(ofProfile?.line).toBe(1);
});

test('values of the file are written so that no reader of the text is misled', () => {
  const json = toJson(
    reportOf('entrances:\n  - { id: "\\u202e后门", open: true, checkpoint: false }\n  - { checkpoint: true }\n'),
  );
  expect(json).toContain('\\u202e后门');
  expect(json).not.toContain('\u202e');
});

test('a finding in a log names its day, and what pictures are drawn from is left out', () => {
  const report = reportOf('institution: { name: 示例学校 }\n');
  const [institution] = report.institutions;
  if (!institution) throw new Error('there is no institution');
  const [first, ...others] = institution.findings;
  if (!first) throw new Error('there is no finding');
  const figures = { calendars: [], temperatures: [], stock: [], rooms: [] };
  const findings = [{ ...first, day: '2020-05-06' }, ...others];
  const json = toJson({ ...report, institutions: [{ ...institution, findings, figures }] });
  expect(isReport(JSON.parse(json))).toBe(true);
  expect(findingsIn(json)[0]?.day).toBe('2020-05-06');
  expect(
    json
      .split('\n')
      .filter((line) => !line.includes('"day": "2020-05-06"'))
      .join('\n'),
  ).toBe(toJson(report));
});
