/** Our own words for commander's errors, whose texts are English only and quote what was wrong. */
import { UnusableError } from '../errors.js';
import { nearest } from '../text/nearest.js';
import type { Wording } from '../types.js';
import { COMMAND_NAMES } from './commands.js';

const WORDS: Readonly<Record<string, Wording>> = {
  'commander.unknownCommand': { zh: '没有这个命令：{name}{meant}', en: 'no such command: {name}{meant}' },
  'commander.unknownOption': { zh: '没有这个选项：{name}{meant}', en: 'no such option: {name}{meant}' },
  'commander.missingArgument': { zh: '还要给出 {name}', en: '{name} is needed' },
  'commander.optionMissingArgument': { zh: '选项 {name} 后面要有值', en: 'option {name} needs a value' },
  'commander.excessArguments': { zh: '参数太多', en: 'too many arguments' },
};

/** Returns the error to tell the user, of commander's code and message. */
export function usageError(code: string, message: string): UnusableError {
  const name = /'(.*)'/.exec(message)?.[1] ?? '';
  const suggestion = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(message)?.[1];
  const near = code === 'commander.unknownCommand' ? nearest(name, COMMAND_NAMES) : suggestion;
  const meant: Wording = near ? { zh: `，是不是 ${near}？`, en: `; did you mean ${near}?` } : { zh: '', en: '' };
  const words = WORDS[code] ?? { zh: '命令写法不对', en: 'the call is not well formed' };
  return new UnusableError(code, words, { name, meant });
}
