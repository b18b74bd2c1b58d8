/** Whatever the bytes, a profile is read or refused in words; nothing else is ever thrown, by the reader or a rule. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { checkProfile } from '../../src/check/check.js';
import { UnusableError } from '../../src/errors.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import { toJson } from '../../src/report/json.js';
import { drawTable } from '../../src/report/table.js';
import { toText } from '../../src/report/text.js';
import { RULES } from '../../src/rules/index.js';
import { decode } from '../../src/text/decode.js';
import type { InstitutionReport, Report, Stage } from '../../src/types.js';
import { runs } from '../deep.js';

const RUNS = { seed: 20200506, numRuns: runs(60) };
const COMPLETE = readFileSync(new URL('../../examples/complete/profile.yaml', import.meta.url), 'utf8');
const MISTAKES = readFileSync(new URL('../../examples/mistakes/profile.yaml', import.meta.url), 'utf8');

/** Reads and checks a text; returns what came of it, or nothing if the text was refused. */
function judge(text: string, stage: Stage = 'run'): InstitutionReport | undefined {
  let source: ReturnType<typeof readProfile>;
  try {
    source = readProfile(text, 'profile.yaml');
  } catch (error) {
    if (!(error instanceof UnusableError)) throw error;
    expect(error.location?.line).toBeGreaterThan(0);
    expect(error.location?.column).toBeGreaterThan(0);
    expect(error.wording.zh).not.toBe('');
    return undefined;
  }
  const institution = checkProfile(source, {
    plan: LIUZHOU_2020,
    rules: RULES,
    asOf: '2020-05-11',
    stage,
    digest: (each) => createHash('sha256').update(each).digest('hex'),
    encoding: 'utf-8',
  });
  const lines = text.split(/\r\n|\r|\n/);
  // every place is in the file, ends behind where it begins, and shows no more than its line has
  const astray = institution.findings.filter(({ location: { line, column, endLine, endColumn } }) => {
    const length = lines[line - 1]?.length ?? -1;
    const isInside = line > 0 && column > 0 && column <= length + 1 && endLine <= lines.length;
    const isForward = endLine > line || (endLine === line && endColumn >= column);
    return !isInside || !isForward || source.excerpt(line, 'none').length > length;
  });
  expect(astray).toEqual([]);
  expect(new Set(institution.findings.map(({ fingerprint }) => fingerprint)).size).toBe(institution.findings.length);
  const report: Report = {
    formatVersion: 1,
    tool: { name: 'resume-check', version: '0.0.0' },
    plan: { id: LIUZHOU_2020.id, digest: '' },
    asOf: '2020-05-11',
    institutions: [institution],
    summary: { institutions: 1, files: 1, ...institution.summary },
  };
  expect(() => JSON.parse(toJson(report))).not.toThrow();
  const page = toText(report, {
    language: text.length % 2 === 0 ? 'zh' : 'en',
    columns: 80,
    colour: false,
    quiet: false,
    rules: RULES,
    plan: LIUZHOU_2020,
    excerpt: (_, line) => source.excerpt(line, 'none'),
    drawTable,
  });
  // but for the lines of the file themselves
  expect(page.replace(/^ +\d+ \| .*$/gm, '')).not.toMatch(/undefined|NaN|\[object|(?<!\\u)\{[a-z]\w*\}/);
  return institution;
}

test('any bytes are decoded and judged, or refused', () => {
  let judged = 0;
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const decoded = decode(bytes);
      if (!decoded.ok) return;
      expect(decoded.text).not.toContain('\ufffd');
      judge(decoded.text);
      judged++;
    }),
    { ...RUNS, numRuns: runs(500) },
  );
  expect(judged).toBeGreaterThan(50);
});

test('any text of the letters that YAML is made of is judged, or refused', () => {
  const piece = fc.constantFrom(
    ...[
      '\n',
      '\n  ',
      '\n    ',
      '\n- ',
      '\n  - ',
      ': ',
      ':',
      '：',
      ', ',
      '{',
      '}',
      '[',
      ']',
      '#',
      ' # ',
      '&a',
      '*a',
      '!',
      '!!str ',
    ],
    ...[
      '|',
      '>',
      '|-\n',
      '"',
      "'",
      '\\',
      '\t',
      '---',
      '...',
      '%',
      '@',
      '? ',
      '<<',
      '~',
      'null',
      'true',
      '1',
      '1e5',
      '2020-05-06',
    ],
    ...[
      'institution',
      'staff',
      'name',
      'id',
      'classes',
      'supplies',
      'masks',
      'pieces',
      '__proto__',
      '名称',
      '𠮷',
      '\u2028',
      '\r',
      '\0',
    ],
  );
  let judged = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      if (judge(pieces.join(''))) judged++;
      if (judge(`institution:\n  name: 示例\n${pieces.join('')}`)) judged++;
    }),
    { ...RUNS, numRuns: runs(250) },
  );
  expect(judged).toBeGreaterThan(50);
});

/** Values that take the place of others. */
const VALUES = [
  ...[
    '',
    '~',
    '[]',
    '{}',
    '[[]]',
    '{ a: 1 }',
    '0',
    '-1',
    '1.5',
    '1e300',
    '9007199254740993',
    '.nan',
    'true',
    'false',
    '否',
    '"',
  ],
  ...[
    '2020-02-30',
    '1900-01-01',
    '2999-12-31',
    '2020-05-12',
    '2020-05-01..2020-04-01',
    '00:00',
    '23:59',
    '25:00',
    'S01',
    'S99',
    'C1',
  ],
  ...[
    '"\\u0000"',
    '"\\e[31m"',
    '"::error::x"',
    '"\\u202e"',
    '𠮷',
    'x'.repeat(3000),
    '教师',
    '无',
    'classroom',
    'pass',
    'rectify',
    '[S01, S01]',
  ],
];

/** What is done to one line of a profile. */
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('delete' as const), line: fc.nat(1000) }),
  fc.record({ kind: fc.constant('repeat' as const), line: fc.nat(1000) }),
  fc.record({ kind: fc.constant('swap' as const), line: fc.nat(1000), other: fc.nat(1000) }),
  fc.record({ kind: fc.constant('indent' as const), line: fc.nat(1000), by: fc.integer({ min: -4, max: 4 }) }),
  fc.record({
    kind: fc.constant('value' as const),
    line: fc.nat(1000),
    value: fc.constantFrom(...VALUES),
    nth: fc.nat(8),
  }),
  fc.record({ kind: fc.constant('cut' as const), line: fc.nat(1000), at: fc.nat(80) }),
);

function mutate(
  text: string,
  mutations: readonly (typeof mutation extends fc.Arbitrary<infer Each> ? Each : never)[],
): string {
  const lines = text.split('\n');
  for (const each of mutations) {
    const i = each.line % lines.length;
    const line = lines[i] ?? '';
    switch (each.kind) {
      case 'delete':
        lines.splice(i, 1);
        break;
      case 'repeat':
        lines.splice(i, 0, line);
        break;
      case 'swap': {
        const j = each.other % lines.length;
        lines[i] = lines[j] ?? '';
        lines[j] = line;
        break;
      }
      case 'indent':
        lines[i] =
          each.by < 0
            ? line.slice(Math.min(-each.by, line.length - line.trimStart().length))
            : ' '.repeat(each.by) + line;
        break;
      case 'value': {
        const values = [...line.matchAll(/(?<=: )[^\s,{}[\]#][^,{}[\]#]*?(?= ?[,}\]#]|$)/g)];
        const found = values[each.nth % Math.max(1, values.length)];
        if (found) lines[i] = line.slice(0, found.index) + each.value + line.slice(found.index + found[0].length);
        break;
      }
      case 'cut':
        lines[i] = line.slice(0, each.at);
        break;
    }
  }
  return lines.join('\n');
}

test.each([
  ['complete', COMPLETE],
  ['mistakes', MISTAKES],
])(
  'the example %s with lines deleted, repeated, swapped, indented, cut, and values replaced is judged, or refused',
  (_, text) => {
    let judged = 0;
    fc.assert(
      fc.property(
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        fc.constantFrom<Stage>('prep', 'apply', 'run'),
        (mutations, stage) => {
          if (judge(mutate(text, mutations), stage)) judged++;
        },
      ),
      RUNS,
    );
    expect(judged).toBeGreaterThan(RUNS.numRuns / 5);
  },
);

test('each line of the complete example alone can be missing', () => {
  const lines = COMPLETE.split('\n');
  let judged = 0;
  for (let i = 0; i < lines.length; i++) {
    if (judge(lines.filter((_, j) => j !== i).join('\n'), 'apply')) judged++;
  }
  expect(judged).toBeGreaterThan(lines.length / 2);
});

test('the complete example can end at any line', () => {
  const lines = COMPLETE.split('\n');
  for (let i = 1; i < lines.length; i++) judge(lines.slice(0, i).join('\n'));
  expect(judge(COMPLETE, 'apply')?.compliant).toBe(true);
});
