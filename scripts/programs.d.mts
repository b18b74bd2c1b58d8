/** Returns whether something that tests need is there. */
export function isThere(name: string): boolean;
/** Returns the command that installs what is missing, or `undefined` where nothing is known to have it. */
export function commandFor(names: readonly string[]): string | undefined;
/** The path of a program, or `undefined` where it is not installed. */
export function onPath(name: string): string | undefined;
