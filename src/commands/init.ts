/** `init`: a commented profile, and the schema beside it for editors. */
import { join } from 'node:path';
import { UnusableError } from '../errors.js';
import { existing, shownPath, writeWhole } from '../io/files.js';
import type { Session } from '../io/session.js';
import { PROFILE_SCHEMA } from '../profile/schema.js';
import { commentedProfile } from '../profile/template.js';
import { forTerminal } from '../report/escape.js';
import { fill } from '../text/fill.js';
import { redact } from '../text/redact.js';

const SCHEMA_FILE = 'profile.schema.json';

/** Writes profile.yaml and its schema into the folder. Refuses to overwrite, naming every file that exists. */
export async function init(
  directory: string,
  options: { readonly force?: boolean },
  session: Session,
): Promise<number> {
  const profile = join(directory, 'profile.yaml');
  const schema = join(directory, SCHEMA_FILE);
  const taken = existing([profile, schema]);
  if (taken.length > 0 && !options.force) {
    throw new UnusableError(
      'init/exists',
      {
        zh: '已经有 {files}，没有写任何文件；要覆盖请加 --force',
        en: '{files} exist already, nothing was written; --force overwrites',
      },
      { files: taken.map(shownPath).join(', ') },
    );
  }
  const safe = (path: string): string => redact(forTerminal(shownPath(path)));
  writeWhole(schema, `${JSON.stringify(PROFILE_SCHEMA, null, 2)}\n`);
  writeWhole(profile, commentedProfile(session.language, `./${SCHEMA_FILE}`, safe(profile)));
  await session.out(
    `${fill(
      {
        zh: '写好了：{profile}（概况，照说明填写）、{schema}（供编辑器提示）\n下一步：填写后运行 resume-check validate {profile}',
        en: 'Written: {profile} (fill it in), {schema} (for editors)\nNext: fill it in, then run resume-check validate {profile}',
      },
      { profile: safe(profile), schema: safe(schema) },
      session.language,
    )}\n`,
  );
  return 0;
}
