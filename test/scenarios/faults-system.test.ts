/** The same of errors that the system itself gives at a call: see `faults.test.ts`. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { withPrograms } from '../programs.js';
import { argvOf, COMMANDS, type Command, cleanRun, inFolder, outcomeOf } from './faulty.js';
import { PROGRAM } from './run.js';

const self = process.getBuiltinModule('node:process');

withPrograms('strace').describe('errors of the system itself', () => {
  test.each([
    ['fsync', 'EIO', 1, 'old'],
    ['rename', 'EXDEV', 3, 'new'],
    ['rename', 'EXDEV', 4, 'old'],
    ['rename', 'EBUSY', 6, 'old'],
    ['rename', 'EPERM', '6+', 'named'],
  ] as const)('%s that fails with %s, call %s: %s', async (call, code, when, expected) => {
    const clean = await cleanRun('generate');
    const command = COMMANDS.generate as Command;
    inFolder(command, (cwd, after) => {
      const trace = ['-f', '-qq', '-o', `${cwd}.trace`, '-e', `trace=${call}`];
      const inject = ['-e', `inject=${call}:error=${code}:when=${when}`];
      try {
        const argv = [...trace, ...inject, self.execPath, PROGRAM, ...argvOf(command)];
        const { status, stderr } = spawnSync('strace', argv, { cwd, encoding: 'utf8' });
        expect(outcomeOf(command, clean, after(status, stderr))).toBe(expected);
      } finally {
        rmSync(`${cwd}.trace`, { force: true });
      }
    });
  });
});
