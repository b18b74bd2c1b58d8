/** Which symptoms a row names: those that the plan names (六), and others. */

/** The symptoms that 六 names; "and others" follows there. */
export const PLAN_SYMPTOMS = ['发热', '干咳', '乏力'] as const;

/** A symptom that the plan names. */
export type PlanSymptom = (typeof PLAN_SYMPTOMS)[number];

/** How people write them, somewhere in an entry. 咳嗽 alone is no dry cough: chronic coughs are common. */
const WORDS: Readonly<Record<PlanSymptom, string>> = {
  发热: '发[高低微]?[热烧]|[高低微][热烧]',
  干咳: '干咳',
  乏力: '乏力|疲乏|无力',
};

/** What says that there is none, and the words over which it reaches: 无发热、干咳; 没有明显乏力. */
const DENIAL = '(?:没有|没|否认|未见|未出现|未|不|无(?!力))';
const REACH = `(?:明显|出现|任何|${Object.values(WORDS).join('|')}|咳嗽|症状|等|[和及与或])*`;
const NAMES: Readonly<Record<PlanSymptom, RegExp>> = {
  发热: new RegExp(`(?<!${DENIAL}${REACH})(?:${WORDS.发热})`),
  干咳: new RegExp(`(?<!${DENIAL}${REACH})(?:${WORDS.干咳})`),
  乏力: new RegExp(`(?<!${DENIAL}${REACH})(?:${WORDS.乏力})`),
};

/** Entries of a list of symptoms that say that there is none, that give the temperature, or that only join two others. */
const NONE =
  /^(?:无(?!力)|没|否认|未|不(?![适舒振]))|^(?:正常|否|健康|良好|\/|-|—)$|^体温|(?:均无|都没有)$|^(?:但|伴)?有?$/;
/** An entry with which a list begins that has nothing of what follows, and one with which that ends. */
const NONE_OF = /^(?:无(?!力)|没有|否认|未见)./;
const BUT = /^(?:有|伴|但|仅|只|偶)/;

/** Returns the entries of a list of symptoms that name one: not 无发热, nor what follows it in 无发热、干咳、乏力. */
export function namedIn(symptoms: readonly string[] | undefined): readonly string[] {
  const list = (symptoms ?? []).flatMap((each) => each.split(/(?=[但伴]|(?<![没未])有)/));
  const from = NONE_OF.test(list[0] ?? '') ? list.findIndex((each) => BUT.test(each)) : 0;
  return from < 0 ? [] : list.slice(from).filter((each) => !NONE.test(each));
}

/** Returns the symptoms of a list that the plan names, each once. */
export function planSymptoms(symptoms: readonly string[] | undefined): PlanSymptom[] {
  const named = namedIn(symptoms);
  return PLAN_SYMPTOMS.filter((symptom) => named.some((each) => NAMES[symptom].test(each)));
}

/** Returns whether a list names a symptom that the plan does not. */
export function hasOtherSymptom(symptoms: readonly string[] | undefined): boolean {
  return namedIn(symptoms).some((each) => planSymptoms([each]).length === 0);
}
