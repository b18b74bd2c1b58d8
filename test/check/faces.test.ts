/** Rules that look at the profile and at the logs: which of the two decides where one says what the other does not. */
import { check } from '../../src/check/check.js';
import { knownOf } from '../../src/check/known.js';
import { rowChecks } from '../../src/check/row-checks.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import { joinLogs } from '../../src/logs/logs.js';
import { readLog } from '../../src/logs/read/log.js';
import { LIMITS } from '../../src/plan/limits.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import { RULES } from '../../src/rules/index.js';
import type { InstitutionReport } from '../../src/types.js';

const AS_OF = '2020-05-20';

/** Judges a profile and a log of that kind together. */
function audited(profileText: string, kind: string, ...rows: string[]): InstitutionReport {
  const source = readProfile(profileText, 'profile.yaml');
  const reading = readLog('log.csv', () => [new TextEncoder().encode(rows.join('\n'))], {
    ...{ kinds: KINDS, kind, strict: false, asOf: AS_OF, limits: LIMITS, keepAll: false },
    onRow: rowChecks(RULES, LIMITS),
  });
  const logs = joinLogs(reading.summary ? [reading.summary] : [], knownOf(source.profile), AS_OF);
  return check(
    { id: 'a', profile: source, logs: { readings: [reading], logs }, judge: 'both', inputs: [] },
    { plan: LIUZHOU_2020, rules: RULES, asOf: AS_OF, stage: 'prep', digest: (text) => text },
  );
}

/** The outcome of a rule, and where its findings stand. */
function judged({ rules, findings }: InstitutionReport, id: string): [string | undefined, string[]] {
  const places = findings.filter(({ rule }) => rule === id).map(({ location, path }) => path ?? location.file);
  return [rules.find((each) => each.id === id)?.outcome, places];
}

const TRAINING = '日期,类型,主题,科目,主讲,实到,参加人员,存档号,记录人';
const FILED = '2020-04-20,培训,全部,方案、制度、个人防护、消毒,李示例,1,张示例,2020-01,张示例';
const DRILL = '2020-04-24,演练,发热处置,报告、隔离,李示例,1,张示例,2020-02,张示例';
const STUDY = '2020-04-21,学习文件,防治法,防治法,李示例,1,张示例,2020-03,张示例';
const STAFF = 'staff: [{ id: S01, name: 张示例, role: 后勤 }]\n';

test('rules of documents that logs show too are these', () => {
  const both = RULES.filter((rule) => rule.class === 'document' && rule.also.includes('log')).map(({ id }) => id);
  expect(both).toEqual(['key-area-returnee-list', 'training-drill-archived']);
  const decided = RULES.filter(({ logsDecide }) => logsDecide).map(({ id }) => id);
  expect(decided).toEqual(['staff-epidemic-training', 'emergency-drill', 'training-drill-archived']);
});

describe.each([
  ['is absent', STAFF],
  ['is empty', `${STAFF}training: { records: [], drills: [] }\n`],
  [
    'names them without the rest',
    `${STAFF}training: { records: [{ on: 2020-04-20 }], drills: [{ on: 2020-04-24 }] }\n`,
  ],
])('where the log holds trainings and drills, and the section of the profile %s,', (_, profile) => {
  test('the log decides whether they are on file', () => {
    const filed = audited(profile, 'training', TRAINING, FILED, DRILL, STUDY);
    expect(judged(filed, 'training-drill-archived')).toEqual(['pass', []]);
    const open = audited(profile, 'training', TRAINING, FILED, DRILL.replace('2020-02', '待定'), STUDY);
    expect(judged(open, 'training-drill-archived')).toEqual(['fail', ['log.csv']]);
  });

  test('the log decides whether staff were trained, also with a remark, and whether there was a drill', () => {
    const whole = audited(profile, 'training', TRAINING, FILED, DRILL, STUDY);
    expect(judged(whole, 'staff-epidemic-training')).toEqual(['pass', []]);
    expect(judged(whole, 'emergency-drill')).toEqual(['pass', []]);
    const noted = audited(profile, 'training', TRAINING, FILED, DRILL);
    expect(judged(noted, 'staff-epidemic-training')).toEqual(['warn', ['log.csv']]);
  });
});

test('a training of the profile that the log does not hold is judged by the profile', () => {
  const profile = `${STAFF}training: { records: [{ on: 2020-04-22 }] }\n`;
  const report = audited(profile, 'training', TRAINING, FILED, STUDY);
  expect(judged(report, 'training-drill-archived')).toEqual(['not-evidenced', ['training.records[0].archiveNo']]);
});

test('what the profile alone shows is enough where the log holds nothing', () => {
  const profile = `${STAFF}training: { records: [{ on: 2020-04-20, archiveNo: 2020-01 }] }\n`;
  expect(judged(audited(profile, 'training', TRAINING), 'training-drill-archived')).toEqual(['pass', []]);
  // nor does a log of another kind decide
  const other = audited(`${STAFF}training: { records: [] }\n`, 'suspension', '停训日期,原因,涉及场所');
  expect(judged(other, 'training-drill-archived')).toEqual(['fail', ['training.records']]);
});

test('a training to come is said, though the log shows another', () => {
  const profile = `${STAFF}training: { records: [{ on: 2020-05-21 }] }\n`;
  const report = audited(profile, 'training', TRAINING, FILED, STUDY);
  expect(judged(report, 'training-drill-archived')).toEqual(['pass', []]);
  expect(judged(report, 'input/not-happened')[1]).toEqual(['training.records[0].on']);
});

test('a survey does not hold the list of arrivals and returns, nor which edition it was compared with', () => {
  const history = '姓名,人员类别,调查起,调查止,健康状况,症状,出行,聚会,聚餐,旅居类型,核查日期';
  const nobody = '张示例,教职工,2020-04-22,2020-05-05,良好,无,无,无,无,无,2020-05-05';
  const report = audited(STAFF, 'history14', history, nobody);
  expect(judged(report, 'key-area-returnee-list')).toEqual([
    'not-evidenced',
    ['healthSurvey.keyAreas.editionDate', 'healthSurvey.keyAreas.source', 'healthSurvey.returnees'],
  ]);
  const survey = 'healthSurvey: { keyAreas: { source: 国家卫健委, editionDate: 2020-05-01 }, returnees: [] }\n';
  expect(judged(audited(STAFF + survey, 'history14', history, nobody), 'key-area-returnee-list')).toEqual(['pass', []]);
});
