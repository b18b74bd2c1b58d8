/** `templates`: shows, copies out and checks the templates of papers. */
import { join } from 'node:path';
import type { ArgumentsOf } from '../command-line/commands.js';
import type { OptionsOf } from '../command-line/options.js';
import { type TemplateProblem, templateProblems } from '../documents/template.js';
import { tagProblems } from '../documents/template-tags.js';
import { UnusableError } from '../errors.js';
import { isFolder, shownPath } from '../io/files.js';
import { filesBelow } from '../io/folders.js';
import type { Session } from '../io/session.js';
import { visible } from '../text/escape.js';
import { fill } from '../text/fill.js';
import { keepExisting, writeFiles } from './parts/files.js';
import { BUILT_IN, readTemplate } from './parts/template-files.js';

/** Runs `list`, `eject` or `check`; returns 1 if a check finds something. */
export async function templates(
  action: ArgumentsOf<'templates'>[0],
  names: readonly string[],
  options: OptionsOf<'templates'>,
  session: Session,
): Promise<number> {
  switch (action) {
    case 'list':
      await session.out(`${Object.keys(BUILT_IN).join('\n')}\n`);
      return 0;
    case 'eject':
      return eject(names, options, session);
    case 'check':
      return check(names, session);
  }
}

async function eject(
  names: readonly string[],
  { output = 'templates', force }: OptionsOf<'templates'>,
  session: Session,
): Promise<number> {
  const wanted = names.length > 0 ? names : Object.keys(BUILT_IN);
  const unknown = wanted.find((name) => !Object.hasOwn(BUILT_IN, name));
  if (unknown !== undefined) {
    throw new UnusableError(
      'template/missing',
      {
        zh: '没有模板 {name}；全部：resume-check templates list',
        en: 'no template {name}; all: resume-check templates list',
      },
      { name: unknown },
    );
  }
  const contents = new Map(wanted.map((name) => [join(output, `${name}.hbs`), BUILT_IN[name] ?? '']));
  if (!force) await keepExisting([...contents.keys()], session);
  await writeFiles(contents, session, force === true);
  await session.out(`${[...contents.keys()].map((path) => visible(shownPath(path))).join('\n')}\n`);
  return 0;
}

/** Checks the .hbs files of the folder named, or the built-in ones. */
async function check(names: readonly string[], session: Session): Promise<number> {
  const sources =
    names.length > 0
      ? names.flatMap(templatesIn)
      : Object.entries(BUILT_IN).map(([name, text]) => ({ file: `templates/${name}.hbs`, text }));
  if (sources.length === 0) {
    throw new UnusableError('template/none', {
      zh: '文件夹里没有 .hbs 模板',
      en: 'there is no .hbs template in the folder',
    });
  }
  const problems = sources.flatMap(({ file, text }): TemplateProblem[] =>
    [...templateProblems(text, file), ...tagProblems(text, file)].sort(
      (a, b) => a.line - b.line || a.column - b.column,
    ),
  );
  const { language } = session;
  const lines = problems.map(({ file, line, column, message }) =>
    visible(`${file}:${line}:${column}: ${fill(message, {}, language)}`),
  );
  const summary = {
    zh: '检查了 {files} 个模板，{problems} 处问题',
    en: '{files} {files:template|templates} checked, {problems} {problems:problem|problems}',
  };
  lines.push(fill(summary, { files: sources.length, problems: problems.length }, language));
  await session.out(`${lines.join('\n')}\n`);
  return problems.length > 0 ? 1 : 0;
}

function templatesIn(folder: string): { file: string; text: string }[] {
  if (!isFolder(folder)) {
    throw new UnusableError(
      'template/folder',
      { zh: '没有这个模板文件夹：{folder}', en: 'no such folder of templates: {folder}' },
      { folder: shownPath(folder) },
    );
  }
  return filesBelow(folder, /\.hbs$/).map(readTemplate);
}
