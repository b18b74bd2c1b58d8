/** What templates see of a profile: names for references, dates as papers write them, absent fields by their paths. */
import { officialDate } from '../../src/documents/date.js';
import { BLANK, isGiven, type View, viewOf } from '../../src/documents/view.js';
import type { Profile } from '../../src/profile/profile.types.js';

const PROFILE = {
  institution: { name: '示例学校' },
  leadingGroup: {
    establishedOn: '2020-04-07',
    mainResponsible: ['S01', '没有这个人'],
    firstResponsible: { staff: 'S02' },
  },
  staff: [{ id: 'S01', name: '甲示例', hiredOn: '2015-12-31' }, { id: 'S02' }],
  spaces: [{ id: 'J1', name: '一号教室' }],
  isolationRooms: [{ space: 'J1', independent: false, plannedCapacity: 0 }],
} as unknown as Profile;

function viewed() {
  const paths: string[] = [];
  return { view: viewOf(PROFILE, (path) => paths.push(path)), paths };
}
const at = (view: unknown, ...keys: (string | number)[]): unknown =>
  keys.reduce((node, key) => (node as View)[key], view);

test.each([
  ['2020-04-07', '2020年4月7日'],
  ['2020-10-20', '2020年10月20日'],
  ['2020-12-01', '2020年12月1日'],
])('%s is written %s', (date, written) => expect(officialDate(date)).toBe(written));

test('dates of the profile are written out, references print the name of what they mean', () => {
  const { view, paths } = viewed();
  expect(at(view, 'leadingGroup', 'establishedOn')).toBe('2020年4月7日');
  expect(at(view, 'staff', 0, 'hiredOn')).toBe('2015年12月31日');
  expect(at(view, 'leadingGroup', 'mainResponsible')).toEqual(['甲示例', '没有这个人']);
  expect(at(view, 'leadingGroup', 'firstResponsible', 'staff')).toBe('S02');
  expect(at(view, 'isolationRooms', 0, 'space')).toBe('一号教室');
  expect(paths).toEqual([]);
});

test.each([
  ['texts', ['S01', '乙示例']],
  ['maps with a position', [{ staff: 'S01', position: '分管领导' }, { staff: '乙示例' }]],
  ['both', ['S01', { staff: '乙示例', position: '分管领导' }]],
])('the main responsible print their names where they are given as %s', (_, mainResponsible) => {
  const profile = { ...PROFILE, leadingGroup: { mainResponsible } } as unknown as Profile;
  expect(
    at(
      viewOf(profile, () => {}),
      'leadingGroup',
      'mainResponsible',
    ),
  ).toEqual(['甲示例', '乙示例']);
});

test('one who is main responsible need not stand in a list', () => {
  const leadingGroup = { mainResponsible: { staff: 'S01', position: '分管领导' } };
  const view = viewOf({ ...PROFILE, leadingGroup } as unknown as Profile, () => {});
  expect(at(view, 'leadingGroup', 'mainResponsible')).toEqual(['甲示例']);
});

test('false and 0 are given', () => {
  const { view, paths } = viewed();
  expect(at(view, 'isolationRooms', 0, 'independent')).toBe(false);
  expect(at(view, 'isolationRooms', 0, 'plannedCapacity')).toBe(0);
  expect(isGiven(at(view, 'isolationRooms', 0), 'independent')).toBe(true);
  expect(paths).toEqual([]);
});

test('an absent field yields a line to fill in and tells its path in the YAML', () => {
  const { view, paths } = viewed();
  expect(at(view, 'institution', 'address')).toBe(BLANK);
  expect(at(view, 'institution', 'approval', 'permitNo')).toBe(BLANK);
  expect(at(view, 'staff', 1, 'name')).toBe(BLANK);
  expect(at(view, 'classes')).toEqual([]);
  expect(paths).toEqual(['institution.address', 'institution.approval.permitNo', 'staff[1].name', 'classes']);
});

test('asking whether a field is given tells nothing', () => {
  const { view, paths } = viewed();
  expect(isGiven(at(view, 'institution'), 'address')).toBe(false);
  expect(isGiven(at(view, 'institution'), 'name')).toBe(true);
  expect(isGiven(at(view, 'institution'), 'constructor')).toBe(false);
  expect(isGiven(undefined, 'name')).toBe(false);
  expect(isGiven('text', 'length')).toBe(false);
  expect(paths).toEqual([]);
});

test('no part of the view has what JavaScript objects inherit', () => {
  const { view } = viewed();
  for (const node of [view, at(view, 'institution'), at(view, 'staff', 0)]) {
    for (const name of ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty']) {
      expect(name in (node as object)).toBe(false);
    }
  }
});
