/** 五、开展培训鉴定: what is kept up while training runs. Items with a check of their own stand in operation-*.ts. */
import { type Rule, rule } from './rule.js';

const entryExitStatistics = rule({
  id: 'entry-exit-statistics',
  clauses: ['五（一）'],
  ground: '二',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L1'] },
  title: { zh: '人员进出统计', en: 'Entry and exit statistics' },
  demand: { zh: '进来的人和离开的人都要统计', en: 'Count people both coming in and going out' },
  advice: {
    zh: '出入登记表逐人填进入时间和离开时间',
    en: 'Enter the time of arrival and of leaving for everyone in the register',
  },
  reading: {
    zh: '一整天没有一个离开时间为不符合，个别人没有只提醒；住宿的人和核对当天不算（工具默认值，非预案规定）',
    en: 'a day without any time of leaving fails, single rows without one only warn; boarders and the day of the check are exempt (toolkit default)',
  },
  messages: {},
});

const newTrainee14DayHistory = rule({
  id: 'new-trainee-14day-history',
  clauses: ['五（一）'],
  ground: '二',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { profile: ['classes', 'operation.resumedOn'], logs: ['L1', 'L5'] },
  title: { zh: '新学员14天情况', en: '14 days of new trainees' },
  demand: {
    zh: '每名新学员到训前14天的健康、出行和聚餐都有记录',
    en: 'A record of health, travel and group meals in the 14 days before each new trainee arrives',
  },
  advice: {
    zh: '新学员到训之前填好14天情况调查，三项都要填',
    en: 'Fill in the 14-day survey before a new trainee arrives, all three parts of it',
  },
  reading: {
    zh: '14天指首次到训前一天往回数14天，到训当天不算',
    en: 'the 14 days end on the day before the first day present, which itself is not counted',
  },
  messages: {},
});

const venueDisinfectionDaily = rule({
  id: 'venue-disinfection-daily',
  clauses: ['五（二）'],
  ground: '二',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L8', 'L17'] },
  title: { zh: '场所每天消毒', en: 'Daily disinfection of venues' },
  demand: {
    zh: '用来上课或鉴定的地方，当天至少消毒一次',
    en: 'Each room used for classes or assessments is disinfected at least once that day',
  },
  advice: {
    zh: '用过的教室和鉴定场所当天消毒，并登记到房间或全场',
    en: 'Disinfect rooms on the day they are used and log it for the room or for the whole site',
  },
  messages: {},
});

const avoidPublicTransport = rule({
  id: 'avoid-public-transport',
  clauses: ['五（九）'],
  severity: 'info',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L4'] },
  title: { zh: '少乘公共交通', en: 'Little public transport' },
  demand: { zh: '来去最好步行或坐私家车', en: 'Come on foot or by private car where possible' },
  advice: {
    zh: '提醒学员和员工能不乘公共交通就不乘',
    en: 'Remind trainees and staff to avoid public transport where they can',
  },
  reading: { zh: '只是建议，工具只报比例', en: 'only a recommendation; the toolkit reports the share' },
  messages: {},
});

const maskOnPublicTransport = rule({
  id: 'mask-on-public-transport',
  clauses: ['五（九）'],
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L4'] },
  title: { zh: '乘公共交通戴口罩', en: 'Masks on public transport' },
  demand: { zh: '乘公共交通的人一路戴着口罩', en: 'Whoever takes public transport wears a mask all the way' },
  advice: {
    zh: '向本人问清，提醒全程戴好口罩，并如实填写',
    en: 'Ask the person, remind them to wear the mask all the way, and record it as it is',
  },
  reading: {
    zh: '没有填写的只提醒（工具默认值，非预案规定）',
    en: 'an empty entry only warns (toolkit default)',
  },
  messages: {},
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [
  entryExitStatistics,
  newTrainee14DayHistory,
  venueDisinfectionDaily,
  avoidPublicTransport,
  maskOnPublicTransport,
];
