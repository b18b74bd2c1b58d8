/** The day from which rows of logs are judged, whenever the institution says that its own operation began. */

/**
 * The day, `YYYY-MM-DD`, on which Guangxi began its first-level response to the epidemic (toolkit default: the plan gives
 * no day). What was held before it is no resumption.
 */
export const EPIDEMIC_FROM = '2020-01-24';
