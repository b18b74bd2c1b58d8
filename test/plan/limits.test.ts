/** The numbers of the plan and of the toolkit, written out once more by hand. */
import type { Limit, LimitSource } from '../../src/plan/limit.js';
import { LIMITS } from '../../src/plan/limits.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';

/** `四（六）4` where the plan prints the number, `reading of …` or `default` where it does not. */
function originOf(source: LimitSource): string {
  if ('default' in source) return 'default';
  return 'reading' in source ? `reading of ${source.clause}` : source.clause;
}

test('are these, with these operators, units and sources', () => {
  const limits = Object.entries<Limit>(LIMITS).map(
    ([id, { operator, value, unit, source }]) => `${id} ${operator} ${value} ${unit.zh}, ${originOf(source)}`,
  );
  expect(limits).toEqual([
    'leadersPerTier >= 1 人, reading of 四（一）1',
    'isolationRooms >= 1 间, reading of 四（二）3',
    'isolationCapacity >= 1 人, default',
    'isolationItems >= 1 个, reading of 四（二）3',
    'isolationItemsPerPerson >= 1 个, reading of 四（二）3',
    'surveyDays >= 14 天, 四（三）1',
    'keyAreaEditionDays <= 14 天, default',
    'drills >= 1 次, reading of 四（四）',
    'washTaps >= 1 个, reading of 四（五）4',
    'maskBins >= 1 个, reading of 四（五）5',
    'alcoholPerClassroom >= 1 瓶, 四（六）1',
    'officesPerAlcoholBottle <= 3 间, 四（六）1',
    'officesPerAlcoholBottleStrict <= 2 间, 四（六）1',
    'bleachBottles >= 5 瓶, 四（六）2',
    'bleachBottleGrams >= 500 克, 四（六）2',
    'sprayers >= 1 台, 四（六）3',
    'masksPerClassroom > 15 只, 四（六）4',
    'thermometerGuns >= 3 个, 四（六）5',
    'ppeSets >= 2 套, 四（六）6',
    'coldMedicine > 0 盒, reading of 四（六）7',
    'checkpoints >= 1 处, reading of 四（七）',
    'publicityBoards >= 1 个, reading of 四（八）',
    'extinguisherYearsWater <= 6 年, default',
    'extinguisherYearsPowder <= 10 年, default',
    'extinguisherYearsCleanGas <= 10 年, default',
    'extinguisherYearsCarbonDioxide <= 12 年, default',
    'seatSpacing >= 1000 毫米, 五（三）',
    'seatSpacingTolerance <= 10 毫米, default',
    'mealBatches >= 2 批, reading of 五（四）',
    'bedGap > 1 位, reading of 五（四）',
    'classSize <= 50 人, 五（五）',
    'ventilationTimes >= 3 次, 四（五）3',
    'ventilationMinutes >= 30 分钟, 四（五）3',
    'fever >= 37.3 ℃, default',
    'plausibleLow >= 35 ℃, default',
    'plausibleHigh <= 42 ℃, default',
    'possibleLow >= 30 ℃, default',
    'possibleHigh <= 45 ℃, default',
    'retestMinutes <= 60 分钟, default',
    'referralHours <= 2 小时, default',
    'outbreakReportHours <= 2 小时, default',
    'headOnSiteHours <= 2 小时, default',
    'followUpDays <= 3 天, default',
    'bulletinDays <= 7 天, default',
    'publicAreaOpenDays <= 7 天, default',
    'clusterDay < 3 人, default',
    'clusterThreeDays < 5 人, default',
    'historyDays >= 14 天, 五（一）',
    'isolationWaitMinutes <= 30 分钟, default',
    'rectificationDays < 7 天, default',
    'rosterDay <= 10 日, 八·流程（四）',
  ]);
});

test('the only strict “more than” that the plan prints is that of the masks', () => {
  const strict = Object.entries<Limit>(LIMITS).filter(
    ([, { operator, source }]) => operator === '>' && 'clause' in source && !('reading' in source),
  );
  expect(strict.map(([id]) => id)).toEqual(['masksPerClassroom']);
});

test('are those of the Liuzhou plan', () => {
  expect(LIUZHOU_2020.id).toBe('liuzhou-2020');
  expect(LIUZHOU_2020.limits).toBe(LIMITS);
});
