/** The random logs are what they say: every one is read without an error, and rules find something in them. */
import fc from 'fast-check';
import { check } from '../../src/check/check.js';
import { knownOf } from '../../src/check/known.js';
import { rowChecks } from '../../src/check/row-checks.js';
import type { LogKind } from '../../src/logs/kind.js';
import { KINDS, KINDS_BY_NAME, type KindName } from '../../src/logs/kinds/index.js';
import { joinLogs } from '../../src/logs/logs.js';
import { readLog } from '../../src/logs/read/log.js';
import { readCell } from '../../src/logs/read/values.js';
import type { LogReading } from '../../src/logs/summary.js';
import { LIMITS } from '../../src/plan/limits.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import { RULES } from '../../src/rules/index.js';
import { AS_OF, csvOf, type LogTable, logTables } from './logs.js';
import { EXAMPLES, yamlOf } from './profile.js';

const SEED = { seed: 20200506 };
const NAMES = Object.keys(KINDS_BY_NAME) as KindName[];

const read = (table: LogTable): LogReading =>
  readLog(table.kind, () => [new TextEncoder().encode(csvOf(table))], {
    kinds: KINDS,
    strict: false,
    asOf: AS_OF,
    limits: LIMITS,
    keepAll: false,
    onRow: rowChecks(RULES, LIMITS),
  });

describe.each(NAMES)('%s', (kind) => {
  const { columns }: LogKind = KINDS_BY_NAME[kind];

  test.each([{}, { filled: true }, { distinctTimes: true }, { filled: true, distinctTimes: true }])(
    'is read without an error, with %p',
    (options) => {
      for (const table of fc.sample(logTables(kind, options), { ...SEED, numRuns: 15 })) {
        const reading = read(table);
        const errors = reading.findings.filter(
          ({ rule, severity }) => rule.startsWith('input/') && severity === 'error',
        );
        expect([errors, csvOf(table)]).toEqual([[], csvOf(table)]);
        expect(reading.summary?.log.kind).toBe(kind);
        expect(reading.rowCount).toBe(table.rows.length);
      }
    },
  );

  test('has a value in every cell where they are filled', () => {
    for (const { rows } of fc.sample(logTables(kind, { filled: true }), { ...SEED, numRuns: 15 })) {
      const values = rows.map((row) => columns.map((column, i) => readCell(row[i] ?? '', column, {}).value));
      expect(values.flat()).not.toContain(undefined);
    }
  });

  test('has no time of day twice where they are distinct', () => {
    const timed = columns.map(({ type }) => type === 'time' || type === 'datetime');
    for (const { rows } of fc.sample(logTables(kind, { distinctTimes: true }), { ...SEED, numRuns: 15 })) {
      const times = rows.flatMap((row) =>
        row.filter((cell, i) => timed[i] && cell !== '').map((cell) => cell.slice(-5)),
      );
      expect(new Set(times).size).toBe(times.length);
    }
  });
});

test('rules about logs are met by some and not by others', () => {
  const profile = readProfile(yamlOf(EXAMPLES.complete), 'profile.yaml');
  const outcomes = new Map<string, Set<string>>();
  for (const tables of fc.sample(fc.tuple(...NAMES.map((kind) => logTables(kind))), { ...SEED, numRuns: 20 })) {
    const readings = tables.map(read);
    const summaries = readings.flatMap(({ summary }) => summary ?? []);
    const logs = joinLogs(summaries, knownOf(profile.profile), AS_OF);
    const report = check(
      { id: 'random', profile, logs: { readings, logs }, judge: 'both', inputs: [] },
      { plan: LIUZHOU_2020, rules: RULES, asOf: AS_OF, stage: 'run', digest: (text) => text },
    );
    for (const { id, outcome } of report.rules) outcomes.set(id, (outcomes.get(id) ?? new Set()).add(outcome));
  }
  const rules = RULES.filter((rule) => rule.logs ?? rule.rows);
  const having = (...names: string[]) => rules.filter(({ id }) => names.some((name) => outcomes.get(id)?.has(name)));
  // a few rows are never all rows of every day, which half of the rules ask for: those can't be met
  expect(having('pass').length).toBeGreaterThan(rules.length * 0.4);
  expect(having('fail', 'warn', 'not-evidenced').length).toBeGreaterThan(rules.length * 0.8);
});

test('the same few people are in the logs of all kinds', () => {
  const known = new Set(knownOf(EXAMPLES.complete).people.map(({ name }) => name));
  for (const kind of NAMES) {
    const { columns, person }: LogKind = KINDS_BY_NAME[kind];
    if (!person) continue;
    const at = columns.findIndex(({ en }) => en === person.name);
    const rows = fc.sample(logTables(kind, { filled: true }), { ...SEED, numRuns: 15 }).flatMap((table) => table.rows);
    const names = rows.map((row) => row[at] ?? '');
    expect(new Set(names).size).toBeLessThan(12);
    // now and then it is somebody from outside
    expect(names.filter((name) => known.has(name)).length / names.length).toBeGreaterThan(0.7);
  }
});
