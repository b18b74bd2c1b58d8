/** Lines that are shown keep their columns, and hold nothing that is, or could be, about a person. */
import { readProfile } from '../../src/profile/read.js';

const ID = '999999194912310025';
const NAME = '卡娜丽';
const PHONE = '13899990001';

/** The last line, as it is shown. */
function shown(text: string, show: 'none' | 'masked' | 'full' = 'none'): string {
  const source = readProfile(`${text}\n`, 'profile.yaml');
  return source.excerpt(text.split('\n').length, show);
}

describe('what is not personal stays', () => {
  test.each([
    'supplies: { masks: { pieces: 20 }, thermometerGuns: 3 }',
    'institution:\n  name: 示例学校',
    'institution:\n  name: "示例：学校"',
    'meals:\n  provided: false',
    'meals:\n  mode: 分餐',
    'operation:\n  closed: [2020-05-01..2020-05-05, 2020-05-09]',
    'operation:\n  weeklyClosed:\n    - 周日',
    'spaces:\n  - { id: J101, name: 101教室, kind: classroom, seats: { rows: 5, points: [[1, 1.5]] } }',
    'spaces:\n  - { id: J101, kind: classroom }\nclasses:\n  - room: J101',
    'spaces:\n  - { id: 一教, kind: classroom }\nclasses:\n  - room: 一教',
    'supplies:\n  thermometerGuns:',
  ])('%j', (text) => {
    expect(shown(text)).toBe(text.split('\n').at(-1));
  });
});

describe('what is personal by the schema becomes asterisks', () => {
  test.each([
    [`staff:\n  - { id: S01, name: ${NAME}, role: 教师 }`, '  - { id: ***, name: ***, role: 教师 }'],
    [`staff:\n  - name: "${NAME}"`, '  - name: *****'],
    [`staff:\n  - idNumber: ${ID}`, `  - idNumber: ${'*'.repeat(18)}`],
    [`institution:\n  phone: ${PHONE}`, `  phone: ${'*'.repeat(11)}`],
    [`leadingGroup:\n  mainResponsible: [${NAME}, S02]`, '  mainResponsible: [***, ***]'],
    [`commitments:\n  - { kind: staff, person: ${NAME} }`, '  - { kind: staff, person: *** }'],
    ['healthSurvey:\n  returnees:\n    - { age: 30, temperature: 38.5 }', '    - { age: **, temperature: **** }'],
    ['healthSurvey:\n  returnees:\n    - contact: true', '    - contact: ****'],
    ['staff:\n  - name: 𠮷野', '  - name: ***'],
  ])('%j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('what could be personal becomes asterisks', () => {
  test.each([
    ['an unknown key', `${NAME}: 1`, '***: *'],
    ['the value of an unknown key', `institution:\n  remark: ${NAME}`, '  remark: ***'],
    ['what lies inside an unknown key', `foo:\n  bar: [${NAME}]`, '  bar: [***]'],
    ['a text in place of a list', `staff: ${NAME}`, 'staff: ***'],
    ['a text in place of a list of people', `leadingGroup:\n  mainResponsible: ${NAME}`, '  mainResponsible: ***'],
    ['a text in place of a map', `institution: ${NAME}`, 'institution: ***'],
    ['a text in place of a number', `supplies:\n  thermometerGuns: ${NAME}`, '  thermometerGuns: ***'],
    ['a text in place of yes or no', `meals:\n  provided: ${NAME}`, '  provided: ***'],
    ['a text in place of a date', `selfCheck:\n  date: ${NAME}`, '  date: ***'],
    ['a text that is not of the list', `meals:\n  mode: ${NAME}`, '  mode: ***'],
    ['a map in place of a text', `institution:\n  name: { ${NAME}: ${ID} }`, `  name: { ***: ${'*'.repeat(18)} }`],
    ['a reference to nobody', `spaces: [{ id: J101, kind: classroom }]\nclasses:\n  - room: ${NAME}`, '  - room: ***'],
    ['an item too many', `operation:\n  weeklyClosed: [周日, ${NAME}]`, '  weeklyClosed: [周日, ***]'],
    ['an id that is none', `institution:\n  id: ${NAME}`, '  id: ***'],
    ['a merge key', `institution:\n  <<: { name: ${NAME} }`, '  **: { name: *** }'],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('a wrong value that can be of no person stays, so that the mistake is seen', () => {
  test.each([
    'selfCheck:\n  date: 2020-02-30',
    'selfCheck:\n  date: 2020/5/6',
    'operation:\n  closed: [20200501]',
    'reporting:\n  deadline: 25:00',
    'meals:\n  provided: yes',
    'supplies:\n  thermometerGuns: 3.5',
    'spaces: [{ id: J101, kind: classroom }]\nclasses:\n  - room: J102',
  ])('%j', (text) => {
    expect(shown(text)).toBe(text.split('\n').at(-1));
  });
});

describe('comments are cut off', () => {
  test.each([
    [`supplies:\n  thermometerGuns: 3 # ${NAME} ${PHONE}`, '  thermometerGuns: 3'],
    [`supplies:\n  masks: # ${NAME}`, '  masks:'],
    [`# ${NAME}\ninstitution: { name: 甲校 } # ${NAME}`, 'institution: { name: 甲校 }'],
    [`institution: { name: 甲校 }\n# ${NAME}`, ''],
    [`institution: { name: 甲校 }\n   # ${NAME}`, ''],
    [`supplies:\n  alcohol:\n    storage: | # ${NAME}`, '    storage: |'],
    ['institution:\n  name: 甲#校', '  name: 甲#校'],
    [`institution:\n  name: "甲 # 校" # ${NAME}`, '  name: "甲 # 校"'],
  ])('%j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

test('a text over several lines is masked or kept on each of them', () => {
  const text = `staff:\n  - remark: |\n      ${NAME}\n      ${PHONE}\nsupplies:\n  alcohol:\n    storage: 一楼\n      物资柜\n`;
  const source = readProfile(text, 'profile.yaml');
  const lines = [2, 3, 4, 7, 8].map((line) => source.excerpt(line, 'none'));
  expect(lines).toEqual(['  - remark: |', '*********', '*****************', '    storage: 一楼', '      物资柜']);
});

test('tags, anchors and marks of blocks say nothing about anyone', () => {
  expect(shown(`staff:\n  - name: !!str ${NAME}`)).toBe('  - name: !!*** ***');
});

describe('with --show-values masked', () => {
  test.each([
    [`staff:\n  - { name: ${NAME}, idNumber: ${ID} }`, `  - { name: 卡**, idNumber: 9${'*'.repeat(17)} }`],
    [`staff:\n  - name: "${NAME}"`, '  - name: "卡***'],
    [`staff:\n  - name: '${NAME}'`, "  - name: '卡***"],
    ['staff:\n  - name: 𠮷野', '  - name: 𠮷*'],
    ['staff:\n  - name: ""', '  - name: ""'],
    [`staff: ${NAME} # ${NAME}`, 'staff: 卡**'],
    ['supplies:\n  thermometerGuns: 3', '  thermometerGuns: 3'],
  ])('only the first character of a personal value is shown: %j', (text, expected) => {
    expect(shown(text, 'masked')).toBe(expected);
  });
});

test('with --show-values full the line is shown as it is', () => {
  const line = `  - { name: "${NAME}", idNumber: ${ID} } # ${PHONE}`;
  expect(shown(`staff:\n${line}`, 'full')).toBe(line);
});

test('a shown line has its columns', () => {
  const text = `staff:\n  - { id: S01, name: ${NAME}, phone: "${PHONE}", role: 教师, foo: [1, 𠮷] }`;
  const line = text.split('\n')[1] ?? '';
  expect(shown(text)).toHaveLength(line.length);
  expect(shown(text).indexOf('教师')).toBe(line.indexOf('教师'));
});

test('a line that the file does not have is empty', () => {
  const source = readProfile('staff: []\n', 'profile.yaml');
  for (const line of [0, 2, 3, 99]) {
    expect(source.excerpt(line, 'none')).toBe('');
    expect(source.excerpt(line, 'full')).toBe('');
  }
});
