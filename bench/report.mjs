/**
 * The HTML report of 100 institutions with a month of logs each: how long it takes to write, how large it is, how long
 * Chromium takes to load it. Every second institution has mistakes in every log.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { median } from './measure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const INSTITUTIONS = 100;
const TIMES = 5;

const folder = mkdtempSync(join(tmpdir(), 'resume-check-bench-'));
const say = (text) => process.stdout.write(`${text}\n`);
try {
  const county = join(folder, 'county');
  for (let i = 0; i < INSTITUTIONS; i++) {
    const own = join(county, `I${String(i).padStart(3, '0')}`);
    mkdirSync(own, { recursive: true });
    const example = join(root, 'examples', i % 2 === 0 ? 'running' : 'mistakes');
    for (const name of ['profile.yaml', 'logs']) cpSync(join(example, name), join(own, name), { recursive: true });
  }
  const part = join(folder, 'part.ndjson');
  const argv = ['audit', county, '--as-of', '2020-06-01', '--no-hints', '--shard', '1/1', '-o', part];
  const { status } = spawnSync(process.execPath, [join(root, 'bin/resume-check.js'), ...argv], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`the audit ended with ${status}`);

  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { reportPage } from './src/commands/parts/report-page.ts';
        export { whole } from './src/audit/merge.ts';
        export { readPartial } from './src/audit/read-partial.ts';
        export { reportOf } from './src/audit/report.ts';
        export { runOf } from './src/run/run.ts';`,
      resolveDir: root,
      loader: 'ts',
    },
    define: { VERSION: '"bench"', JUDGING_DIGEST: '"bench"' },
    alias: { yaml: join(root, 'node_modules/yaml/browser/dist/index.js') },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(
    module,
    module.exports,
    process.getBuiltinModule('module').createRequire(import.meta.url),
  );
  const { reportPage, whole, readPartial, reportOf, runOf } = module.exports;
  const merged = whole(readPartial(readFileSync(part, 'utf8'), 'part.ndjson'));
  const run = runOf({ asOf: merged.asOf });
  const report = reportOf(merged, run);
  const findings = report.institutions.reduce((sum, one) => sum + one.findings.length, 0);
  say(`institutions ${report.institutions.length}, findings ${findings}`);

  const file = join(folder, 'county.html');
  const written = Array.from({ length: TIMES }, () => {
    const [start, used] = [performance.now(), process.cpuUsage()];
    writeFileSync(file, reportPage(report, { language: 'zh', rules: run.rules, plan: run.plan }));
    const { user, system } = process.cpuUsage(used);
    return { wall: performance.now() - start, cpu: (user + system) / 1000 };
  });
  const [wall, cpu] = ['wall', 'cpu'].map((what) => written.map((each) => each[what]));
  const told = (times) => `first ${times[0].toFixed(0)}, median ${median(times).toFixed(0)}`;
  say(`written in ms: ${told(wall)}; CPU: ${told(cpu)}; ${(statSync(file).size / 1e6).toFixed(2)} MB`);

  const executablePath = execFileSync('sh', ['-c', 'command -v chromium || command -v google-chrome'])
    .toString()
    .trim();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const loaded = [];
  for (let i = 0; i < TIMES; i++) {
    const page = await browser.newPage();
    const start = performance.now();
    await page.goto(pathToFileURL(file).href);
    // two frames later all is painted
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    loaded.push(performance.now() - start);
    await page.close();
  }
  await browser.close();
  say(`loaded and painted in Chromium in ms: ${told(loaded)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
