/** The formats of what the commands write. The first of each list is written where none is named. */
import type { Door } from '../text/doors.js';
import type { Wording } from '../types.js';

/** The formats of reports. */
export const REPORT_FORMATS = [
  'text',
  'json',
  'sarif',
  'junit',
  'github',
  'gitlab',
  'markdown',
  'csv',
  'html',
] as const;

/** The format of a part of an audit, which only `merge` reads. */
export const PART_FORMATS = ['partial'] as const;

/** The formats of lists: of rules, and of what changed between two reports. */
export const LIST_FORMATS = ['text', 'json', 'markdown'] as const;

/** The formats of papers. */
export const PAPER_FORMATS = ['docx', 'html', 'pdf'] as const;

/** The formats of the county's monthly list. */
export const ROSTER_FORMATS = ['text', 'csv', ...PAPER_FORMATS] as const;

/** The formats of seating plans. */
export const SEAT_FORMATS = ['text', 'svg', 'png', 'yaml', 'json'] as const;

/** A format of reports. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A format of papers. */
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** A format of any command. */
export type Format =
  | ReportFormat
  | (typeof PART_FORMATS | typeof LIST_FORMATS | typeof ROSTER_FORMATS | typeof SEAT_FORMATS)[number];

/** What each format is written in; of those that are no text, `bytes`. */
export const WRITTEN_IN: Readonly<Record<Format, Door | 'bytes'>> = {
  text: 'text',
  markdown: 'text',
  json: 'json',
  sarif: 'json',
  gitlab: 'json',
  partial: 'json',
  // its texts are in double quotes, where the escapes of JSON mean the same
  yaml: 'json',
  junit: 'markup',
  html: 'markup',
  svg: 'markup',
  csv: 'table',
  github: 'annotations',
  docx: 'bytes',
  pdf: 'bytes',
  png: 'bytes',
};

/** What is said of a format that there is not. */
export const NO_SUCH_FORMAT: Wording = {
  zh: '没有这个格式：{value}；可用：{known}',
  en: 'no such format: {value}; possible: {known}',
};
