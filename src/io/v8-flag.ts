/** Settings of V8 that make a run faster. */

/** The newest V8 that is known to have the flags: that of Node 24. */
const NEWEST_KNOWN = 13;

/** Sets a flag of V8, where it is known: V8 complains aloud on stderr about one that it does not have. */
export function setV8Flag(flag: string): void {
  if (Number.parseInt(process.versions.v8, 10) > NEWEST_KNOWN) return;
  process.getBuiltinModule('node:v8').setFlagsFromString(flag);
}
