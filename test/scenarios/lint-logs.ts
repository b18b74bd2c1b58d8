/** A small entry log without any finding, and `lint` run over files with what it found in short. */
import { run } from './run.js';

/** The header of an entry log. */
export const HEADER = '日期,进入时间,离开时间,姓名,编号,人员类别,班级/部门,身份核验,联系电话,体温,健康码,出入口,登记人';

/** Rows of an entry log of one day, on which nothing is wrong. */
export const ROWS = [
  '2020-05-06,08:00,17:00,张示例,X001,学员,一班,是,13800000001,36.5,绿,大门,李示例',
  '2020-05-06,08:01,17:02,王示例,X002,学员,一班,是,13800000002,36.6,绿,大门,李示例',
  '2020-05-06,08:02,17:01,赵示例,X003,教职工,教务,是,13800000003,36.4,绿,大门,李示例',
];

/** An entry log on which nothing is wrong. */
export const CLEAN = `${[HEADER, ...ROWS].join('\n')}\n`;

/** The same log with another text in place of one in its rows. */
export function cleanBut(from: string, to: string): string {
  if (!CLEAN.includes(from)) throw new Error(`the log has no ${from}`);
  return CLEAN.replace(from, to);
}

/** A finding of the JSON report. */
export interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly cell?: { readonly letter: string };
  readonly message: { readonly zh: string; readonly en: string };
}

/** What `lint -f json` came to. */
export interface Linted {
  readonly code: number | string | null;
  readonly stderr: string;
  readonly stdout: string;
  /** `severity file:line rule`, in the order of the report. */
  readonly findings: readonly string[];
  readonly found: readonly Found[];
  readonly inputs: readonly {
    readonly file: string;
    readonly kind: string;
    readonly encoding: string;
    readonly rows: number;
  }[];
}

/** Runs `lint -f json` in a folder with the files, over all of them unless the call names some. */
export async function lint(
  files: Readonly<Record<string, string | Uint8Array>>,
  argv: readonly string[] = Object.keys(files),
): Promise<Linted> {
  const { code, stdout, stderr } = await run(['lint', '--as-of', '2020-05-08', '-f', 'json', ...argv], { files });
  const report = stdout === '' ? undefined : JSON.parse(stdout).institutions[0];
  const found: readonly Found[] = report?.findings ?? [];
  const findings = found.map(({ rule, severity, file, line }) => `${severity} ${file}:${line} ${rule}`);
  return { code, stdout, stderr, findings, found, inputs: report?.inputs ?? [] };
}
