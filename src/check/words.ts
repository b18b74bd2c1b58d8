/** The words of findings that every rule shares. */
import type { Wording } from '../types.js';

/** The input says nothing of what a rule needs. */
export const NOT_GIVEN: Wording = { zh: '没有填写：{label}（{path}）', en: 'not given: {label} ({path})' };

/** A cell is empty that a rule of the plan asks for. */
export const CELL_EMPTY: Wording = { zh: '没有填写“{column}”', en: '"{column}" is empty' };
