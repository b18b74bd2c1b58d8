/**
 * The doors through which a whole output leaves, one for each kind of reader: whatever its pieces are, a terminal and the
 * runner of a CI find no command in it. Each leaves alone what has gone through it, or was escaped piece by piece.
 */
import { breakCommands, DANGEROUS, forJson, RUNNER_COMMAND, visible } from './escape.js';
import { redact } from './redact.js';

/** What an output is written in, and so how text in it is made harmless. */
export type Door = 'text' | 'json' | 'markup' | 'table' | 'annotations';

const ESCAPE = '\u001b';
/** Bold, dim, underlined and the colours of the text report; none hides anything. */
const COLOUR = new RegExp(`(${ESCAPE}\\[(?:[0-24]|22|24|3[0-79]|90)m)`);
/** An annotation as GitHub's runner is meant to take it, its properties and its words apart. */
const ANNOTATION = /^::(error|warning|notice) (.*?)::(.*)$/;

const DOORS: Readonly<Record<Door, (text: string) => string>> = {
  text: (text) => breakCommands(outside(COLOUR, text, linesVisible)),
  json: forJson,
  markup: (text) =>
    linesVisible(text)
      .replace(RUNNER_COMMAND, '#&#35;')
      .replace(/^(\s*):(?=:)/gm, '$1&#58;'),
  table: (text) => breakCommands(outside(/(^\ufeff|\r\n)/, text, linesVisible)),
  annotations: (text) => linesVisible(text).split('\n').map(annotation).join('\n'),
};

/** Returns an output with nothing in it that acts on its reader. */
export function through(door: Door, output: string): string {
  return DOORS[door](output);
}

/** Returns what is said on a stream: without numbers of people, and without anything that acts on a terminal or a runner. */
export function forStream(said: string): string {
  return breakCommands(linesVisible(redact(said)));
}

/** What is dangerous made visible, but for line feeds. */
function linesVisible(text: string): string {
  return text.replace(DANGEROUS, (found) => (found === '\n' ? found : visible(found)));
}

/** Changes what stands between the matches of a pattern, which has a group for all that it matches. */
function outside(pattern: RegExp, text: string, change: (between: string) => string): string {
  return text
    .split(pattern)
    .map((part = '', i) => (i % 2 === 0 ? change(part) : part))
    .join('');
}

function annotation(line: string): string {
  const [, command, properties = '', words = ''] = ANNOTATION.exec(line) ?? [];
  if (command === undefined) return breakCommands(line);
  return `::${command} ${properties.replace(RUNNER_COMMAND, '#\\#')}::${breakCommands(words)}`;
}
