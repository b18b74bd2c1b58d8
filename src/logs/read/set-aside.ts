/** Lines of a log that are no records, moved by `fix` into a file of their own: it is known by what it says first. */
import { inputCheck } from '../../input-check.js';

/** What the first cell of the lines that were set aside says, by which they are known. */
export const SET_ASIDE_MARK = '以下各行不是记录，由 resume-check fix 移出 (set aside by resume-check fix)';

/** A file of lines that were set aside. */
export const SET_ASIDE = inputCheck({
  id: 'input/set-aside',
  severity: 'info',
  messages: {
    'set-aside': {
      zh: '这是 fix 移出的、不是记录的行，没有核对',
      en: 'these lines were set aside by fix since they are no records; not checked',
    },
  },
});
