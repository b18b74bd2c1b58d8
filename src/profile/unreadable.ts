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
