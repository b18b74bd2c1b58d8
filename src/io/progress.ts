/** How far a long run is, on stderr: one line that is rewritten in a terminal, else a line now and then. */
import type { Session } from './session.js';

/** Says how far a run is. */
export interface Progress {
  /** Takes note of how much is done. Cheap: it may be called for every block of a file. */
  readonly at: (done: number) => void;
  /** Keeps the line fresh while work is done elsewhere, and returns what came of it. */
  readonly during: <Result>(work: Promise<Result>) => Promise<Result>;
  /** Clears the line. To be called whatever happened, before anything else is written. */
  readonly end: () => void;
}

/** Milliseconds until something is shown, and between two times; short runs show nothing. */
const REWRITTEN = { first: 1_000, between: 100 };
const PLAIN = { first: 10_000, between: 10_000 };
const CLEAR_TO_END = '\u001b[K';

/** Says nothing. */
export const NO_PROGRESS: Progress = { at: () => {}, during: (work) => work, end: () => {} };

/**
 * Begins to say how far a run is.
 *
 * @param options - of the command; with `--quiet` or `--no-progress` nothing is said
 * @param words - the line for what is done, shorter than the narrowest terminal
 * @param plain - whether to write lines where there is no terminal, as for the log of a CI run
 */
export function startProgress(
  { quiet = false, progress = true }: { readonly quiet?: boolean; readonly progress?: boolean },
  { now, screen }: Pick<Session, 'now' | 'screen'>,
  words: (done: number) => string,
  { plain }: { readonly plain: boolean },
): Progress {
  const { isTerminal, write } = screen;
  if (quiet || !progress || !(isTerminal || plain)) return NO_PROGRESS;
  const { first, between } = isTerminal ? REWRITTEN : PLAIN;
  let next = now().getTime() + first;
  let latest = 0;
  let isShown = false;
  const tick = (): void => {
    const time = now().getTime();
    if (time < next) return;
    next = time + between;
    isShown = true;
    write(isTerminal ? `\r${words(latest)}${CLEAR_TO_END}` : `${words(latest)}\n`);
  };
  return {
    at: (done) => {
      latest = done;
      tick();
    },
    during: async (work) => {
      const timer = setInterval(tick, between);
      try {
        return await work;
      } finally {
        clearInterval(timer);
      }
    },
    end: () => {
      if (isTerminal && isShown) write(`\r${CLEAR_TO_END}`);
      isShown = false;
    },
  };
}
