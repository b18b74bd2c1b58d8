/** Numbers that the plan does not give and no rule of it uses: with them rows are judged for contradictions only. */

/** A morning check is made before this, in minutes after midnight. */
export const MORNING_ENDS = 12 * 60;
/** A noon check is made from here on. */
export const NOON_BEGINS = 11 * 60 + 30;
/** Available chlorine on surfaces, mg/L: schools wrote 500, or 250 to 1000. */
export const CHLORINE = { least: 250, most: 1000 } as const;
/** Alcohol that disinfects, percent. */
export const ALCOHOL = { least: 70, most: 80 } as const;
/** By how many minutes a written length may differ from the times. */
export const MINUTES_OFF = 1;
