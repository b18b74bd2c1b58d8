/** Words and signs that stand where an answer should be. */
import { isUnanswered, namesNobody } from '../../src/text/placeholder.js';

test('signs for no answer are those of every width: what folds to one is one', () => {
  const signs = new Set(['/', '\\', '-', '−', 'ー', '─', '_', '‐', '‑', '‒', '–', '—', '―', '']);
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const wanted = all.filter((sign) => signs.has(sign.normalize('NFKC').trim()));
  expect(wanted.length).toBeGreaterThan(40);
  expect(all.filter(isUnanswered)).toEqual(wanted);
});

test.each(['', ' ', '/', '//', '--', '——', '——— ', '- / -', '／', '－－', '　'])('%j is no answer', (text) => {
  expect(isUnanswered(text)).toBe(true);
});

test.each(['0', '无', '-1', '1-', '/a', '.', '…', '×', '?'])('%j is one', (text) => {
  expect(isUnanswered(text)).toBe(false);
});

test.each(['无', ' 待定', 'ＴＢＤ', 'N/A', '××', 'xXx', '***', '某', '某某某', 'unknown '])(
  '%j names nobody',
  (text) => {
    expect(namesNobody(text)).toBe(true);
  },
);

test.each(['', '×', 'x', '*', '无名', '某甲', '待定。', 'none of them', '×'.repeat(11)])('%j may be a name', (text) => {
  expect(namesNobody(text)).toBe(false);
});
