/** Line breaks in mixed Chinese and Latin text, by the columns that a terminal needs. */
import fc from 'fast-check';
import { widthOf, wrap } from '../../src/text/wrap.js';
import { runs } from '../deep.js';

const RED = '\u001b[31m';
const BOLD_RED = '\u001b[1;31m';
const OFF = '\u001b[39m';
// biome-ignore lint/suspicious/noControlCharactersInRegex: colour sequences begin with a control character
const COLOURS = /\u001b\[[\d;]*m/g;
const plain = (text: string): string => text.replace(COLOURS, '');
const withoutBlanks = (text: string): string => text.replace(/\s/g, '');

describe('the width of a text', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['口罩', 4],
    ['口罩 60 只', 10],
    ['四（六）4', 9],
    ['，。：；', 8],
    ['Ａ１', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['한글', 4],
    ['𠮷', 2],
    [`${RED}口罩${OFF}`, 4],
    [`${BOLD_RED}a${OFF}${OFF}`, 1],
  ])('of %j is %d', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });
});

describe('a text is broken', () => {
  test.each([
    ['not at all where it fits', '口罩 60 只', 10, ['口罩 60 只']],
    ['between Chinese characters', '疫情防控领导小组', 8, ['疫情防控', '领导小组']],
    ['at a blank, which is dropped', 'at least five', 8, ['at least', 'five']],
    ['so that a comma does not begin a line', '每天消毒，通风', 8, ['每天消', '毒，通风']],
    ['so that a full stop behind a bracket does not begin a line', '（工具默认值）。', 14, ['（工具默认', '值）。']],
    ['so that an opening bracket does not end a line', '口罩（成套的）', 6, ['口罩', '（成套', '的）']],
    ['so that a quotation mark stays with what it quotes', '没有“灭鼠”的', 8, ['没有“灭', '鼠”的']],
    [
      'so that a closing quotation mark before a Latin word does not begin a line',
      '写“无”none',
      5,
      ['写', '“无”', 'none'],
    ],
    [
      'so that a word ending in an opening bracket takes the next one along',
      'see kind(员工)',
      9,
      ['see', 'kind(员', '工)'],
    ],
    ['never within a citation', '按四（六）4的数字', 12, ['按四（六）4', '的数字']],
    ['never within a citation of a section numbered 八', '见八·流程（三）', 14, ['见', '八·流程（三）']],
    ['inside a Latin word that is longer than a line', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['into a single empty line where there is nothing', '', 10, ['']],
  ])('%s', (_, text, columns, lines) => {
    expect(wrap(text, columns)).toEqual(lines);
  });
});

describe('colours', () => {
  test('take no columns', () => {
    expect(wrap(`${RED}口罩${OFF} 60 只`, 10)).toEqual([`${RED}口罩${OFF} 60 只`]);
  });

  test('stay with what they colour', () => {
    expect(wrap(`${RED}不符合${OFF} ${BOLD_RED}口罩${OFF}`, 6)).toEqual([
      `${RED}不符合${OFF}`,
      `${BOLD_RED}口罩${OFF}`,
    ]);
  });

  test('go with what follows where a line is broken before them', () => {
    expect(wrap(`每天  ${RED}消毒${OFF}`, 6)).toEqual(['每天', `${RED}消毒${OFF}`]);
  });

  test('do not let punctuation begin a line', () => {
    expect(wrap(`每天${RED}消毒${OFF}，通风`, 8)).toEqual([`每天${RED}消`, `毒${OFF}，通风`]);
  });

  test('are not cut where a long word is cut', () => {
    expect(wrap(`${RED}abcdefghij${OFF}`, 4)).toEqual([`${RED}abcd`, 'efgh', `ij${OFF}`]);
  });
});

describe('whatever the text', () => {
  const atom = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...'疫情防控口罩消毒液教室隔离四六八') },
    { weight: 3, arbitrary: fc.constantFrom(...'，。；：、！？）》”’…·%℃') },
    { weight: 2, arbitrary: fc.constantFrom(...'（《「“‘([{') },
    { weight: 3, arbitrary: fc.stringMatching(/^[a-z0-9_.-]{1,14}$/) },
    { weight: 3, arbitrary: fc.constantFrom(' ', '  ') },
    { weight: 1, arbitrary: fc.constantFrom('四（六）4', '八·流程（三）', 'é', 'e\u0301', '𠮷', '한') },
    { weight: 2, arbitrary: fc.constantFrom(RED, BOLD_RED, OFF) },
  );
  const anyText = fc.array(atom, { maxLength: 40 }).map((atoms) => atoms.join(''));
  const anyColumns = fc.integer({ min: 1, max: 60 });
  const often = { seed: 20200506, numRuns: runs(500) };

  test('no character is lost or moved, but blanks', () => {
    fc.assert(
      fc.property(anyText, anyColumns, (text, columns) => {
        expect(withoutBlanks(wrap(text, columns).join(''))).toBe(withoutBlanks(text));
      }),
      often,
    );
  });

  test('no line needs more columns than there are, unless it is a single character', () => {
    fc.assert(
      fc.property(anyText, anyColumns, (text, columns) => {
        const tooWide = wrap(text, columns).filter(
          (line) => widthOf(line) > columns && [...plain(line).normalize()].length > 1,
        );
        expect(tooWide).toEqual([]);
      }),
      often,
    );
  });

  test('no line ends in a blank', () => {
    fc.assert(
      fc.property(anyText, anyColumns, (text, columns) => {
        expect(wrap(text, columns).filter((line) => /\s$/.test(plain(line)))).toEqual([]);
      }),
      often,
    );
  });

  test('lines join to the same text again: a word is never torn while it fits into a line', () => {
    const word = fc.stringMatching(/^[a-z]{1,10}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 10, max: 60 }),
        (words, columns) => {
          expect(wrap(words.join(' '), columns).join(' ')).toBe(words.join(' '));
        },
      ),
      often,
    );
  });

  test('closing punctuation begins no line and an opening bracket ends none, where there is room for both', () => {
    const character = fc.constantFrom(...'疫情防控口罩消毒液教室隔离');
    const closing = fc.constantFrom('', '，', '。', '；', '：', '、', '！', '？', '）', '》', '”', '），', '”。');
    const opening = fc.constantFrom('', '', '（', '《', '“');
    const colour = fc.constantFrom('', '', RED, OFF);
    const part = fc.tuple(opening, colour, character, colour, closing).map((each) => each.join(''));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), fc.integer({ min: 12, max: 40 }), (parts, columns) => {
        const lines = wrap(parts.join(''), columns).map(plain);
        expect(lines.filter((line) => /^[，。；：、！？）》”]/.test(line))).toEqual([]);
        expect(lines.filter((line) => /[（《“]$/.test(line))).toEqual([]);
      }),
      often,
    );
  });
});
