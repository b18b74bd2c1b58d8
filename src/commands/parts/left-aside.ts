/** Tells on standard error what an audit left aside: folders that it did not look into, waivers that nobody needs. */
import { unusedWaivers } from '../../audit/unused-waivers.js';
import type { Session } from '../../io/session.js';
import { visible } from '../../text/escape.js';
import { fill } from '../../text/fill.js';
import type { InstitutionReport, Params, Wording } from '../../types.js';

const PASSED_OVER: Wording = {
  zh: '没有核对 {folders}（是链接，或名称以 _ 开头）；要核对就单独写出',
  en: 'not looked into: {folders} (a link, or a name that begins with _); to have it audited, name it',
};
const NOT_USED: Wording = {
  zh: '{file}:{line} 规则 {rule} 的豁免没有一家用得上，可以删去',
  en: '{file}:{line} no institution needs the waiver of {rule}, it can be removed',
};
const NOBODY: Wording = {
  zh: '{file}:{line} 规则 {rule} 的豁免写的机构 {institution} 不在这次核对之中，请核对编号或名称',
  en: '{file}:{line} the waiver of {rule} is for {institution}, which is not among the institutions; check id or name',
};

/** Folders that are named. */
const MOST = 20;

/** Tells of the folders, if there are any. */
export async function notePassedOver(folders: readonly string[], session: Session): Promise<void> {
  if (folders.length === 0) return;
  const named = [...folders.slice(0, MOST), ...(folders.length > MOST ? ['…'] : [])].join(', ');
  await say(PASSED_OVER, { folders: named }, session);
}

/** Tells of the waivers, if there are any. */
export async function noteUnused(
  waivers: Parameters<typeof unusedWaivers>[0],
  institutions: readonly InstitutionReport[],
  folders: readonly string[],
  session: Session,
): Promise<void> {
  for (const { rule, institution = '', location } of unusedWaivers(waivers, institutions, folders)) {
    const params = { rule, institution, file: location.file, line: location.line };
    await say(institution === '' ? NOT_USED : NOBODY, params, session);
  }
}

async function say(words: Wording, params: Params, { language, note }: Session): Promise<void> {
  await note(`${visible(fill(words, params, language))}\n`);
}
