/** What a command is given of the outside world: language, terminal, clock, streams. */
import { UnfinishedError } from '../errors.js';
import type { Language } from '../types.js';
import type { Contents } from './publish.js';
import { writeTo } from './streams.js';

/** How output is drawn. */
export interface Terminal {
  /** Columns to wrap at. */
  readonly columns: number;
  readonly colour: boolean;
}

/** The surroundings of one run. */
export interface Session {
  readonly language: Language;
  readonly terminal: Terminal;
  readonly now: () => Date;
  /** Writes the result to stdout. */
  readonly out: (result: string | Uint8Array) => Promise<void>;
  /** Writes files whole or not at all; `mayReplace` says whether one that is there already is replaced. */
  readonly write: (contents: Contents, mayReplace: boolean) => Promise<void>;
  /** What worker threads run; absent where everything runs in this one. */
  readonly workerFile?: string;
  /** The file that a GitHub workflow shows as the summary of its step. */
  readonly stepSummary?: string;
  /** Writes a note to stderr. */
  readonly note: (text: string) => Promise<void>;
  /** stderr for what is rewritten while a run goes on. */
  readonly screen: { readonly isTerminal: boolean; readonly write: (text: string) => void };
}

/** Makes the session of this process. `--color` and `--no-color` beat NO_COLOR, FORCE_COLOR and the terminal. */
export function sessionOf(
  process: NodeJS.Process,
  language: Language,
  colour: boolean | undefined,
  workerFile?: string,
): Session {
  const { env, stdout, stderr } = process;
  const forced = env.FORCE_COLOR === undefined ? undefined : env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  const dumb = env.TERM === 'dumb';
  return {
    language,
    terminal: {
      columns: Math.max(40, stdout.columns || Number(env.COLUMNS) || 80),
      colour: colour ?? (env.NO_COLOR ? false : (forced ?? (stdout.isTTY === true && !dumb))),
    },
    ...(workerFile === undefined ? {} : { workerFile }),
    ...(env.GITHUB_STEP_SUMMARY ? { stepSummary: env.GITHUB_STEP_SUMMARY } : {}),
    now: () => new Date(),
    out: async (text) => {
      if ((await writeTo(stdout, text)) === 'failed') {
        throw new UnfinishedError('io/stdout', {
          zh: '结果写不到标准输出（磁盘满了？）',
          en: 'the result could not be written to standard output (disk full?)',
        });
      }
    },
    // loaded where files are written
    write: async (contents, mayReplace) => (await import('./publish.js')).writeAll(contents, mayReplace),
    note: async (text) => {
      await writeTo(stderr, text);
    },
    screen: {
      isTerminal: stderr.isTTY === true && !dumb,
      write: (text) => {
        // one listener for all, which would pile up while nothing but reading goes on; a reader that has gone is no error
        if (!stderr.listeners('error').includes(ignore)) stderr.on('error', ignore);
        stderr.write(text, ignore);
      },
    },
  };
}

function ignore(): void {}

/** Returns the date in China of an instant. China keeps UTC+8 all year, so no time-zone data is needed. */
export function dateInChina(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3600 * 1000).toISOString().slice(0, 10);
}
