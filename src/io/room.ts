/**
 * Whether what is read has room in the heap of the main thread. V8 ends the whole process where that is full, with a trace;
 * a worker thread it ends alone, and that can be worded. So a command that might need more than there is begins again in a
 * thread, which costs it some 50 ms; others, which is nearly all, never leave the main thread.
 */

/** Bytes of heap that a byte may take: of YAML as nodes, of a log in which each row is of another person, of JSON. */
export const HEAP_PER_BYTE = { yaml: 256, log: 64, other: 32 } as const;
/** Less fits anywhere, and need not be counted. */
const ALWAYS_FITS = 256 * 1024;

/** Thrown in the main thread where a command should begin again in one of its own. Recognised by name, as other errors are. */
export class NeedsThread extends Error {
  override readonly name = 'NeedsThread';
}

let taken = 0;

/**
 * Takes note of bytes that are about to be held.
 *
 * @throws {NeedsThread} in the main thread, if they might be too many for its heap.
 */
export function takeRoom(bytes: number, sort: keyof typeof HEAP_PER_BYTE): void {
  taken += bytes * HEAP_PER_BYTE[sort];
  if (taken <= ALWAYS_FITS * HEAP_PER_BYTE.yaml) return;
  const { heap_size_limit: limit } = process.getBuiltinModule('node:v8').getHeapStatistics();
  if (taken > limit && process.getBuiltinModule('node:worker_threads').isMainThread) {
    taken = 0;
    throw new NeedsThread();
  }
}
