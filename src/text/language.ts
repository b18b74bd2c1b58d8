/** Which language to speak. */
import type { Language } from '../types.js';

/**
 * Returns the language: `--lang`, else RESUME_CHECK_LANG, else LC_ALL, LC_MESSAGES, LANG when they begin with zh or en,
 * else Chinese. `undefined` if `--lang` or RESUME_CHECK_LANG names another language.
 */
export function languageFrom(
  option: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language | undefined {
  const asked = option ?? (environment.RESUME_CHECK_LANG || undefined);
  if (asked !== undefined) return asked === 'zh' || asked === 'en' ? asked : undefined;
  for (const name of ['LC_ALL', 'LC_MESSAGES', 'LANG']) {
    const match = /^(zh|en)(?:[_.@-]|$)/i.exec(environment[name] ?? '');
    if (match) return match[1]?.toLowerCase() as Language;
  }
  return 'zh';
}
