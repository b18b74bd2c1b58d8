/** What this build of the program is: put in by scripts/build.mjs. */

declare const VERSION: string;
declare const JUDGING_DIGEST: string;

/** The version of the package. */
export const TOOL_VERSION = VERSION;
/** A SHA-256 of all that judges: builds with the same digest give the same verdicts. */
export const RULES_DIGEST = JUDGING_DIGEST;
