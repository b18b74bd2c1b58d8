/** What a command is given of the outside world: width, colours, the day in China, streams that tell a failure. */
import { EventEmitter } from 'node:events';
import { UnfinishedError } from '../../src/errors.js';
import { dateInChina, sessionOf } from '../../src/io/session.js';
import { writeTo } from '../../src/io/streams.js';

type Outcome = 'good' | string;

/** A stream whose writes succeed, or fail with a code. */
class Stream extends EventEmitter {
  written = '';
  isTTY?: boolean;
  columns?: number;
  constructor(
    private readonly outcome: Outcome = 'good',
    options: { isTTY?: boolean; columns?: number } = {},
  ) {
    super();
    Object.assign(this, options);
  }
  write(text: string, done: (error?: Error | null) => void): boolean {
    if (this.outcome === 'good') {
      this.written += text;
      queueMicrotask(() => done());
    } else {
      const error = Object.assign(new Error('failed'), { code: this.outcome });
      queueMicrotask(() => {
        done(error);
        if (this.listenerCount('error') > 0) this.emit('error', error);
      });
    }
    return true;
  }
}

function processWith(
  env: Readonly<Record<string, string>>,
  stdout = new Stream(),
  stderr = new Stream(),
): NodeJS.Process {
  return { env, stdout, stderr, platform: 'linux' } as unknown as NodeJS.Process;
}

describe('the width', () => {
  test.each<[string, number | undefined, Readonly<Record<string, string>>, number]>([
    ['of the terminal', 120, {}, 120],
    ['of the terminal, before COLUMNS', 120, { COLUMNS: '100' }, 120],
    ['of COLUMNS in a pipe', undefined, { COLUMNS: '100' }, 100],
    ['of 80 in a pipe', undefined, {}, 80],
    ['of 80 where COLUMNS is no number', undefined, { COLUMNS: 'wide' }, 80],
    ['of 80 on a terminal that does not know its own', 0, {}, 80],
    ['of at least 40', 10, {}, 40],
    ['of at least 40, whatever COLUMNS says', undefined, { COLUMNS: '-5' }, 40],
  ])('is that %s', (_, columns, env, expected) => {
    const stdout = new Stream('good', columns === undefined ? {} : { isTTY: true, columns });
    expect(sessionOf(processWith(env, stdout), 'zh', undefined).terminal.columns).toBe(expected);
  });
});

describe('colours', () => {
  test.each<[boolean, boolean, Readonly<Record<string, string>>, boolean | undefined]>([
    [true, true, {}, undefined],
    [false, false, {}, undefined],
    [false, true, { NO_COLOR: '1' }, undefined],
    [true, true, { NO_COLOR: '' }, undefined],
    [false, true, { TERM: 'dumb' }, undefined],
    [true, false, { FORCE_COLOR: '1' }, undefined],
    [true, false, { FORCE_COLOR: '' }, undefined],
    [false, true, { FORCE_COLOR: '0' }, undefined],
    [false, true, { FORCE_COLOR: 'false' }, undefined],
    [false, true, { FORCE_COLOR: '1', NO_COLOR: '1' }, undefined],
    [true, false, { NO_COLOR: '1', TERM: 'dumb' }, true],
    [false, true, { FORCE_COLOR: '1' }, false],
  ])('are %s where it is a terminal: %s, with %j, asked for: %s', (expected, isTTY, env, asked) => {
    expect(sessionOf(processWith(env, new Stream('good', { isTTY })), 'zh', asked).terminal.colour).toBe(expected);
  });
});

test.each([
  ['2020-05-05T15:59:59.999Z', '2020-05-05'],
  ['2020-05-05T16:00:00.000Z', '2020-05-06'],
  ['2020-05-06T15:59:59.999Z', '2020-05-06'],
  ['2019-12-31T16:00:00.000Z', '2020-01-01'],
  ['2020-02-28T16:00:00.000Z', '2020-02-29'],
])('at %s it is %s in China', (instant, date) => {
  expect(dateInChina(new Date(instant))).toBe(date);
});

describe('a stream', () => {
  test('tells that it has written, and is let go', async () => {
    const stream = new Stream();
    for (let i = 0; i < 20; i++) {
      expect(await writeTo(stream as unknown as NodeJS.WriteStream, 'text')).toBe('written');
    }
    expect(stream.written).toBe('text'.repeat(20));
    expect(stream.listenerCount('error')).toBe(0);
  });

  test.each([
    ['EPIPE', 'closed-by-reader'],
    ['ENOSPC', 'failed'],
    ['EIO', 'failed'],
    ['EBADF', 'failed'],
  ])('tells %s as %s, and no error is left unheard', async (code, expected) => {
    const stream = new Stream(code);
    expect(await writeTo(stream as unknown as NodeJS.WriteStream, 'text')).toBe(expected);
    await new Promise((done) => setImmediate(done));
    expect(stream.listenerCount('error')).toBe(0);
  });
});

describe('the session', () => {
  test('writes the result to stdout and notes to stderr', async () => {
    const [stdout, stderr] = [new Stream(), new Stream()];
    const session = sessionOf(processWith({}, stdout, stderr), 'en', undefined);
    await session.out('result');
    await session.note('note');
    expect([stdout.written, stderr.written]).toEqual(['result', 'note']);
    expect(session.language).toBe('en');
  });

  test('can not finish where the result is lost, but does not mind a reader that has left', async () => {
    const full = sessionOf(processWith({}, new Stream('ENOSPC')), 'zh', undefined);
    await expect(full.out('result')).rejects.toThrow(UnfinishedError);
    const left = sessionOf(processWith({}, new Stream('EPIPE')), 'zh', undefined);
    await expect(left.out('result')).resolves.toBeUndefined();
  });

  test('does not mind where a note is lost', async () => {
    const session = sessionOf(processWith({}, new Stream(), new Stream('ENOSPC')), 'zh', undefined);
    await expect(session.note('note')).resolves.toBeUndefined();
  });
});

describe('the screen', () => {
  test.each([
    [true, true, {}],
    [false, false, {}],
    [false, true, { TERM: 'dumb' }],
  ])('is a terminal: %s, where stderr is one: %s, with %j', (expected, isTTY, env) => {
    const process = processWith(env, new Stream('good', { isTTY: true }), new Stream('good', { isTTY }));
    expect(sessionOf(process, 'zh', undefined).screen.isTerminal).toBe(expected);
  });

  test.each(['good', 'EPIPE', 'ENOSPC'])(
    'takes many lines at once, with one listener, and does not fail: %s',
    async (outcome) => {
      const stderr = new Stream(outcome);
      const { screen } = sessionOf(processWith({}, new Stream(), stderr), 'zh', undefined);
      for (let i = 0; i < 50; i++) screen.write('x');
      expect(stderr.listenerCount('error')).toBe(1);
      await new Promise((done) => setImmediate(done));
      expect(stderr.written).toBe(outcome === 'good' ? 'x'.repeat(50) : '');
    },
  );
});
