/** How wide the tests look: as far as is needed, or with RESUME_CHECK_DEEP=1, as `npm run test:deep` sets, farther. */

/** Whether to look farther. */
export const DEEP = process.env.RESUME_CHECK_DEEP === '1';

/** Returns how often a property is tried: ten times as often where the tests look farther. */
export function runs(usual: number): number {
  return DEEP ? 10 * usual : usual;
}
