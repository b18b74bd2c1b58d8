/** Which symptoms a row names: those that the plan names (六), and others. */

/** The symptoms that 六 names; "and others" follows there. */
export const PLAN_SYMPTOMS = ['发热', '干咳', '乏力'] as const;

/** A symptom that the plan names. */
export type PlanSymptom = (typeof PLAN_SYMPTOMS)[number];

/** How people write them. 咳嗽 alone is no dry cough: chronic coughs are common. */
const SYNONYMS: Readonly<Record<string, PlanSymptom>> = {
  发烧: '发热',
  高热: '发热',
  低热: '发热',
  发高烧: '发热',
  发低烧: '发热',
  疲乏: '乏力',
  无力: '乏力',
  全身乏力: '乏力',
  四肢无力: '乏力',
};

/** Entries of a list of symptoms that say that there is none. */
const NONE = /^(?:无|没有|正常|否|未见异常|无症状|健康|良好|\/|-|—)$/;

/** Returns the symptoms of a list that the plan names, each once. */
export function planSymptoms(symptoms: readonly string[] | undefined): PlanSymptom[] {
  const found = (symptoms ?? []).map((each) => SYNONYMS[each] ?? each);
  return PLAN_SYMPTOMS.filter((symptom) => found.includes(symptom));
}

/** Returns whether a list names a symptom that the plan does not. */
export function hasOtherSymptom(symptoms: readonly string[] | undefined): boolean {
  return (symptoms ?? []).some((each) => !NONE.test(each) && planSymptoms([each]).length === 0);
}
