/** What a terminal, the runner of a CI, a spreadsheet or a browser would take for more than text. */
import { parse } from 'csv-parse/sync';
import { type DefaultTreeAdapterTypes, parse as parseHtml } from 'parse5';

/** The names of GitHub's workflow commands. */
const COMMANDS = new Set([
  ...[
    'error',
    'warning',
    'notice',
    'debug',
    'group',
    'endgroup',
    'add-mask',
    'add-matcher',
    'remove-matcher',
    'set-env',
  ],
  ...['add-path', 'set-output', 'save-state', 'echo', 'stop-commands', 'internal-set-repo-path'],
]);

/** What Azure draws, besides GitHub's names. */
const DRAWN = new Set(['section', 'command', 'group', 'endgroup', 'debug', 'warning', 'error']);

/** White space as .NET's Trim() removes it, which is what the runner calls. */
const WHITE_SPACE = /^[\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;

/** A section of GitLab, which ends with an escape sequence. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: GitLab looks for them
const SECTION = /section_(?:start|end):\d+:[^\r\n]*\r\u001b\[0K/g;

/** Returns the commands that the two parsers of GitHub's runner, and those of Azure, TeamCity and GitLab, find in an output. */
export function commandsIn(output: string): string[] {
  const sections = output.match(SECTION) ?? [];
  const inLines = output.split(/\r\n|\n|\r/).flatMap((line) => {
    const found: string[] = [];
    const trimmed = line.replace(WHITE_SPACE, '');
    const end = trimmed.indexOf('::', 2);
    if (trimmed.startsWith('::') && end >= 0) {
      const name = trimmed.slice(2, end).split(' ')[0] ?? '';
      if (COMMANDS.has(name.toLowerCase())) found.push(name);
    }
    for (let at = line.indexOf('##['); at >= 0; at = line.indexOf('##[', at + 1)) {
      const close = line.indexOf(']', at);
      const name = line.slice(at + 3, close < 0 ? undefined : close).split(' ')[0] ?? '';
      if (close >= 0 && (COMMANDS.has(name.toLowerCase()) || DRAWN.has(name.toLowerCase()))) found.push(name);
    }
    if (/##(?:vso|teamcity)\[/i.test(line)) found.push('##');
    return found;
  });
  return [...sections, ...inLines];
}

/** Returns the cells of a CSV file that Excel, WPS or LibreOffice could take for formulas. */
export function formulasIn(csv: string): string[] {
  const cells: string[] = parse(csv, { bom: true, relax_column_count: false }).flat();
  return cells.filter(
    (cell) =>
      cell.split(/\r\n|[\r\n]/).some((line) => /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(line)) &&
      !/^ *[+-]?[\d.]+ *$/.test(cell) &&
      !cell.startsWith("'"),
  );
}

/** Returns the elements and attributes of a page that run or load something. */
export function activeIn(html: string): string[] {
  const found: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) {
      if (/^(?:img|iframe|object|embed|base|w:p)$/.test(node.tagName)) found.push(node.tagName);
      found.push(
        ...node.attrs.filter(({ name }) => /^on|^(?:src|srcdoc|action|formaction)$/.test(name)).map(({ name }) => name),
      );
      found.push(...node.attrs.filter(({ value }) => /^\s*javascript:/i.test(value)).map(({ value }) => value));
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parseHtml(html));
  return found;
}

/** Returns what of an output is neither a printable character nor a line feed. */
export function unprintable(output: string): string[] {
  return output.match(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu) ?? [];
}
