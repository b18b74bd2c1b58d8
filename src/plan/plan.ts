/** The plan as one object: its identity, its clauses, its limits, what it asks to have, and the area it applies to. */
import type { Location } from '../types.js';
import { CLAUSES, type Clause, HEADINGS, type HeadingKey } from './clauses.js';
import { ITEMS } from './items.js';
import type { Limit } from './limit.js';
import { LIMITS, type Limits } from './limits.js';

/** A regulation that institutions are checked against. */
export interface Plan {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** Places whose human-resources departments can license an institution of this plan (二). */
  readonly area: { readonly city: string; readonly districts: readonly string[] };
  /** Its parts, each with a title, in their order. */
  readonly headings: typeof HEADINGS;
  /** Its numbered items, in their order; and the same by their citation. */
  readonly clauses: readonly Clause[];
  readonly clauseOf: ReadonlyMap<string, Clause>;
  readonly items: typeof ITEMS;
  readonly limits: Limits;
  /** The limits that a configuration changed, and where it says so. */
  readonly configured?: readonly { readonly limit: Limit; readonly at: Location }[];
}

/** Liuzhou's plan of 2020 for resuming vocational training and assessment. */
export const LIUZHOU_2020: Plan = {
  id: 'liuzhou-2020',
  title: {
    zh: '柳州市新冠肺炎疫情期间恢复职业技能培训鉴定工作预案',
    en: 'Liuzhou plan for resuming vocational training and assessment during the epidemic (2020)',
  },
  area: {
    city: '柳州',
    districts: [
      '城中区',
      '鱼峰区',
      '柳南区',
      '柳北区',
      '柳江区',
      '柳东新区',
      '北部生态新区',
      '阳和工业新区',
      '柳城县',
      '鹿寨县',
      '融安县',
      '融水苗族自治县',
      '三江侗族自治县',
    ],
  },
  headings: HEADINGS,
  clauses: CLAUSES,
  clauseOf: new Map(CLAUSES.map((clause) => [clause.citation, clause])),
  items: ITEMS,
  limits: LIMITS,
};

/** Returns the heading under which a rule or its result is found: that of its first clause. */
export function headingOf(
  { clauseOf }: Plan,
  { clauses: [first = ''] }: { readonly clauses: readonly string[] },
): HeadingKey | undefined {
  return clauseOf.get(first)?.heading;
}
