/** `init`: a commented profile, the schema beside it for editors, and a log file with its header for each kind. */
import { join } from 'node:path';
import type { OptionsOf } from '../command-line/options.js';
import { shownPath } from '../io/files.js';
import type { Session } from '../io/session.js';
import { KINDS } from '../logs/kinds/index.js';
import { publishedSchema } from '../profile/schema.js';
import { commentedProfile } from '../profile/template.js';
import { forTerminal } from '../text/escape.js';
import { fill } from '../text/fill.js';
import { redact } from '../text/redact.js';
import type { Language } from '../types.js';
import { keepExisting, writeFiles } from './parts/files.js';

const SCHEMA_FILE = 'profile.schema.json';

/** Writes profile.yaml and its schema into the folder. Refuses to overwrite, naming every file that exists. */
export async function init(directory: string, options: OptionsOf<'init'>, session: Session): Promise<number> {
  const profile = join(directory, 'profile.yaml');
  const schema = join(directory, SCHEMA_FILE);
  const logs = logFiles(join(directory, 'logs'), session.language);
  if (!options.force) await keepExisting([profile, schema, ...logs.keys()], session);
  const safe = (path: string): string => redact(forTerminal(shownPath(path)));
  const files = [
    [schema, `${JSON.stringify(publishedSchema(session.language), null, 2)}\n`],
    [profile, commentedProfile(session.language, `./${SCHEMA_FILE}`, safe(profile))],
    ...logs,
  ] as const;
  await writeFiles(new Map(files), session, options.force === true);
  await session.out(
    `${fill(
      {
        zh: '写好了：{profile}（概况，照说明填写）、{schema}（供编辑器提示）、{logs} 里 {count} 份只有表头的日志\n下一步：填写后运行 resume-check validate {profile}；开班后每天记日志，用 resume-check lint {logs} 核对',
        en: 'Written: {profile} (fill it in), {schema} (for editors), and {count} logs with their headers in {logs}\nNext: fill it in, then run resume-check validate {profile}; once open keep the logs, and check them with resume-check lint {logs}',
      },
      { profile: safe(profile), schema: safe(schema), logs: safe(join(directory, 'logs')), count: logs.size },
      session.language,
    )}\n`,
  );
  return 0;
}

/**
 * The logs that an institution keeps, each with its header only. With a byte order mark and CRLF, by which Excel and WPS
 * know UTF-8 and lines. The county's own list is not among them.
 */
function logFiles(folder: string, language: Language): Map<string, string> {
  const own = KINDS.filter(({ name }) => name !== 'bureau-roster');
  return new Map(
    own.map((kind) => {
      const name = language === 'zh' ? kind.title.zh : kind.name;
      return [join(folder, `${name}.csv`), `\ufeff${kind.columns.map((column) => column[language]).join(',')}\r\n`];
    }),
  );
}
