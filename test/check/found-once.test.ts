/** What is found in rows that two files have counts once; what differs between them counts all the same. */
import { foundOnce } from '../../src/check/found-once.js';
import { rowChecks } from '../../src/check/row-checks.js';
import { countOf } from '../../src/counts.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import { joinLogs } from '../../src/logs/logs.js';
import { readLog } from '../../src/logs/read/log.js';
import { LIMITS } from '../../src/plan/limits.js';
import { RULES } from '../../src/rules/index.js';

const HEADER = '日期,进入时间,离开时间,姓名,人员类别,身份核验,体温,健康码,登记人';
const ID = 'entry-identity-temp-register';

/** How often each file is said to have let someone in without looking at the card: listed, and counted. */
function counted(...files: readonly (readonly string[])[]): readonly (readonly [number, number])[] {
  const readings = files.map((rows, i) =>
    readLog(`entry ${i}`, () => [new TextEncoder().encode([HEADER, ...rows].join('\n'))], {
      kinds: KINDS,
      kind: 'entry',
      strict: false,
      asOf: '2020-06-01',
      limits: LIMITS,
      keepAll: false,
      onRow: rowChecks(RULES, LIMITS),
    }),
  );
  const logs = joinLogs(
    readings.flatMap(({ summary }) => summary ?? []),
    undefined,
    '2020-06-01',
  );
  return foundOnce(readings, logs).map(({ findings, counts }) => {
    const all = [...(counts.get(ID)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
    return [countOf(findings.filter(({ rule }) => rule === ID)), all] as const;
  });
}

const row = (day: string, name: string, checked: string): string =>
  `2020-05-${day},08:00,17:00,${name},学员,${checked},36.5,绿,李示例`;

test('an export given twice', () => {
  const rows = [row('06', '张示例', '否'), row('06', '王示例', '是'), row('07', '张示例', '否')];
  expect(counted(rows, rows.toReversed())).toEqual([
    [2, 2],
    [0, 0],
  ]);
});

test('an export that goes on', () => {
  const first = [row('06', '张示例', '否')];
  expect(counted(first, [...first, row('07', '张示例', '否')])).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

test('a day of the second file that says something else', () => {
  const rows = (checked: string): string[] => [row('06', '张示例', '否'), row('06', '王示例', checked)];
  expect(counted(rows('是'), rows('否'))).toEqual([
    [1, 1],
    [2, 2],
  ]);
});

test('one file alone', () => expect(counted([row('06', '张示例', '否'), row('06', '王示例', '否')])).toEqual([[2, 2]]));
