/** Names of rooms, classes and things are shown only where the profile has them: by its looks none is told from a person. */
import { knownOf } from '../../src/check/known.js';
import { shownNames } from '../../src/check/shown-names.js';
import { namesOf } from '../../src/logs/names.js';
import { readProfile } from '../../src/profile/read.js';

const none = namesOf(undefined);
const own = namesOf(
  knownOf(
    readProfile(
      `institution: { name: 甲校, principal: 高山 }
classes: [{ id: C1, name: 电工班, trainees: [{ name: 王小楼 }] }]
spaces: [{ id: Lab, name: Sunshine Hall, kind: classroom }]
fire: { extinguishers: [{ id: 灭一, place: 一楼走廊 }], routes: [{ id: 东侧楼梯 }] }
`,
      'profile.yaml',
    ).profile,
  ),
);
const shown = (name: string, names = none): unknown => shownNames({ name }, names).name;
const WITHHELD = { zh: '（名称见该处）' };

test.each(['C1', '101', '2020-05-06', '08:30', '2020-05-06 23:59', '101、102', '少报', '病假', '绿'])(
  '%s is nobody',
  (name) => {
    expect(shown(name)).toBe(name);
  },
);

test.each([
  ...['张示例', '欧阳示例', '张示例999999194912310025', '张示例 13800000001', ''],
  '见张示例的记录，他在一楼发热，已经送到医院，并且通知了他的班',
  // what looks like a place, and may be a person
  ...['一教室', '王小楼', '高楼', '电工班', '东侧楼梯', '3号楼2层', 'Li Na', 'Anna', 'LI', 'Li.', '101、王小楼'],
])('not %s, where nothing is known of it', (name) => {
  expect(shown(name)).toMatchObject(WITHHELD);
});

test.each(['电工班', '电 工 班', 'Sunshine Hall', 'ｌａｂ', '灭一', '一楼走廊', '东侧楼梯', '电工班、Lab'])(
  '%s of the profile is shown',
  (name) => {
    expect(shown(name, own)).toBe(name);
  },
);

test.each(['高山', '王小楼', 'Lab two', '西侧楼梯'])(
  '%s is not, which is a person or nothing of the profile',
  (name) => {
    expect(shown(name, own)).toMatchObject(WITHHELD);
  },
);

test('words of the rules and numbers are shown', () => {
  expect(shownNames({ count: 3, word: { zh: '张', en: 'x' } }, none)).toEqual({
    count: 3,
    word: { zh: '张', en: 'x' },
  });
});
