/** Names and numbers of lists and logs are compared without what spreadsheets and hands do to them. */
import { folded, foldingOf } from '../../src/logs/fold.js';

test.each([
  ['覃　甲', '覃甲'],
  ['张 示 例', '张示例'],
  ['买买提•吐尔逊', '买买提·吐尔逊'],
  ['买买提・吐尔逊', '买买提·吐尔逊'],
  ['买买提‧吐尔逊', '买买提·吐尔逊'],
  ['买买提．吐尔逊', '买买提·吐尔逊'],
  ['买买提.吐尔逊', '买买提·吐尔逊'],
  ['7', '007'],
  ['０７', '7'],
  ['s001', 'S001'],
  ['１０１教室', '101教室'],
])('%s is %s', (one, other) => expect(folded(one)).toBe(folded(other)));

test.each([
  ['买买提吐尔逊', '买买提·吐尔逊'],
  ['S01', 'S1'],
  ['1.5', '15'],
  ['0', ''],
  ['A101', '101'],
])('%s is not %s', (one, other) => expect(folded(one)).not.toBe(folded(other)));

describe('of a list', () => {
  test('two that would become equal are told apart as they stand, all others are folded', () => {
    const { of, alike } = foldingOf([
      ['7', 'a'],
      ['007', 'b'],
      ['08', 'c'],
    ]);
    expect(of('7')).not.toBe(of('007'));
    expect(of('07')).not.toBe(of('7'));
    expect(of('8')).toBe(of('08'));
    expect(alike).toEqual([['007', 'b']]);
  });

  test('the ways in which one is written are no two', () => {
    const { of, alike } = foldingOf([
      ['R1', 'a'],
      ['r1', 'a'],
      ['R 2', 'b'],
      ['R 2', 'c'],
    ]);
    expect(of('Ｒ1')).toBe(of('r1'));
    expect(of('R2')).toBe(of('R 2'));
    expect(alike).toEqual([]);
  });
});
