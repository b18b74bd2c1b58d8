/** Tells what an audit did not look into, though it may be an institution. */
import type { Session } from '../io/session.js';
import { forTerminal } from '../report/escape.js';
import { fill } from '../text/fill.js';
import { redact } from '../text/redact.js';
import type { Wording } from '../types.js';

const PASSED_OVER: Wording = {
  zh: '没有核对 {folders}（是链接，或名称以 _ 开头）；要核对就单独写出',
  en: 'not looked into: {folders} (a link, or a name that begins with _); to have it audited, name it',
};

/** Folders that are named. */
const MOST = 20;

/** Writes one line about the folders, if there are any, to standard error. */
export async function notePassedOver(folders: readonly string[], { language, note }: Session): Promise<void> {
  if (folders.length === 0) return;
  const named = [...folders.slice(0, MOST), ...(folders.length > MOST ? ['…'] : [])].join(', ');
  await note(`${redact(forTerminal(fill(PASSED_OVER, { folders: named }, language)))}\n`);
}
