/** The year of dates without one: as given, or as everything that names a year agrees. Looked for when it is first needed. */
import type { Params, Wording } from '../../types.js';

/** What names a year, in the order in which it is told. */
const SOURCES = {
  title: { zh: '表头上面', en: 'above the header' },
  name: { zh: '文件名', en: 'the name of the file' },
  dates: { zh: '表里其他日期', en: 'other dates of the table' },
  operation: { zh: '概况的开训日期', en: 'the operation of the profile' },
} as const satisfies Readonly<Record<string, Wording>>;
const GIVEN: Wording = { zh: '--year', en: '--year' };

/** Where a year may be named. */
export type YearSource = keyof typeof SOURCES;

/** The year of a table. */
export class YearOfTable {
  private readonly found = new Map<number, Wording[]>();
  private isLookedFor = false;

  /**
   * @param given - the year that was asked for, which goes before all
   * @param look - returns the years that each source names; called at most once
   */
  constructor(
    private readonly given: number | undefined,
    private readonly look: () => Iterable<readonly [YearSource, number]>,
  ) {}

  /** The year, if it is known. */
  get value(): number | undefined {
    if (this.given !== undefined) return this.given;
    const [year, ...others] = this.years;
    return others.length > 0 ? undefined : year;
  }

  /** The years that are named, where these are several: none of them is chosen. */
  get differing(): readonly number[] {
    return this.given === undefined && this.years.length > 1 ? this.years : [];
  }

  /** What is said of dates that were read with the year. */
  get params(): Params {
    const year = this.value;
    if (year === undefined) return {};
    const from = this.given === undefined ? (this.found.get(year) ?? []) : [GIVEN];
    const join = (language: keyof Wording, comma: string): string => from.map((each) => each[language]).join(comma);
    return { year, from: { zh: join('zh', '、'), en: join('en', ', ') } };
  }

  private get years(): readonly number[] {
    if (!this.isLookedFor) {
      this.isLookedFor = true;
      for (const [source, year] of this.look()) {
        const words = this.found.get(year) ?? [];
        if (!words.includes(SOURCES[source])) words.push(SOURCES[source]);
        this.found.set(year, words);
      }
    }
    return [...this.found.keys()].sort((a, b) => a - b);
  }
}
