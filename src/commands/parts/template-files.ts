/** Where templates come from: a folder of the user's, then those built in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import builtIn from '../../../build/templates.json' with { type: 'json' };
import type { TemplateSource } from '../../documents/template.js';
import { UnusableError } from '../../errors.js';
import { isFile, isFolder, shownPath } from '../../io/files.js';

/** The built-in templates by name: `application`, `partials/seal`, `systems/work-plan`. */
export const BUILT_IN: Readonly<Record<string, string>> = builtIn;

/** Returns the source of templates: `<name>.hbs` in the folder where there is one, else the built-in of that name. */
export function templateSource(folder: string | undefined): TemplateSource {
  if (folder !== undefined && !isFolder(folder)) {
    throw new UnusableError(
      'template/folder',
      { zh: '没有这个模板文件夹：{folder}', en: 'no such folder of templates: {folder}' },
      { folder: shownPath(folder) },
    );
  }
  return (name) => {
    if (folder !== undefined && /^[\w/-]+$/.test(name)) {
      const path = join(folder, `${name}.hbs`);
      if (isFile(path)) return { text: readFileSync(path, 'utf8'), file: shownPath(path) };
    }
    return Object.hasOwn(BUILT_IN, name) ? { text: BUILT_IN[name] ?? '', file: `templates/${name}.hbs` } : undefined;
  };
}
