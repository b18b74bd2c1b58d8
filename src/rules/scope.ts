/** 二、适用范围: whom the plan applies to. Where it does not apply, no other rule is judged. */
import { isWithin } from '../plan/areas.js';
import { type Rule, rule } from './rule.js';
import { isLaborDepartment } from './shared/departments.js';
import { seen } from './shared/measure.js';

const PERMIT = { zh: '办学许可证', en: 'permit' };
const VALID_UNTIL = { zh: '许可证有效期至', en: 'permit valid until' };

const scopeHrssApproved = rule({
  id: 'scope-hrss-approved',
  clauses: ['二'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  gate: true,
  needs: {
    profile: ['institution.approval.authority', 'institution.approval.permitNo', 'institution.approval.validUntil'],
  },
  title: { zh: '办学批准', en: 'Licence' },
  demand: {
    zh: '机构经柳州市某一级人社部门批准，可以开展职业技能培训',
    en: 'The institution is approved for vocational training by an HR&SS department of Liuzhou, of whatever level',
  },
  advice: {
    zh: '按办学许可证填写批准机关全称（带市、县、区名）、许可证号和有效期；过期的先换证',
    en: 'Copy the full name of the authority (with city, county or district), permit number and expiry from the licence; renew an expired one',
  },
  reading: {
    zh: '批准以办学许可证为凭，须有批准机关和许可证号；批准机关的名称不以柳州市或其县（区）开头的，按不适用处理',
    en: 'the approval is shown by the licence, with its authority and number; an authority whose name begins with no place of Liuzhou is out of scope',
  },
  default: { zh: '许可证过期只提醒', en: 'an expired permit only warns' },
  messages: {
    outside: {
      zh: '批准机关的名称不以柳州市或其县（区）开头，本预案不适用',
      en: 'the name of the authority begins with no place of Liuzhou: the plan does not apply',
    },
    otherDepartment: {
      zh: '批准机关不是人社部门',
      en: 'the authority is not a human-resources department',
    },
    expired: {
      zh: '办学许可证有效期至 {validUntil}，到 {asOf} 已过期',
      en: 'the permit was valid until {validUntil} and has expired by {asOf}',
    },
  },
  *profile({ profile, plan, asOf }) {
    const approval = profile.institution?.approval;
    if (approval === undefined) {
      yield { missing: 'institution.approval' };
      return;
    }
    const authority = approval.authority?.normalize('NFKC').replace(/\s/g, '');
    if (authority === undefined) {
      yield { missing: 'institution.approval.authority' };
    } else if (!isWithin(plan.area, authority)) {
      yield { notApplicable: 'outside' };
      return;
    } else if (!isLaborDepartment(authority)) {
      yield { at: 'institution.approval.authority', message: 'otherDepartment' };
    }
    if (approval.permitNo === undefined) yield { missing: 'institution.approval.permitNo' };
    else if (approval.validUntil === undefined)
      yield seen(PERMIT, { zh: '有', en: 'held' }, 'institution.approval.permitNo');
    else yield seen(VALID_UNTIL, approval.validUntil, 'institution.approval.validUntil', approval.validUntil >= asOf);
    if (approval.validUntil !== undefined && approval.validUntil < asOf) {
      yield {
        at: 'institution.approval.validUntil',
        message: 'expired',
        severity: 'warning',
        params: { validUntil: approval.validUntil, asOf },
      };
    }
  },
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [scopeHrssApproved];
