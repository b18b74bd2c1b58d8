/** Names of rooms and classes are shown where no person could be called so, or the profile has them. */
import { shownNames } from '../../src/check/shown-names.js';
import { namesOf } from '../../src/logs/names.js';

const none = namesOf(undefined);
const shown = (name: string, names = none): unknown => shownNames({ name }, names).name;

test.each(['C1', '101', '2020-05-06', '08:30', '一教室', '电工班', '3号楼2层', '2020级焊工3班', '东侧楼梯'])(
  '%s',
  (name) => {
    expect(shown(name)).toBe(name);
  },
);

test.each([
  '张示例',
  '欧阳示例',
  '张示例999999194912310025',
  '张示例 13800000001',
  '见张示例的记录，他在一楼发热，已经送到医院，并且通知了他的班',
  '',
])('not %s', (name) => {
  expect(shown(name)).toMatchObject({ zh: '（名称见该处）' });
});

test('what the profile has is shown, and so are words of the rules', () => {
  expect(shownNames({ count: 3, word: { zh: '张', en: 'x' } }, none)).toEqual({
    count: 3,
    word: { zh: '张', en: 'x' },
  });
});
