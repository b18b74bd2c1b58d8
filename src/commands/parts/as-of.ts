/** The day on which is judged: as asked for, else as the profile says, else today. Only what is asked for may look ahead. */
import { UnusableError } from '../../errors.js';
import type { ProfileSource } from '../../profile/read.js';

/** The day, and whether the profile gives one that has not come and was passed over. */
export interface DayOfCheck {
  readonly asOf: string;
  readonly isAhead: boolean;
}

/**
 * Returns the day to judge a profile on. `asked` is that of `--as-of`, `today` that in China.
 *
 * @throws {UnusableError} if the profile gives one that is not well formed: another day would be judged than was meant.
 */
export function dayOfCheck(asked: string | undefined, source: ProfileSource | undefined, today: string): DayOfCheck {
  if (asked !== undefined) return { asOf: asked, isAhead: false };
  const given = source && asOfOf(source);
  if (given === undefined) return { asOf: today, isAhead: false };
  return given <= today ? { asOf: given, isAhead: false } : { asOf: today, isAhead: true };
}

function asOfOf(source: ProfileSource): string | undefined {
  const refused = source.findings.find((finding) => finding.path === 'asOf');
  if (!refused) return source.profile.asOf;
  throw new UnusableError(
    'input/as-of',
    {
      zh: 'asOf 不是真实的日期，不知道按哪一天核对；改正它，或用 --as-of 给出日期',
      en: 'asOf is no real date, so the day to judge on is not known; correct it, or give --as-of',
    },
    {},
    refused.location,
  );
}
