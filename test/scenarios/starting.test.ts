/** How the program starts: in a clone that was not built, and with V8 flags only where V8 has them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './run.js';

test('a clone that was not built says so in both languages, with the code of what could not finish', () => {
  const folder = mkdtempSync(join(tmpdir(), 'resume-check-unbuilt-'));
  try {
    cpSync(join(ROOT, 'bin'), join(folder, 'bin'), { recursive: true });
    const program = join(folder, 'bin', 'resume-check.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'validate'], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({
      status: 3,
      stdout: '',
      stderr: '错误：还没有构建，请先运行 npm ci\nerror: not built yet; run `npm ci` first\n',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the build leaves nothing that another Node would have to trust: only text', () => {
  const files = readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' });
  expect(files.filter((name) => name.includes('.')).every((name) => name.endsWith('.cjs'))).toBe(true);
});

test('V8 has each flag that this Node is given', () => {
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  const script = `
    const v8 = require('node:v8');
    const asked = [];
    v8.setFlagsFromString = (flag) => asked.push(flag);
    require(process.argv[1]).main(['audit', ${JSON.stringify(join(ROOT, 'examples', 'complete'))}, '--jobs', '2', '--quiet'],
      process, ${JSON.stringify(join(ROOT, 'bin', 'worker.js'))}).then(() => process.stderr.write(asked.join(' ')));
  `;
  const argv = ['-e', script, join(ROOT, 'dist', 'cli.cjs')];
  const { stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  const asked = stderr.split(' ').filter((word) => word.startsWith('--'));
  expect(asked).toContain('--heap-growing-percent=100');
  for (const flag of asked) expect(known).toContain(`  ${flag.split('=')[0]} (`);
});
