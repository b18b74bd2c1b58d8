/** Where templates come from: a folder of the user's, then those built in. */
import { join } from 'node:path';
import builtIn from '../../../build/templates.json' with { type: 'json' };
import type { TemplateSource } from '../../documents/template.js';
import { UnusableError } from '../../errors.js';
import { isFolder, isThere, shownPath } from '../../io/files.js';
import { loadText } from '../../load/text.js';

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
      // what is there and can't be read is told, rather than replaced by the built-in
      if (isThere(path)) return readTemplate(path);
    }
    return Object.hasOwn(BUILT_IN, name) ? { text: BUILT_IN[name] ?? '', file: `templates/${name}.hbs` } : undefined;
  };
}

/** Largest template that is read, in bytes. */
const MOST_BYTES = 1024 * 1024;
const NO_TEXT = {
  code: 'template/encoding',
  words: {
    zh: '模板不是文本：既不是 UTF-8 也不是 GBK，请另存为 UTF-8',
    en: 'the template is not text: neither UTF-8 nor GBK; save it as UTF-8',
  },
} as const;

/**
 * Reads a template, encoded as a profile may be.
 *
 * @throws {UnusableError} if it is no file, larger, or no text; {UnfinishedError} if it can't be read.
 */
export function readTemplate(path: string): { readonly text: string; readonly file: string } {
  return { text: loadText(path, MOST_BYTES, NO_TEXT).replace(/^\ufeff/, ''), file: shownPath(path) };
}
