/** Settings of V8 that make a run faster or smaller. */

/** The newest V8 that is known to have the flags: that of Node 24. */
const NEWEST_KNOWN = 13;

/** Sets a flag of V8, where it is known: V8 complains aloud on stderr about one that it does not have. */
export function setV8Flag(flag: string): void {
  if (Number.parseInt(process.versions.v8, 10) > NEWEST_KNOWN) return;
  process.getBuiltinModule('node:v8').setFlagsFromString(flag);
}

/**
 * Lets V8 wait longer before it optimises a function. Each thread compiles for itself, in the background, where all
 * processors are busy: with the usual budget of 66 KiB of bytecode that took a third of the time of an audit.
 */
export function compileLess(): void {
  setV8Flag('--interrupt-budget=500000');
}

/**
 * Lets the heap grow to twice of what is in use before it is collected, not to four times. Of an audit little stays in
 * use, some 20 KiB of each institution, but with four times the peak grew with their number all the same: of 200 by a
 * third over that of 20.
 */
export function collectSooner(): void {
  setV8Flag('--heap-growing-percent=100');
}
