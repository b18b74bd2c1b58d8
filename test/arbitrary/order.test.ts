/** Order and files don't matter: shuffling rows, splitting a log into files and joining them change no verdict. */
import fc from 'fast-check';
import { check } from '../../src/check/check.js';
import { foundOnce } from '../../src/check/found-once.js';
import { knownOf } from '../../src/check/known.js';
import { rowChecks } from '../../src/check/row-checks.js';
import { KINDS, KINDS_BY_NAME, type KindName } from '../../src/logs/kinds/index.js';
import { joinLogs } from '../../src/logs/logs.js';
import { readLog } from '../../src/logs/read/log.js';
import { LIMITS } from '../../src/plan/limits.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import { RULES } from '../../src/rules/index.js';
import { fill } from '../../src/text/fill.js';
import { runs } from '../deep.js';
import { AS_OF, csvOf, type LogTable, logTables } from './logs.js';
import { EXAMPLES, yamlOf } from './profile.js';

const NAMES = Object.keys(KINDS_BY_NAME) as KindName[];
const PROFILE = readProfile(yamlOf(EXAMPLES.complete), 'profile.yaml');

interface Verdict {
  readonly outcomes: Readonly<Record<string, string>>;
  /** What the rules of the plan found. Where it stands, at the first of several rows, moves with the rows. */
  readonly findings: readonly string[];
}

function verdictOf(tables: readonly LogTable[]): Verdict {
  const readings = tables.map((table, i) =>
    readLog(`${table.kind} ${i}`, () => [new TextEncoder().encode(csvOf(table))], {
      kinds: KINDS,
      kind: table.kind,
      strict: false,
      asOf: AS_OF,
      limits: LIMITS,
      keepAll: true,
      onRow: rowChecks(RULES, LIMITS),
    }),
  );
  const logs = joinLogs(
    readings.flatMap(({ summary }) => summary ?? []),
    knownOf(PROFILE.profile),
    AS_OF,
  );
  const report = check(
    { id: 'random', profile: PROFILE, logs: { readings: foundOnce(readings, logs), logs }, judge: 'both', inputs: [] },
    { plan: LIUZHOU_2020, rules: RULES, asOf: AS_OF, stage: 'run', digest: (text) => text },
  );
  return {
    outcomes: Object.fromEntries(report.rules.map(({ id, outcome }) => [id, outcome])),
    findings: report.findings
      .filter(({ kind }) => kind === 'rule' || kind === 'missing')
      // alike cells of rows that follow each other are one finding
      .flatMap(({ rule, severity, message, params, cells = 1 }) =>
        new Array<string>(cells).fill(`${severity} ${rule} ${fill(message, params, 'zh')}`),
      )
      .sort(),
  };
}

/** Logs of every kind, and how their rows are dealt out anew: an order, and the file of each row. */
const dealt = fc
  .tuple(...NAMES.map((kind) => logTables(kind, { filled: true, distinctTimes: true })))
  .chain((tables) =>
    fc.tuple(
      fc.constant(tables),
      fc.tuple(
        ...tables.map(({ rows }) =>
          fc.tuple(
            fc.shuffledSubarray([...rows.keys()], { minLength: rows.length }),
            fc.array(fc.nat(2), { minLength: rows.length, maxLength: rows.length }),
          ),
        ),
      ),
    ),
  );

test('rows in another order and in other files give the same outcomes and the same findings of the plan', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(dealt, ([tables, deals]) => {
      const before = verdictOf(tables);
      const after = verdictOf(
        tables.flatMap(({ kind, header, rows }, i) => {
          const [order = [], files = []] = deals[i] ?? [];
          const parts = [0, 1, 2].map((file) =>
            order.filter((_, at) => files[at] === file).map((row) => rows[row] ?? []),
          );
          const given = parts.filter((part) => part.length > 0);
          return (given.length > 0 ? given : [[]]).map((part) => ({ kind, header, rows: part }));
        }),
      );
      for (const each of after.findings) met.add(each.split(' ')[1] ?? '');
      expect(after).toEqual(before);
    }),
    { seed: 20200506, numRuns: runs(40) },
  );
  const rules = RULES.filter((rule) => rule.logs ?? rule.rows).map(({ id }) => id);
  // rules whose findings were compared
  expect(rules.filter((id) => met.has(id)).length).toBeGreaterThan(rules.length * 0.8);
});
