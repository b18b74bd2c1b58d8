/** A command in a thread of its own: what it needs of the outside world it asks of the main thread, which waits for it. */
import type { MessagePort } from 'node:worker_threads';
import { isWorded, UnfinishedError, UnusableError } from '../errors.js';
import type { Session } from './session.js';

/** What the thread is given at its start. */
export interface ThreadStart extends Pick<Session, 'language' | 'terminal' | 'stepSummary'> {
  readonly argv: readonly string[];
  readonly workerFile: string;
  readonly isTerminal: boolean;
}

/** What it asks for, and is answered when that is done. */
type Asked =
  | { readonly out: Uint8Array }
  | { readonly note: string }
  | { readonly write: readonly (readonly [string, Uint8Array])[]; readonly mayReplace: boolean };
/** What it says besides. */
type Told = { readonly screen: string } | { readonly exitCode: number };
type Answer = { readonly refused?: Omit<UnusableError | UnfinishedError, keyof Error> & { readonly name: string } };

/**
 * Runs a command in a thread, and returns its exit code.
 *
 * @throws {UnfinishedError} if it needs more memory than there is.
 */
export function runInThread(argv: readonly string[], session: Session, workerFile: string): Promise<number> {
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const { language, terminal, stepSummary, screen } = session;
  const command: ThreadStart = {
    argv,
    language,
    terminal,
    workerFile,
    isTerminal: screen.isTerminal,
    ...(stepSummary === undefined ? {} : { stepSummary }),
  };
  const worker = new Worker(workerFile, { workerData: { command } });
  return new Promise((done, failed) => {
    let exitCode = 3;
    worker.on('message', (message: Asked | Told) => {
      if ('screen' in message) screen.write(message.screen);
      else if ('exitCode' in message) ({ exitCode } = message);
      else answer(message, session).then((given) => worker.postMessage(given), failed);
    });
    worker.on('error', (error: NodeJS.ErrnoException) =>
      failed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory() : error),
    );
    worker.on('exit', () => done(exitCode));
  });
}

async function answer(asked: Asked, { out, note, write }: Session): Promise<Answer> {
  try {
    if ('out' in asked) await out(asked.out);
    else if ('note' in asked) await note(asked.note);
    else await write(new Map(asked.write), asked.mayReplace);
    return {};
  } catch (error) {
    if (!isWorded(error)) throw error;
    // an error loses its class on the way
    const { name, code, wording, params, exitCode } = error;
    return { refused: { name, code, wording, params, exitCode } };
  }
}

/** Returns the session of a command that runs in this thread. Bytes are handed over: they take no heap on the other side. */
export function sessionInThread(
  { language, terminal, workerFile, stepSummary, isTerminal }: ThreadStart,
  port: MessagePort,
): Session {
  const ask = (asked: Asked): Promise<void> =>
    new Promise((done, failed) => {
      port.once('message', ({ refused }: Answer) => {
        if (!refused) return done();
        const { code, wording, params } = refused;
        failed(new (refused.name === 'UnusableError' ? UnusableError : UnfinishedError)(code, wording, params));
      });
      port.postMessage(asked);
    });
  const bytes = (content: string | Uint8Array): Uint8Array =>
    typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    language,
    terminal,
    workerFile,
    ...(stepSummary === undefined ? {} : { stepSummary }),
    now: () => new Date(),
    out: (text) => ask({ out: bytes(text) }),
    note: (note) => ask({ note }),
    write: (contents, mayReplace) =>
      ask({ write: [...contents].map(([path, content]) => [path, bytes(content)]), mayReplace }),
    screen: { isTerminal, write: (screen) => port.postMessage({ screen }) },
  };
}

function outOfMemory(): UnfinishedError {
  return new UnfinishedError('run/memory', {
    zh: '内存不够，没有完成。把文件分成几份，或给 Node 更多内存（NODE_OPTIONS=--max-old-space-size=8192）',
    en: 'ran out of memory before it had finished. Split the files, or give Node more of it (NODE_OPTIONS=--max-old-space-size=8192)',
  });
}
