/** People who return after illness: whom the plan asks for proof, who issued it, and whether they were there before. */
import type { RowOf } from '../../logs/kinds/index.js';
import type { Logs, PersonDay } from '../../logs/logs.js';
import { FLAG } from '../../logs/streamed.js';
import type { Profile } from '../../profile/profile.types.js';
import { planSymptoms } from './symptoms.js';
import { teachersOf } from './teachers.js';

type Clearance = RowOf<'clearance'>;

/** A symptom that the plan names somewhere in a sentence, without a word before it that says there was none. */
const NAMED = /(?<![无未没不]|没有)(?:发热|发烧|高热|低热|干咳|乏力|疲乏|无力)/;

/** Returns whether the plan asks for proof: for fever, dry cough or fatigue, or a stay in a hospital. */
export function needsClearance({ illness = '', admitted, discharged }: Clearance): boolean {
  if (admitted !== undefined || discharged !== undefined) return true;
  return planSymptoms(illness.split(/[、，,;；/\s]+/)).length > 0 || NAMED.test(illness);
}

const AUTHORITY = /卫健|卫生健康|卫生和健康|卫计|卫生局|卫生监督|疾控|疾病预防/;
const HOSPITAL = /医院|卫生院|卫生服务|卫生室|保健院|诊所|门诊|医疗/;

/** Returns what kind of body issued a proof; of several the strongest. */
export function authorityOf(issuer: string): 'authority' | 'hospital' | 'other' {
  if (AUTHORITY.test(issuer)) return 'authority';
  return HOSPITAL.test(issuer) ? 'hospital' : 'other';
}

/** Someone who was present between the onset and the return. */
export interface Presence {
  readonly row: Clearance;
  /** On how many days. */
  readonly count: number;
  readonly first: string;
  /** Where the first of them is shown. */
  readonly at: { readonly mark: PersonDay } | { readonly row: RowOf<'session'> };
}

/** Finds who was present, by the register, the checks, or as teacher, after the day of onset and before that of return. */
export function* presenceBetween(
  logs: Logs,
  profile: Profile | undefined,
  cases: readonly Clearance[],
): Generator<Presence> {
  const days = [...new Set([...logs.days('entry'), ...logs.days('check'), ...logs.days('session')])].sort();
  const teacherOf = teachersOf(logs, profile);
  const taught = new Map(
    logs.rows('session').map((row) => [`${row.date} ${teacherOf(row)?.enrolled?.path ?? '-'}`, row]),
  );
  for (const row of cases) {
    const { onset, returned_on: returned } = row;
    const person = logs.people.of(row.at);
    if (!person || onset === undefined || returned === undefined) continue;
    const found: { day: string; at: Presence['at'] }[] = [];
    for (const day of days) {
      if (day <= onset || day >= returned) continue;
      const mark = (['entry', 'check'] as const)
        .map((kind) => logs.personDay(kind, person, day))
        .find((each) => each !== undefined && (each.flags & FLAG.present) !== 0);
      const lesson = taught.get(`${day} ${person.enrolled?.path}`);
      if (mark) found.push({ day, at: { mark } });
      else if (lesson) found.push({ day, at: { row: lesson } });
    }
    const [first] = found;
    if (first) yield { row, count: found.length, first: first.day, at: first.at };
  }
}
