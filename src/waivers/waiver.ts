/** A waiver: who accepts until when that a rule is not met, and why. */
import type { Location } from '../types.js';

/** A waiver as it was written. */
export interface Waiver {
  readonly rule: string;
  readonly justification: string;
  readonly approver: string;
  /** `YYYY-MM-DD`: it holds through the end of that day. */
  readonly expires: string;
  /** The id, the name or the folder of the only institution that it is for. */
  readonly institution?: string;
  /** The place in the profile that it is for, with all below it. */
  readonly path?: string;
  readonly location: Location;
}

/** The entries of a waiver, with the headers that a CSV may have for them. */
export const FIELDS = {
  rule: ['rule', '规则', '规则编号'],
  justification: ['justification', '理由', '原因'],
  approver: ['approver', '批准人', '批准单位'],
  expires: ['expires', 'expiry', '到期日', '有效期至', '到期日期'],
  institution: ['institution', '机构', '机构编号', '机构名称'],
  path: ['path', '位置', '路径'],
} as const satisfies Record<string, readonly string[]>;

/** The name of an entry. */
export type Field = keyof typeof FIELDS;

/** All entries. */
export const FIELD_NAMES = Object.keys(FIELDS) as Field[];
/** Those that no waiver can do without. */
export const REQUIRED: readonly Field[] = ['rule', 'justification', 'approver', 'expires'];
