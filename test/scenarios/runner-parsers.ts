/** What a terminal or the runner of a CI would take for more than text. */

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

/** White space as .NET's Trim() removes it, which is what the runner calls. */
const WHITE_SPACE = /^[\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;

/** Returns the commands that the two parsers of GitHub's runner (and that of Azure and TeamCity) find in an output. */
export function commandsIn(output: string): string[] {
  return output.split(/\r\n|\n|\r/).flatMap((line) => {
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
      if (close >= 0 && COMMANDS.has(name.toLowerCase())) found.push(name);
    }
    if (/##(?:vso|teamcity)\[/i.test(line)) found.push('##');
    return found;
  });
}

/** Returns what of an output is neither a printable character nor a line feed. */
export function unprintable(output: string): string[] {
  return output.match(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu) ?? [];
}
