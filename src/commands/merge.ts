/**
 * `merge`: the parts of a sharded audit → one report, the same as one run would have written; some of the parts → one part
 * that is merged with the others later.
 */
import { mergeSome, missingParts } from '../audit/merge.js';
import { type Partial, writePartial } from '../audit/partial.js';
import { readPartial } from '../audit/read-partial.js';
import { PART_FORMATS, REPORT_FORMATS } from '../command-line/formats.js';
import type { OptionsOf } from '../command-line/options.js';
import { settingsOf } from '../config/config.js';
import { UnfinishedError, UnusableError } from '../errors.js';
import { isSameFile, readInput, shownPath } from '../io/files.js';
import { expandGlobs } from '../io/folders.js';
import { sha256 } from '../io/hash.js';
import type { Session } from '../io/session.js';
import { type FoundConfig, loadConfig, upwards } from '../load/config.js';
import { type Run, runOf } from '../run/run.js';
import { fill } from '../text/fill.js';
import type { Wording } from '../types.js';
import { noteConfigs } from './parts/config-notes.js';
import type { AuditFormat } from './parts/finish.js';
import { finishAudit } from './parts/finish-audit.js';
import { keepInputs, pairOutputs, writeOutputs } from './parts/outputs.js';

const OTHER: Wording = {
  zh: '各部分用的不是这份配置，没有合并；--config 给审核时用的那份，没有就不写',
  en: 'the parts were made with another configuration, nothing was merged; name theirs with --config, or none',
};
const FOREIGN: Wording = {
  zh: '各部分是另一个版本（{version}）的程序或规则写的，没有合并；用那个版本合并，或重跑各部分',
  en: 'the parts are from another version of the program ({version}) or its rules, nothing was merged; merge them with that one, or run them again',
};
const LACKING: Wording = {
  zh: '各部分是按县区的配置审核的，没有合并；用 --config 给出那份配置',
  en: 'the parts were made with a configuration, nothing was merged; name it with --config',
};

const SOME: Wording = {
  zh: '合并了 {of} 份中的 {count} 份，还不是报告；与其余各份合并后才有结果',
  en: '{count} of {of} parts put together: no report yet, merge them with the others for the results',
};

/** Largest part that is read. A string holds no more. */
const MOST_BYTES = 512 * 1024 * 1024;

/** Merges the parts, writes the report, and returns the exit code. */
export async function merge(
  patterns: readonly string[],
  options: OptionsOf<'merge'>,
  session: Session,
): Promise<number> {
  const outputs = pairOutputs<AuditFormat>([...REPORT_FORMATS, ...PART_FORMATS], options.format, options.output);
  const paths = expandGlobs(patterns);
  keepInputs(outputs, paths);
  const { merged, run, found } = load(paths, options);
  if (!options.quiet) await noteConfigs([found], session);
  const { shards, of } = merged;
  if (missingParts(merged).length === 0 || outputs.some(({ format }) => format !== 'partial'))
    return finishAudit(merged, run, outputs, options, session);
  await writeOutputs(outputs, () => writePartial(merged), session);
  if (!options.quiet) await session.note(`${fill(SOME, { count: shards.length, of }, session.language)}\n`);
  return 0;
}

/**
 * Returns the parts put together, and the run of which they are.
 *
 * @throws {UnusableError} if there is none, one is named twice, or they were made with another configuration.
 * @throws {UnfinishedError} if one is of another audit, or of another version of the program.
 */
function load(
  paths: readonly string[],
  options: OptionsOf<'merge'>,
): { merged: Partial; run: Run; found: FoundConfig } {
  const twice = paths.find((path, i) => paths.slice(0, i).some((other) => isSameFile(path, other)));
  if (twice !== undefined) {
    throw new UnusableError(
      'usage/part-twice',
      { zh: '{file} 写了两次', en: '{file} is named twice' },
      { file: shownPath(twice) },
    );
  }
  const [first, ...rest] = paths.map((path): Partial => {
    const text = new TextDecoder().decode(readInput(path, MOST_BYTES));
    return readPartial(text, shownPath(path));
  });
  if (!first) {
    throw new UnusableError('input/no-parts', {
      zh: '没有找到要合并的部分报告',
      en: 'no part was found, there is nothing to merge',
    });
  }
  const merged = mergeSome([first, ...rest]);
  const found = loadConfig(options.config, upwards('.'));
  const isTheirs = merged.config === sha256(settingsOf(found.config));
  // one that was only found need not be that of the parts
  const isUsed = isTheirs || !found.isFound;
  const config = isUsed ? found.config : undefined;
  const unused = found.config && !isUsed ? [found.config.file, ...found.unused] : found.unused;
  const run = runOf({ asOf: merged.asOf, config });
  const { tool, plan } = run.identity;
  if (merged.tool.version !== tool.version || merged.plan.digest !== plan.digest)
    throw new UnfinishedError('merge/parts', FOREIGN, { version: merged.tool.version });
  if (merged.config !== sha256(settingsOf(config))) throw new UnusableError('merge/config', config ? OTHER : LACKING);
  return { merged, run, found: { ...found, unused, ...(isUsed ? {} : { isFound: false }) } };
}
