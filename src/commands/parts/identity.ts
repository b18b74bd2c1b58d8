/** What this build of the program is: put in by scripts/build.mjs. */

declare const VERSION: string;
declare const PLAN_DIGEST: string;

/** The version of the package. */
export const TOOL_VERSION = VERSION;
/** A SHA-256 over the sources of the plan's data and rules: equal digests judge alike. */
export const RULES_DIGEST = PLAN_DIGEST;
