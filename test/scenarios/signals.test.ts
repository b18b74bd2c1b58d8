/** A signal in the middle of an audit or a lint with threads: the shell sees 130 or 143, and no file is touched. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { PROGRAM, projectFile } from './run.js';

const HEADER = '日期,时段,班级/部门,姓名,编号,是否出勤,缺勤原因,检查人\n';
/** Long enough to be read for seconds; each row is one that the plain path must look at. */
const LOG = HEADER + '2020-05-06,晨,焊工1班,张示例,T001,也许,,李示例\n'.repeat(400_000);
const onLinux = process.platform === 'linux' ? describe : describe.skip;

/** Whether a process has a file of that name open. */
function isReading(pid: number, name: string): boolean {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).some((fd) => {
    try {
      return readlinkSync(join(folder, fd)).endsWith(name);
    } catch {
      // closed since the folder was listed
      return false;
    }
  });
}

/** Runs the program, sends it the signal once it reads `b.csv`, and returns what ended it, what it printed, and the files. */
async function interrupted(argv: readonly string[], signal: NodeJS.Signals) {
  const folder = mkdtempSync(join(tmpdir(), 'resume-check-'));
  const inputs = {
    'one/profile.yaml': projectFile('examples/complete/profile.yaml'),
    'one/logs/a.csv': LOG,
    'two/profile.yaml': projectFile('examples/complete/profile.yaml'),
    'two/logs/b.csv': LOG,
  };
  try {
    for (const [path, content] of Object.entries({ ...inputs, 'report.json': 'old', 'rejects.csv': 'old' })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const child = spawn(process.execPath, [PROGRAM, ...argv], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
    const ended = new Promise((done) => child.on('close', (code, by) => done(by ?? code)));
    while (child.exitCode === null && !isReading(child.pid as number, 'b.csv')) await setImmediate();
    child.kill(signal);
    return {
      ended: await ended,
      printed,
      report: readFileSync(join(folder, 'report.json'), 'utf8'),
      rejects: readFileSync(join(folder, 'rejects.csv'), 'utf8'),
      files: readdirSync(folder).sort(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

onLinux.each<NodeJS.Signals>(['SIGINT', 'SIGTERM'])('%s', (signal) => {
  test.each([
    ['audit', ['audit', 'one', 'two', '--jobs', '2', '-f', 'json', '-o', 'report.json']],
    ['audit of a part', ['audit', 'one', 'two', '--jobs', '2', '--shard', '1/1', '-o', 'report.json']],
    [
      'lint',
      ['lint', 'one/logs', 'two/logs', '--jobs', '2', '--rejects', 'rejects.csv', '-f', 'json', '-o', 'report.json'],
    ],
    ['lint in one thread', ['lint', 'two/logs', '--jobs', '1', '-f', 'json', '-o', 'report.json']],
  ])('ends %s, which has written nothing', async (_, argv) => {
    expect(await interrupted([...argv, '--as-of', '2020-05-11'], signal)).toEqual({
      ended: signal,
      printed: '',
      report: 'old',
      rejects: 'old',
      files: ['one', 'rejects.csv', 'report.json', 'two'],
    });
  });
});

onLinux('while another program makes a PDF', () => {
  /** Begins to write a PDF with a browser that never ends, sends the signal, and hands on where temporary files are. */
  async function withBrowser(
    signal: NodeJS.Signals,
    then: (ended: unknown, temporary: string, browser: number, again: () => string) => void | Promise<void>,
  ): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'resume-check-'));
    const temporary = join(folder, 'tmp');
    const started = join(folder, 'started');
    mkdirSync(temporary);
    writeFileSync(
      join(folder, 'chromium'),
      `#!/bin/sh\necho $$ > '${started}.new'\nmv '${started}.new' '${started}'\nexec sleep 1000\n`,
    );
    chmodSync(join(folder, 'chromium'), 0o755);
    writeFileSync(join(folder, 'p.yaml'), projectFile('examples/complete/profile.yaml'));
    const env = { PATH: `${folder}:${process.env.PATH}`, TMPDIR: temporary, RESUME_CHECK_LANG: 'en' };
    let browser = 0;
    try {
      const argv = ['generate', 'safety-pledge', 'p.yaml', '--draft', '-f', 'pdf', '-o', 'out'];
      const child = spawn(process.execPath, [PROGRAM, ...argv], { cwd: folder, env, stdio: 'ignore' });
      const ended = new Promise((done) => child.on('close', (code, by) => done(by ?? code)));
      while (child.exitCode === null && !existsSync(started)) await setImmediate();
      browser = Number(readFileSync(started, 'utf8'));
      expect(readdirSync(temporary)).toEqual([expect.stringMatching(/^resume-check-pdf-/)]);
      child.kill(signal);
      const again = () =>
        spawnSync(process.execPath, [PROGRAM, 'init', 'new'], { cwd: folder, env, encoding: 'utf8' }).stderr;
      await then(await ended, temporary, browser, again);
      expect(existsSync(join(folder, 'out'))).toBe(false);
    } finally {
      if (isRunning(browser)) process.kill(browser, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  }

  function isRunning(pid: number): boolean {
    try {
      // one that has ended, and whose parent has not asked, is there too
      return pid > 0 && !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
    } catch {
      return false;
    }
  }

  test('SIGTERM ends that too, and its folder is gone', () =>
    withBrowser('SIGTERM', async (ended, temporary, browser) => {
      expect([ended, readdirSync(temporary)]).toEqual(['SIGTERM', []]);
      while (isRunning(browser)) await setImmediate();
    }));

  test('of a run that was killed the next one removes the folder, and says so', () =>
    withBrowser('SIGKILL', (ended, temporary, _, again) => {
      expect(ended).toBe('SIGKILL');
      expect(again()).toMatch(
        /^an earlier run was ended; its temporary folder was removed: \S*resume-check-pdf-\S+\n$/,
      );
      expect(readdirSync(temporary)).toEqual([]);
    }));
});
