/** Signals that end a run: what lies about is removed before. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Waits until a signal that came meanwhile has been told. */
export function letSignalsIn(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

/**
 * Does the work. If a signal comes meanwhile, it cleans up, and the process is ended by the signal as it would have been
 * without: the shell sees 130 or 143. A signal is told only between two steps of the work, which gives way by
 * {@link letSignalsIn}.
 */
export async function cleanedUp<Result>(clean: () => void, work: () => Promise<Result>): Promise<Result> {
  const stop = (): void => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  const end = (signal: NodeJS.Signals): void => {
    clean();
    stop();
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    return await work();
  } finally {
    await letSignalsIn();
    stop();
  }
}
