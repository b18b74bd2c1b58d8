/** Citations as people type them. */
import { readCitation } from '../../src/plan/citation.js';
import { CLAUSES } from '../../src/plan/clauses.js';

/** The citations that a text names, or what else it turned out to be. */
function named(text: string): readonly string[] | string {
  const reading = readCitation(text);
  return reading.kind === 'clauses' ? reading.clauses.map(({ citation }) => citation) : reading.kind;
}

describe('one clause is named', () => {
  test.each(CLAUSES.map(({ citation, key }) => [citation, key]))('by %s and by %s', (citation, key) => {
    // 八·追责 itself is a clause and the heading of its six grounds
    if (citation === '八·追责') return expect(named(key)).toEqual(named(citation));
    expect(named(citation)).toEqual([citation]);
    expect(named(key)).toEqual([citation]);
  });

  test.each([
    ['half-width brackets', '四(六)4', '四（六）4'],
    ['a full-width digit', '四（六）４', '四（六）4'],
    ['full-width digits and dots', '４．６．４', '四（六）4'],
    ['blanks', ' 四 （六） 4 ', '四（六）4'],
    ['第 and 条', '第四（六）4条', '四（六）4'],
    ['项', '四（六）4项', '四（六）4'],
    ['a dot behind it', '四（六）4.', '四（六）4'],
    ['an enumeration comma behind it', '四（六）4、', '四（六）4'],
    ['another middle dot', '八・流程（三）', '八·流程（三）'],
    ['no middle dot', '八流程(三)', '八·流程（三）'],
    ['a hyphen', '八-追责（二）', '八·追责（二）'],
    ['a key in capitals', '8A-3', '八·流程（三）'],
    ['a key of a ground', '8b-3', '八·追责（三）'],
    ['a blank before the number of an annex', '附件 3', '附件3'],
    ['the last item before the gap of 五', '五（七）', '五（七）'],
    ['the item after the gap of 五', '五（九）', '五（九）'],
    ['a key of two digits', '5.10', '五（十）'],
    ['a key that begins another', '5.1', '五（一）'],
  ])('with %s: %s', (_, text, citation) => {
    expect(named(text)).toEqual([citation]);
  });
});

describe('a heading names all its items, in the order of the plan', () => {
  const eight = ['1', '2', '3', '4', '5', '6', '7', '8'].map((item) => `四（六）${item}`);
  const procedure = ['一', '二', '三', '四'].map((item) => `八·流程（${item}）`);
  const grounds = ['一', '二', '三', '四', '五', '六'].map((item) => `八·追责（${item}）`);
  const principles = ['一', '二', '三', '四'].map((item) => `三（${item}）`);
  test.each([
    ['四（六）', eight],
    ['四(六)', eight],
    ['4.6', eight],
    ['三', principles],
    ['3', principles],
    ['四（二）', ['四（二）1', '四（二）2', '四（二）3']],
    ['八·流程', procedure],
    ['8a', procedure],
    ['八·追责', ['八·追责', ...grounds]],
    ['8b', ['八·追责', ...grounds]],
    ['五', ['一', '二', '三', '四', '五', '六', '七', '九', '十'].map((item) => `五（${item}）`)],
    ['附件', ['附件1', '附件2', '附件3', '附件4', '附件5', '附件6', '附件7']],
  ])('%s', (text, citations) => {
    expect(named(text)).toEqual(citations);
  });

  test('but a section without items is itself', () => {
    expect([named('六'), named('七'), named('7')]).toEqual([['六'], ['七'], ['七']]);
  });
});

describe('八 alone is ambiguous, since two sections are numbered so', () => {
  test.each([
    ['八', ['八·流程', '八·追责']],
    ['8', ['八·流程', '八·追责']],
    ['八（三）', ['八·流程（三）', '八·追责（三）']],
    ['八(三)', ['八·流程（三）', '八·追责（三）']],
    ['第八（三）条', ['八·流程（三）', '八·追责（三）']],
    ['八（五）', ['八·追责（五）']],
  ])('%s', (text, candidates) => {
    expect(readCitation(text)).toEqual({ kind: 'ambiguous', candidates });
  });
});

test.each([
  '五（八）',
  '5.8',
  '八（九）',
  '八·流程（五）',
  '八·追责（七）',
  '8b-9',
  '三（五）',
  '四（十）',
  '四（五）6',
  '四（六）9',
  '四（六）0',
  '4.6.9',
  '4.6.40',
  '附件8',
  '附件10',
  '四（六',
])('%s is well formed but not in the plan', (text) => {
  expect(readCitation(text)).toEqual({ kind: 'absent' });
});

test.each(['', '  ', 'mask-stock', 'supplies', '十', '10', '4（6）4', '恢复流程'])('%j is no citation', (text) => {
  expect(readCitation(text)).toEqual({ kind: 'not-a-citation' });
});
