/** Every number that the rules compare with, with its unit, its operator and its clause or reason. */
import type { Limit } from './limit.js';

const pieces = { zh: '只', en: 'pieces' };
const bottles = { zh: '瓶', en: 'bottles' };
const people = { zh: '人', en: 'people' };
const days = { zh: '天', en: 'days' };
const years = { zh: '年', en: 'years' };
const hours = { zh: '小时', en: 'hours' };
const minutes = { zh: '分钟', en: 'minutes' };
const degrees = { zh: '℃', en: '℃' };
const whole = { zh: '个', en: '' };

const noNumber = {
  zh: '条款要求设置或配备，没有写数量，按至少一个理解',
  en: 'the clause asks for it without a number; read as at least one',
};

/** The limits of the Liuzhou plan. Later issues of the plan, or other cities, replace values here. */
export const LIMITS = {
  leadersPerTier: {
    title: { zh: '每一级责任人', en: 'people in each tier of responsibility' },
    value: 1,
    operator: '>=',
    unit: people,
    source: { clause: '四（一）1', reading: noNumber },
  },
  isolationRooms: {
    title: { zh: '隔离室', en: 'isolation rooms' },
    value: 1,
    operator: '>=',
    unit: { zh: '间', en: 'rooms' },
    source: { clause: '四（二）3', reading: noNumber },
  },
  isolationCapacity: {
    title: { zh: '隔离室计划容纳人数', en: 'planned capacity of an isolation room' },
    value: 1,
    operator: '>=',
    unit: people,
    source: {
      default: {
        zh: '预案只说满足隔离观察人员需求，没有写人数',
        en: 'the plan only says enough for the people under observation',
      },
    },
  },
  isolationItems: {
    title: { zh: '隔离室每类用品', en: 'each kind of equipment in an isolation room' },
    value: 1,
    operator: '>=',
    unit: whole,
    source: { clause: '四（二）3', reading: noNumber },
  },
  isolationItemsPerPerson: {
    title: {
      zh: '隔离室每类用品（每名计划容纳的人）',
      en: 'each kind of isolation equipment per person of the capacity',
    },
    value: 1,
    operator: '>=',
    unit: whole,
    source: {
      clause: '四（二）3',
      reading: {
        zh: '数量满足隔离观察人员需求，按每人至少一份理解',
        en: '"enough for those under observation" is read as at least one for each',
      },
    },
  },
  surveyDays: {
    title: { zh: '开班前核查天数', en: 'days covered by the survey before class' },
    value: 14,
    operator: '>=',
    unit: days,
    source: { clause: '四（三）1' },
  },
  keyAreaEditionDays: {
    title: { zh: '重点地区名单早于开班的天数', en: 'days by which the list of key areas may be older than class' },
    value: 14,
    operator: '<=',
    unit: days,
    source: {
      default: {
        zh: '条款要最新的名单，没有天数；按开班前14天的核查期取',
        en: 'the clause asks for the latest list without a number; as long as the survey before class',
      },
    },
  },
  drills: {
    title: { zh: '应急演练', en: 'emergency drills' },
    value: 1,
    operator: '>=',
    unit: { zh: '次', en: '' },
    source: {
      clause: '四（四）',
      reading: { zh: '条款没有写次数，有一次即可', en: 'the clause gives no number; one will do' },
    },
  },
  washTaps: {
    title: { zh: '洗手水龙头', en: 'hand-washing taps' },
    value: 1,
    operator: '>=',
    unit: whole,
    source: {
      clause: '四（五）4',
      reading: {
        zh: '充足没有数字，工具只查有没有，够不够须现场看',
        en: '"enough" has no number; the toolkit checks that there is one, a person must judge the rest',
      },
    },
  },
  maskBins: {
    title: { zh: '废弃口罩专用收集桶', en: 'bins for used masks' },
    value: 1,
    operator: '>=',
    unit: whole,
    source: { clause: '四（五）5', reading: noNumber },
  },
  alcoholPerClassroom: {
    title: { zh: '每间教室酒精消毒液', en: 'alcohol disinfectant per classroom' },
    value: 1,
    operator: '>=',
    unit: bottles,
    source: { clause: '四（六）1' },
  },
  officesPerAlcoholBottle: {
    title: { zh: '每瓶酒精消毒液供用的办公室（宽）', en: 'offices sharing one bottle of alcohol (wide end)' },
    value: 3,
    operator: '<=',
    unit: { zh: '间', en: 'offices' },
    source: { clause: '四（六）1' },
  },
  officesPerAlcoholBottleStrict: {
    title: { zh: '每瓶酒精消毒液供用的办公室（严）', en: 'offices sharing one bottle of alcohol (strict end)' },
    value: 2,
    operator: '<=',
    unit: { zh: '间', en: 'offices' },
    source: { clause: '四（六）1' },
  },
  bleachBottles: {
    title: { zh: '84消毒液', en: '84 bleach' },
    value: 5,
    operator: '>=',
    unit: bottles,
    source: { clause: '四（六）2' },
  },
  bleachBottleGrams: {
    title: { zh: '每瓶84消毒液', en: 'one bottle of 84 bleach' },
    value: 500,
    operator: '>=',
    unit: { zh: '克', en: 'g' },
    source: { clause: '四（六）2' },
  },
  sprayers: {
    title: { zh: '背负式电动喷雾器', en: 'electric backpack sprayers' },
    value: 1,
    operator: '>=',
    unit: { zh: '台', en: '' },
    source: { clause: '四（六）3' },
  },
  masksPerClassroom: {
    title: { zh: '口罩总数平均到每间教室', en: 'all masks, per classroom on average' },
    value: 15,
    operator: '>',
    unit: pieces,
    source: { clause: '四（六）4' },
  },
  thermometerGuns: {
    title: { zh: '体温枪', en: 'thermometer guns' },
    value: 3,
    operator: '>=',
    unit: whole,
    source: { clause: '四（六）5' },
  },
  ppeSets: {
    title: { zh: '成套防护用品', en: 'sets of protective equipment' },
    value: 2,
    operator: '>=',
    unit: { zh: '套', en: 'sets' },
    source: { clause: '四（六）6' },
  },
  coldMedicine: {
    title: { zh: '感冒药', en: 'cold medicine' },
    value: 0,
    operator: '>',
    unit: { zh: '盒', en: 'packs' },
    source: {
      clause: '四（六）7',
      reading: { zh: '一定数量没有数字，有即可', en: '"some" has no number; any amount will do' },
    },
  },
  checkpoints: {
    title: { zh: '体温检测点', en: 'temperature checkpoints' },
    value: 1,
    operator: '>=',
    unit: { zh: '处', en: '' },
    source: { clause: '四（七）', reading: noNumber },
  },
  publicityBoards: {
    title: { zh: '防控知识宣传栏', en: 'epidemic-knowledge boards' },
    value: 1,
    operator: '>=',
    unit: whole,
    source: { clause: '四（八）', reading: noNumber },
  },
  extinguisherYearsWater: {
    title: { zh: '水基型灭火器使用年限', en: 'service life of a water-based extinguisher' },
    value: 6,
    operator: '<=',
    unit: years,
    source: {
      default: {
        zh: '只知道出厂日期时按类型推算',
        en: 'estimated by type where only the date of manufacture is known',
      },
    },
  },
  extinguisherYearsPowder: {
    title: { zh: '干粉灭火器使用年限', en: 'service life of a dry-powder extinguisher' },
    value: 10,
    operator: '<=',
    unit: years,
    source: {
      default: {
        zh: '只知道出厂日期时按类型推算',
        en: 'estimated by type where only the date of manufacture is known',
      },
    },
  },
  extinguisherYearsCleanGas: {
    title: { zh: '洁净气体灭火器使用年限', en: 'service life of a clean-gas extinguisher' },
    value: 10,
    operator: '<=',
    unit: years,
    source: {
      default: {
        zh: '只知道出厂日期时按类型推算',
        en: 'estimated by type where only the date of manufacture is known',
      },
    },
  },
  extinguisherYearsCarbonDioxide: {
    title: { zh: '二氧化碳灭火器使用年限', en: 'service life of a carbon-dioxide extinguisher' },
    value: 12,
    operator: '<=',
    unit: years,
    source: {
      default: {
        zh: '只知道出厂日期时按类型推算',
        en: 'estimated by type where only the date of manufacture is known',
      },
    },
  },
  seatSpacing: {
    title: { zh: '座位间隔', en: 'distance between seats' },
    value: 1000,
    operator: '>=',
    unit: { zh: '毫米', en: 'mm' },
    source: { clause: '五（三）' },
  },
  seatSpacingTolerance: {
    title: { zh: '填报间隔与计算值之差', en: 'difference between declared and computed spacing' },
    value: 10,
    operator: '<=',
    unit: { zh: '毫米', en: 'mm' },
    source: { default: { zh: '量取误差', en: 'measuring error' } },
  },
  mealBatches: {
    title: { zh: '用餐批次', en: 'meal batches' },
    value: 2,
    operator: '>=',
    unit: { zh: '批', en: 'batches' },
    source: { clause: '五（四）', reading: { zh: '分批即至少两批', en: 'batches means at least two' } },
  },
  bedGap: {
    title: { zh: '同排两张在用床位的位置差', en: 'distance in positions between two occupied beds of a row' },
    value: 1,
    operator: '>',
    unit: { zh: '位', en: 'positions' },
    source: {
      clause: '五（四）',
      reading: { zh: '隔床即相邻床位不同时住人', en: 'alternate beds: no two adjacent beds in use' },
    },
  },
  classSize: {
    title: { zh: '每班人数', en: 'people per class' },
    value: 50,
    operator: '<=',
    unit: people,
    source: { clause: '五（五）' },
  },
  ventilationTimes: {
    title: { zh: '每间教室每天自然通风', en: 'natural ventilations of a classroom per day' },
    value: 3,
    operator: '>=',
    unit: { zh: '次', en: 'times' },
    source: { clause: '四（五）3' },
  },
  ventilationMinutes: {
    title: { zh: '每次通风', en: 'each ventilation' },
    value: 30,
    operator: '>=',
    unit: minutes,
    source: { clause: '四（五）3' },
  },
  fever: {
    title: { zh: '发热', en: 'fever' },
    value: 37.3,
    operator: '>=',
    unit: degrees,
    source: {
      default: {
        zh: '预案没有写体温数值；默认 37.3 及以上算发热，数值和算不算本身都可在配置里改',
        en: 'the plan gives no temperature; 37.3 or more by default, both value and operator configurable',
      },
    },
  },
  plausibleLow: {
    title: { zh: '可信体温下限', en: 'lowest plausible reading' },
    value: 35,
    operator: '>=',
    unit: degrees,
    source: { default: { zh: '常用体温枪的量程', en: 'range of common thermometer guns' } },
  },
  plausibleHigh: {
    title: { zh: '可信体温上限', en: 'highest plausible reading' },
    value: 42,
    operator: '<=',
    unit: degrees,
    source: { default: { zh: '常用体温枪的量程', en: 'range of common thermometer guns' } },
  },
  possibleLow: {
    title: { zh: '体温读数下限', en: 'lowest possible reading' },
    value: 30,
    operator: '>=',
    unit: degrees,
    source: { default: { zh: '更低的一定是误填', en: 'anything lower was mistyped' } },
  },
  possibleHigh: {
    title: { zh: '体温读数上限', en: 'highest possible reading' },
    value: 45,
    operator: '<=',
    unit: degrees,
    source: { default: { zh: '更高的一定是误填', en: 'anything higher was mistyped' } },
  },
  retestMinutes: {
    title: { zh: '发热读数到复测', en: 'from a fever reading to the one that sets it aside' },
    value: 60,
    operator: '<=',
    unit: minutes,
    source: {
      default: {
        zh: '预案没有写复测；休息后再测，隔得更久的不能说明前一次测错',
        en: 'the plan does not speak of measuring again; after a rest it may show a slip, hours later it shows nothing',
      },
    },
  },
  referralHours: {
    title: { zh: '发现症状到送诊', en: 'from finding symptoms to the fever clinic' },
    value: 2,
    operator: '<=',
    unit: hours,
    source: { default: { zh: '预案只说立即，没有写时限', en: 'the plan says at once, without a number' } },
  },
  outbreakReportHours: {
    title: { zh: '突发疫情上报', en: 'reporting an outbreak upward' },
    value: 2,
    operator: '<=',
    unit: hours,
    source: {
      default: { zh: '预案只说第一时间，没有写时限', en: 'the plan says at first instance, without a number' },
    },
  },
  headOnSiteHours: {
    title: { zh: '负责人到场和启动联防联控', en: 'head on site and joint response' },
    value: 2,
    operator: '<=',
    unit: hours,
    source: {
      default: { zh: '预案只说立即、迅速，没有写时限', en: 'the plan says at once and quickly, without a number' },
    },
  },
  followUpDays: {
    title: { zh: '因病缺勤未追踪', en: 'sick absence without follow-up' },
    value: 3,
    operator: '<=',
    unit: days,
    source: { default: { zh: '预案没有写追踪间隔', en: 'the plan gives no interval' } },
  },
  bulletinDays: {
    title: { zh: '两次卫生通报间隔', en: 'days between two hygiene bulletins' },
    value: 7,
    operator: '<=',
    unit: days,
    source: { default: { zh: '条款没有写多久通报一次', en: 'the clause does not say how often' } },
  },
  publicAreaOpenDays: {
    title: { zh: '公共区域两次消毒间隔（开放日）', en: 'open days between two disinfections of a public area' },
    value: 7,
    operator: '<=',
    unit: days,
    source: { default: { zh: '定期没有数字', en: '"regularly" has no number' } },
  },
  clusterDay: {
    title: { zh: '一班一天同类症状（聚集提示）', en: 'similar cases in a class in a day (cluster hint)' },
    value: 3,
    operator: '<',
    unit: people,
    source: { default: { zh: '学校传染病报告的通行做法', en: 'as schools report clusters of infections' } },
  },
  clusterThreeDays: {
    title: { zh: '一班连续三天同类症状（聚集提示）', en: 'similar cases in a class in three days (cluster hint)' },
    value: 5,
    operator: '<',
    unit: people,
    source: { default: { zh: '学校传染病报告的通行做法', en: 'as schools report clusters of infections' } },
  },
  historyDays: {
    title: { zh: '新学员到训前调查天数', en: 'days covered by the survey of a new trainee' },
    value: 14,
    operator: '>=',
    unit: days,
    source: { clause: '五（一）' },
  },
  isolationWaitMinutes: {
    title: { zh: '不进隔离室等候送诊', en: 'waiting for the referral without the isolation room' },
    value: 30,
    operator: '<=',
    unit: minutes,
    source: {
      default: {
        zh: '预案没有写等多久算隔离',
        en: 'the plan does not say from when on waiting is isolation',
      },
    },
  },
  rectificationDays: {
    title: { zh: '没有期限的整改拖过的天数', en: 'days for which a rectification without a due date may be open' },
    value: 7,
    operator: '<',
    unit: days,
    source: {
      default: {
        zh: '条款要立即整改，没有天数；从提出后第7天起提醒',
        en: 'the clause asks for rectification at once without a number; from the seventh day after it was raised it warns',
      },
    },
  },
  rosterDay: {
    title: { zh: '每月报送恢复名单的日子', en: 'day of the month by which the list of resumed institutions is filed' },
    value: 10,
    operator: '<=',
    unit: { zh: '日', en: 'day of the month' },
    source: { clause: '八·流程（四）' },
  },
} as const satisfies Record<string, Limit>;

/**
 * The limits by which logs are read, whatever the rules do: what is fever and what no reading at all, when one
 * is taken again, and how many alike cases are worth a hint.
 */
export const READING_LIMITS = [
  'fever',
  'plausibleLow',
  'plausibleHigh',
  'possibleLow',
  'possibleHigh',
  'retestMinutes',
  'clusterDay',
  'clusterThreeDays',
] as const satisfies readonly (keyof typeof LIMITS)[];

/** The name of a limit. */
export type LimitId = keyof typeof LIMITS;

/** A full set of limits. */
export type Limits = Readonly<Record<LimitId, Limit>>;
