/** 六、疫情处置: what is done with people who show symptoms. */
import { type Rule, rule } from './rule.js';

const symptomaticToFeverClinic = rule({
  id: 'symptomatic-to-fever-clinic',
  clauses: ['六'],
  phase: 'incident',
  class: 'log',
  checklist: false,
  needs: { logs: ['L1', 'L3', 'L12', 'L13'] },
  title: { zh: '送发热门诊', en: 'To the fever clinic' },
  demand: {
    zh: '有发热、干咳、乏力的人，当天就近送发热门诊',
    en: 'Whoever has fever, a dry cough or fatigue is taken to a nearby fever clinic that day',
  },
  advice: {
    zh: '马上送诊，在处置记录里写明医疗机构和送诊时间',
    en: 'Take the person there at once; enter clinic and time in the incident log',
  },
  reading: {
    zh: '当天以最后一次有效体温为准；其他症状、送诊超过2小时只提醒（工具默认值，非预案规定）；没有给处置记录时照样提出并说明',
    en: 'the last valid reading of the day counts; other symptoms, or more than two hours, only warn (toolkit default); without an incident log the finding is raised and says so',
  },
  messages: {},
});

const symptomaticReported = rule({
  id: 'symptomatic-reported',
  clauses: ['六'],
  ground: '三',
  phase: 'incident',
  class: 'log',
  checklist: false,
  needs: { logs: ['L13'] },
  title: { zh: '疑似症状报告', en: 'Reporting symptoms' },
  demand: {
    zh: '有疑似症状的，所在地人社部门和防控指挥部两处都要报到',
    en: 'Symptoms are reported to both the local HR&SS department and the local headquarters',
  },
  advice: {
    zh: '补报没有报的一处，在处置记录里写明报告时间',
    en: 'Report to the one that was left out and enter the time in the incident log',
  },
  messages: {},
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [symptomaticToFeverClinic, symptomaticReported];
