/** One case of a rule's fixture. */
export interface FixtureCase {
  readonly outcome: 'pass' | 'warn' | 'fail' | 'not-evidenced' | 'not-applicable' | 'not-run';
  /** Whether the case stands at the limit or one step beyond it. */
  readonly side?: 'at' | 'beyond';
  readonly limit?: string;
  readonly title: string;
  /** Line of the header in the fixture file. */
  readonly line: number;
  /** The profile, without marks. */
  readonly text: string;
  /** The marks, with the line of the profile that each stands on. */
  readonly expected: readonly { readonly line: number; readonly mark: string }[];
}
export function readFixture(text: string, file: string): FixtureCase[];

/** One case of a fixture of a log rule. */
export interface LogFixtureCase extends Omit<FixtureCase, 'expected'> {
  /** The sections, named after kinds of logs, and `profile`. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly asOf: string;
  /** The marks, with the section and the line in it that each stands on. */
  readonly expected: readonly { readonly file: string; readonly line: number; readonly mark: string }[];
}
export function readLogFixture(text: string, file: string): LogFixtureCase[];
