/** The two parsers of GitHub's runner for commands in what a step prints, and what Azure and TeamCity look for. */

const NAMES = new Set([
  ...['error', 'warning', 'notice', 'debug', 'group', 'endgroup', 'add-mask', 'add-matcher', 'remove-matcher'],
  ...['set-env', 'add-path', 'set-output', 'save-state', 'echo', 'stop-commands', 'internal-set-repo-path'],
]);
/** White space as .NET trims it. */
const WHITE_SPACE = /^[\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;

/** A command that the runner would carry out. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Returns the commands in an output. */
export function commandsIn(output: string): Command[] {
  return output.split(/\r\n|\n|\r/).flatMap((line) => {
    const found = second(line) ?? first(line);
    const foreign = /##(?:vso|teamcity)\[/i.test(line) ? [{ name: '##', properties: {}, data: line }] : [];
    return found ? [found, ...foreign] : foreign;
  });
}

/** `::name key=value,key=value::data` at the beginning of a line. */
function second(line: string): Command | undefined {
  const text = line.replace(WHITE_SPACE, '');
  const end = text.indexOf('::', 2);
  return text.startsWith('::') && end >= 0 ? command(text.slice(2, end), text.slice(end + 2), ',') : undefined;
}

/** `##[name key=value;key=value]data` anywhere in a line. */
function first(line: string): Command | undefined {
  const start = line.indexOf('##[');
  const end = line.indexOf(']', start);
  return start >= 0 && end >= 0 ? command(line.slice(start + 3, end), line.slice(end + 1), ';') : undefined;
}

function command(head: string, data: string, separator: string): Command | undefined {
  const [name = ''] = head.split(' ');
  if (!NAMES.has(name.toLowerCase())) return undefined;
  const pairs = head
    .slice(name.length)
    .trim()
    .split(separator)
    .filter((pair) => pair !== '');
  const properties = pairs.map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), unescaped(pair.slice(at + 1))];
  });
  return { name, properties: Object.fromEntries(properties), data: unescaped(data) };
}

function unescaped(text: string): string {
  const signs = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',' };
  return Object.entries(signs)
    .reduce((rest, [code, sign]) => rest.replaceAll(code, sign), text)
    .replaceAll('%25', '%');
}
