/** Text of the input in each kind of output: nothing in it can move the cursor, hide, reorder or command. */
import fc from 'fast-check';
import { forJson, forMarkdown, forTerminal } from '../../src/text/escape.js';
import { runs } from '../deep.js';

const RUNS = { seed: 20200506, numRuns: runs(200) };
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom(
        ':',
        '::',
        '##[',
        '#',
        '[',
        '\u001b[31m',
        '\u202e',
        '\u200b',
        '\ud800',
        '\u{e0041}',
        '\u2028',
        '|',
        '<',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const DANGEROUS = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

describe('for a terminal', () => {
  test.each([
    ['an escape sequence', '\u001b[31m红', '\\u{1b}[31m红'],
    ['a one-byte escape', '\u009b31m', '\\u{9b}31m'],
    ['a line break', 'a\nb\r', 'a\\u{a}b\\u{d}'],
    ['a bell and a backspace', '\u0007\u0008', '\\u{7}\\u{8}'],
    ['delete', '\u007f', '\\u{7f}'],
    ['a change of direction', 'ab\u202ecd', 'ab\\u{202e}cd'],
    ['an isolate', '\u2066x\u2069', '\\u{2066}x\\u{2069}'],
    ['a zero-width space', 'a\u200bb', 'a\\u{200b}b'],
    ['a byte order mark', '\ufeffa', '\\u{feff}a'],
    ['an invisible tag', '\u{e0041}', '\\u{e0041}'],
    ['half a surrogate pair', '\ud800', '\\u{d800}'],
    ['a line separator', 'a\u2028b\u2029', 'a\\u{2028}b\\u{2029}'],
  ])('%s is made visible', (_, text, expected) => {
    expect(forTerminal(text)).toBe(expected);
  });

  test.each([
    ['of GitHub', '::error file=a::b', ':\\:error file=a:\\:b'],
    ['of GitHub, with more colons', ':::::', ':\\:\\:\\:\\:'],
    ['of Azure', '##[error]x', '#\\#[error]x'],
    ['of Azure, with more signs', '###[error]', '##\\#[error]'],
  ])('a workflow command %s is broken', (_, text, expected) => {
    expect(forTerminal(text)).toBe(expected);
  });

  test.each(['口罩 60 只（成套的）', 'profile.yaml:12:5', '𠮷', 'é', '# 教室 J101', '10:30', 'a  b'])(
    '%s stays as it is',
    (text) => {
      expect(forTerminal(text)).toBe(text);
    },
  );

  test('nothing dangerous is left of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const safe = forTerminal(text);
        expect(safe).not.toMatch(DANGEROUS);
        expect(safe).not.toContain('::');
        expect(safe).not.toContain('##[');
      }),
      RUNS,
    );
  });
});

describe('for JSON', () => {
  test('the text means the same, and holds nothing dangerous but its own line breaks', () => {
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        const json = forJson(JSON.stringify({ texts }, null, 2));
        expect(JSON.parse(json)).toEqual({ texts });
        expect(json.replaceAll('\n', '')).not.toMatch(DANGEROUS);
      }),
      RUNS,
    );
  });

  test.each([
    ['\u202e', '"\\u202e"'],
    ['\u007f', '"\\u007f"'],
    ['\u{e0041}', '"\\udb40\\udc41"'],
    ['口罩', '"口罩"'],
  ])('%j becomes %s', (text, expected) => {
    expect(forJson(JSON.stringify(text))).toBe(expected);
  });
});

describe('for Markdown', () => {
  test.each([
    ['a table cell is not closed', 'a|b', 'a\\|b'],
    ['a line is not broken', 'a\nb', 'a b'],
    ['nothing is made bold', '*a* _b_', '\\*a\\* \\_b\\_'],
    ['no link is made', '[a](b)', '\\[a\\](b)'],
    ['no tag is opened', '<script>', '\\<script\\>'],
    ['no code is opened', '`a`', '\\`a\\`'],
    ['a backslash stays one', 'a\\b', 'a\\\\b'],
    ['a change of direction is dropped', 'a\u202eb', 'a b'],
  ])('%s', (_, text, expected) => {
    expect(forMarkdown(text)).toBe(expected);
  });
});
