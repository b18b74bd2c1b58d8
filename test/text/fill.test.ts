/** Wordings with their values put in. */
import { fill, fillBoth } from '../../src/text/fill.js';

const masks = { zh: '口罩 {have} 只，须多于 {limit} 只', en: '{have} masks; more than {limit} are needed' };

test('every placeholder gets its value, in either language', () => {
  expect(fill(masks, { have: 60, limit: 60 }, 'zh')).toBe('口罩 60 只，须多于 60 只');
  expect(fill(masks, { have: 60, limit: 60 }, 'en')).toBe('60 masks; more than 60 are needed');
  expect(fillBoth(masks, { have: 1, limit: 2 })).toEqual({
    zh: '口罩 1 只，须多于 2 只',
    en: '1 masks; more than 2 are needed',
  });
});

test('a wording as value is put in its own language', () => {
  const wording = { zh: '没有{party}', en: 'no {party}' };
  const params = { party: { zh: '社区', en: 'community' } };
  expect(fillBoth(wording, params)).toEqual({ zh: '没有社区', en: 'no community' });
});

test('nought and an empty text are values', () => {
  expect(fill({ zh: '{n}个{unit}', en: '{n}{unit}' }, { n: 0, unit: '' }, 'zh')).toBe('0个');
});

test('a placeholder that occurs twice is filled twice', () => {
  expect(fill({ zh: '{a}和{a}', en: '{a}, {a}' }, { a: 1 }, 'zh')).toBe('1和1');
});

test('a value is put in as it is, also where it looks like a placeholder or a pattern', () => {
  const wording = { zh: '房间{room}', en: 'room {room}' };
  expect(fill(wording, { room: '{floor}' }, 'zh')).toBe('房间{floor}');
  expect(fill(wording, { room: '$& $1 \\' }, 'en')).toBe('room $& $1 \\');
});

test.each(['zh', 'en'] as const)('a placeholder without a value is an error of the program, in %s', (language) => {
  expect(() => fill(masks, { have: 60 }, language)).toThrow('no value for {limit}');
  expect(() => fill(masks, {}, language)).toThrow('no value for {have}');
});

test('what a map inherits is no value', () => {
  expect(() => fill({ zh: '{toString}', en: '{toString}' }, {}, 'zh')).toThrow('no value for {toString}');
});

test('values that no placeholder asks for are left out', () => {
  expect(fill({ zh: '没有', en: 'none' }, { have: 1 }, 'en')).toBe('none');
});

test('a word after a number is the first of two where it is 1', () => {
  const words = { zh: '{count} 处', en: '{count} {count:cell has|cells have} no {what:date|dates}' };
  const said = (count: number | string): string => fill(words, { count, what: 2 }, 'en');
  expect([0, 1, 2, 11].map(said)).toEqual([
    '0 cells have no dates',
    '1 cell has no dates',
    '2 cells have no dates',
    '11 cells have no dates',
  ]);
  expect(fill(words, { count: 1 }, 'zh')).toBe('1 处');
  expect(() => fill({ zh: '', en: '{some:a|b}' }, {}, 'en')).toThrow('{some}');
});
