/** Tells on standard error which configuration was found and used, and which were not. */
import type { Session } from '../../io/session.js';
import type { FoundConfig } from '../../load/config.js';
import { visible } from '../../text/escape.js';
import { fill } from '../../text/fill.js';
import { redact } from '../../text/redact.js';
import type { Wording } from '../../types.js';

const USED: Wording = { zh: '按配置 {file} 核对', en: 'configured by {file}' };
const UNUSED: Wording = {
  zh: '没有采用配置 {file}；要用它就写 --config {file}',
  en: 'the configuration {file} was not used; to use it, give --config {file}',
};

/** Tells of each configuration once. One that another profile goes by is used all the same. */
export async function noteConfigs(found: readonly FoundConfig[], { language, note }: Session): Promise<void> {
  const used = new Set(found.flatMap(({ config, isFound }) => (config && isFound ? [config.file] : [])));
  const unused = new Set(found.flatMap((each) => each.unused).filter((file) => !used.has(file)));
  const said = [
    ...[...used].map((file) => [USED, file] as const),
    ...[...unused].map((file) => [UNUSED, file] as const),
  ];
  for (const [words, file] of said) await note(`${redact(visible(fill(words, { file }, language)))}\n`);
}
