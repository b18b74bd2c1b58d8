/** 八·追责: what the institution can only declare, and what is for the county or city to do. */

import { type Rule, rule } from './rule.js';
import { outbreaks } from './shared/outbreaks.js';

const noOutbreak = { zh: '没有突发疫情', en: 'there was no outbreak' };
const declaredOnly = {
  zh: '只看机构自己的声明，未经核实',
  en: 'declared by the institution, not verified',
};

const cooperateWithHealthDept = rule({
  id: 'cooperate-with-health-dept',
  clauses: ['八·追责（四）'],
  severity: 'info',
  ground: '四',
  phase: 'incident',
  class: 'document',
  verification: 'attestation',
  checklist: false,
  needs: { profile: ['incidents'] },
  title: { zh: '声明：配合卫健部门', en: 'Declared: cooperation with the health department' },
  demand: {
    zh: '发生疫情后配合卫健部门调查，不妨碍、不拒绝应急处置措施（自行声明，未经核实）',
    en: 'After an outbreak, cooperate with the investigation of the health department, and neither obstruct nor refuse the emergency measures (declared, not verified)',
  },
  advice: {
    zh: '由负责人如实填写 cooperation',
    en: 'Have the head of the institution enter cooperation truthfully',
  },
  reading: declaredOnly,
  messages: {
    noOutbreak,
    notDeclared: {
      zh: '这起突发疫情声明为没有配合（自行声明，未经核实）',
      en: 'for this outbreak non-cooperation is declared (declared, not verified)',
    },
  },
  *profile({ profile }) {
    const all = outbreaks(profile);
    if (all.length === 0) yield { notApplicable: 'noOutbreak' };
    for (const { incident, index } of all) {
      const at = `incidents[${index}].cooperation`;
      if (incident.cooperation === undefined) yield { missing: at };
      else if (!incident.cooperation) yield { at, message: 'notDeclared' };
    }
  },
});

const nobodyInstructsConcealment = rule({
  id: 'nobody-instructs-concealment',
  clauses: ['八·追责（三）'],
  severity: 'info',
  ground: '三',
  phase: 'incident',
  class: 'document',
  verification: 'attestation',
  checklist: false,
  needs: { profile: ['incidents'], logs: ['L7'] },
  title: { zh: '声明：没有授意迟报、漏报、瞒报', en: 'Declared: nobody told to report late, omit or conceal' },
  demand: {
    zh: '发生疫情后，没有人授意他人迟报、漏报、瞒报（自行声明，未经核实）',
    en: 'After an outbreak, nobody tells others to report late, to omit or to conceal (declared, not verified)',
  },
  advice: {
    zh: '由负责人如实填写 noConcealment',
    en: 'Have the head of the institution enter noConcealment truthfully',
  },
  reading: declaredOnly,
  messages: {
    noOutbreak,
    notDeclared: {
      zh: '这起突发疫情没有声明无人授意（自行声明，未经核实）',
      en: 'for this outbreak it is not declared that nobody told others to (declared, not verified)',
    },
  },
  *profile({ profile }) {
    const all = outbreaks(profile);
    if (all.length === 0) yield { notApplicable: 'noOutbreak' };
    for (const { incident, index } of all) {
      const at = `incidents[${index}].noConcealment`;
      if (incident.noConcealment === undefined) yield { missing: at };
      else if (!incident.noConcealment) yield { at, message: 'notDeclared' };
    }
  },
});

const bureauAccountability = rule({
  id: 'bureau-accountability',
  clauses: ['八·追责'],
  phase: 'incident',
  class: 'county',
  verification: 'on-site',
  checklist: false,
  needs: {},
  title: { zh: '调查突发疫情', en: 'Investigating an outbreak' },
  demand: {
    zh: '人社部门会同有关部门调查机构的突发疫情，按调查结果依法依规追究责任',
    en: 'The HR&SS department investigates an outbreak together with others and holds to account by the law and the rules, according to what is found',
  },
  advice: { zh: '由人社部门办理，工具不作判断', en: 'For the department to do; the toolkit makes no judgement' },
  messages: {},
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [cooperateWithHealthDept, nobodyInstructsConcealment, bureauAccountability];
