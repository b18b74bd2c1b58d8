/** Settings of V8 that make a run faster or smaller. V8 complains aloud of a flag that it does not have. */

/** The first number of V8's version: of Node 20 and of Node 24, the newest whose flags are known. */
const NODE_20 = 11;
const NODE_24 = 13;

/**
 * Lets V8 wait longer before it optimises a function. Each thread compiles for itself, in the background, where all
 * processors are busy: with the usual budget of 66 KiB of bytecode that took a third of the time of an audit. After
 * Node 20 there is no such budget.
 */
export function compileLess(): void {
  setV8Flag('--interrupt-budget=500000', NODE_20);
}

/**
 * Lets the heap grow to twice of what is in use before it is collected, not to four times. Of an audit little stays in
 * use, some 20 KiB of each institution, but with four times the peak grew with their number all the same: of 200 by a
 * third over that of 20.
 */
export function collectSooner(): void {
  setV8Flag('--heap-growing-percent=100', NODE_24);
}

/**
 * Keeps V8 from compiling WebAssembly a second time, optimised, while it runs: for the few pictures of a run that takes
 * longer than the pictures.
 */
export function compileOnce(): void {
  setV8Flag('--liftoff-only', NODE_24);
}

function setV8Flag(flag: string, newest: number): void {
  if (Number.parseInt(process.versions.v8, 10) > newest) return;
  process.getBuiltinModule('node:v8').setFlagsFromString(flag);
}
