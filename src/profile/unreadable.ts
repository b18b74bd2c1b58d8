/** Nodes of a profile whose form the schema refuses: reading one throws. */
import type { Location } from '../types.js';

/** Thrown when a rule reads a node whose form the schema refuses. */
export class UnreadableNode extends Error {
  constructor(readonly location: Location) {
    super('unreadable node');
    this.name = 'UnreadableNode';
  }
}

/** Returns what the function reads of a profile, or `undefined` where it meets a refused node. */
export function ifReadable<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableNode) return undefined;
    throw error;
  }
}

/** Returns a copy of what the function reads, read to the last node of it, or `undefined` where one is refused. */
export function ifWhole<Value>(read: () => Value): Value | undefined {
  return ifReadable(() => whole(read()));
}

/**
 * Returns a copy of a value, all of it read.
 *
 * @throws {UnreadableNode} if a node of it is refused.
 */
export function whole<Value>(value: Value): Value {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value);
}

/**
 * Returns a function that reads a profile when it is called, which gives `otherwise` where that meets a refused node, as
 * where making the function does.
 */
export function whereReadable<Args extends readonly unknown[], Value>(
  make: () => (...args: Args) => Value,
  otherwise: Value,
): (...args: Args) => Value {
  const made = ifReadable(make);
  return (...args) => (made && ifReadable(() => made(...args))) ?? otherwise;
}

/** Returns what the function makes of each item of a list, without those where it meets a refused node. */
export function ofReadableItems<Item, Value>(
  list: () => readonly Item[] | undefined,
  make: (item: Item, index: number) => Value | undefined,
): Value[] {
  const items = ifReadable(list) ?? [];
  // by their places, since reading a refused item would throw
  return [...items.keys()].flatMap((i) => ifReadable(() => make(items[i] as Item, i)) ?? []);
}
