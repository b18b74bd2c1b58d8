/**
 * The logs of two invented schools as people write them, GBK and UTF-8: what is found in them is what was planted, and
 * nothing of how the tables look; `fix` writes them out, and the same is found.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { ROOT, run, type Surroundings } from './run.js';

type Files = NonNullable<Surroundings['files']>;

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly cells?: number;
}

interface Json {
  readonly institutions: readonly {
    readonly rules: readonly { readonly id: string; readonly outcome: string }[];
    readonly findings: readonly Found[];
  }[];
}

function logsOf(school: string): Files {
  const folder = `${ROOT}test/cases/${school}`;
  return Object.fromEntries(readdirSync(folder).map((name) => [`logs/${name}`, readFileSync(`${folder}/${name}`)]));
}

async function lint(files: Files, ...more: readonly string[]): Promise<Json['institutions'][number]> {
  const call = ['lint', 'logs', '--no-profile', '--no-hints', '-f', 'json', '--max-findings', 'all', '--exit-zero'];
  const { stdout } = await run([...call, ...more], { files });
  const [one] = (JSON.parse(stdout) as Json).institutions;
  if (!one) throw new Error('no institution');
  return one;
}

/** What is found besides remarks: where it is, or with a count how often. */
const asked = (findings: readonly Found[]): Found[] => findings.filter(({ severity }) => severity !== 'info');
const placed = ({ rule, file, line }: Found): string => `${rule} ${file.split('/').at(-1)}:${line}`;
function counted(findings: readonly Found[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { rule, file, cells = 1 } of findings) {
    const sort = `${rule} ${file.split('/').at(-1)?.replace('.csv', '')}`;
    counts[sort] = (counts[sort] ?? 0) + cells;
  }
  return counts;
}

describe('pages of a day, merged cells, periods, 同上, remarks', () => {
  const files = logsOf('another-school');

  test('what was planted is found, and nothing else', async () => {
    const { findings } = await lint(files, '--as-of', '2020-05-21');
    expect(asked(findings).map(placed)).toEqual([
      'symptomatic-reported 出入登记.csv:13',
      'symptomatic-to-fever-clinic 出入登记.csv:13',
      'entry-code-and-temperature 出入登记.csv:22',
      'venue-disinfection-daily 教学日志.csv:4',
      'report-not-concealed-or-false 日报告.csv:4',
      'input/detail-missing 晨午检2020年5月.csv:12',
      'high-touch-daily 消毒.csv:9',
      'sitewide-clean-daily 消毒.csv:9',
      'waste-drain-toilet-daily 消毒.csv:9',
      'ventilation-3x30 通风登记.csv:5',
    ]);
  });

  test('the same is found in what fix writes', async () => {
    const fixed = await run(['fix', 'logs', '-o', 'plain'], { files });
    expect(fixed.code).toBe(0);
    const plain = Object.entries(fixed.files).flatMap(([path, text]) =>
      path.startsWith('plain/') ? [[path.replace('plain/', 'logs/'), text] as const] : [],
    );
    const [before, after] = [
      await lint(files, '--as-of', '2020-05-21'),
      await lint(Object.fromEntries(plain), '--as-of', '2020-05-21'),
    ];
    expect(after.rules.map(({ id, outcome }) => [id, outcome])).toEqual(
      before.rules.map(({ id, outcome }) => [id, outcome]),
    );
    expect(counted(asked(after.findings))).toEqual(counted(asked(before.findings)));
  });
});

test('two weeks in 23 files: 75 errors, of 3,642 before tables were read as people write them', async () => {
  const { findings } = await lint(logsOf('two-weeks'), '--as-of', '2020-05-31', '--year', '2020');
  expect(counted(asked(findings))).toEqual({
    // what the plan asks for and the logs do not have
    'daily-zero-report 疫情日报告': 12,
    'emergency-drill 培训演练教育': 1,
    'entry-code-and-temperature 出入登记': 5,
    'health-education-run 培训演练教育': 1,
    'high-touch-daily 消毒记录': 12,
    'hygiene-inspection-bulletin 环境卫生检查通报': 1,
    'input/detail-missing 晨午检': 1,
    'sitewide-clean-daily 消毒记录': 12,
    'staff-epidemic-training 培训演练教育': 1,
    'training-drill-archived 培训演练教育': 1,
    'vector-control-campaign 环境卫生检查通报': 3,
    'waste-drain-toilet-daily 消毒记录': 12,
    // what is asked about: columns that are not there, once for each file, and cells that are blank
    ...Object.fromEntries(
      ['出入登记', '外来人员登记', '废弃口罩处置', '每日健康监测', '消毒记录', '疫情日报告', '防疫物资台账'].map(
        (name) => [`input/header-missing ${name}`, 1],
      ),
    ),
    'input/cell-empty 疫情日报告': 12,
    'input/cell-empty 外来人员登记': 1,
    'input/cell-phone 外来人员登记': 1,
    ...Object.fromEntries(
      ['14天调查', '培训演练教育', '床位表', '晨午检汇总', '环境卫生检查通报', '用餐批次'].map((name) => [
        `input/no-rows ${name}`,
        1,
      ]),
    ),
  });
});
