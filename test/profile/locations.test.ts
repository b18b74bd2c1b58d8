/** Where things are in a profile: 1-based lines and columns in UTF-16 units, the end exclusive. */
import { type ProfileSource, readProfile } from '../../src/profile/read.js';

const shown = (place: ReturnType<ProfileSource['locate']>): string | undefined =>
  place && `${place.line}:${place.column}-${place.endLine}:${place.endColumn}`;

const TEXT = `# 概况
institution:
  name: 示例学校
  shortName: "𠮷校"
  approval: { authority: 某局, level: 区 }
staff:
  - id: S01
    name: 甲
  - { id: S02, name: 𠮷乙, phone: 13800000001 }
  -
    id: S03
operation:
  closed: [2020-05-01..2020-05-05, 2020-05-09]
  weeklyClosed:
    - 周六
    - '周日'
selfCheck:
  items: []
hygiene:
premises: {}
application:
  documents:
    - kind: report
      # 说明
      date: 2020-05-06
    - kind: checklist
supplies:
  alcohol:
    storage: |
      一楼
      物资柜
  bleach84:
    storage: 二楼
      清洁间
`;

describe.each([
  ['as it is', TEXT],
  ['with Windows line breaks', TEXT.replaceAll('\n', '\r\n')],
  ['with carriage returns alone', TEXT.replaceAll('\n', '\r')],
])('in a file %s', (_, text) => {
  const source = readProfile(text, 'folder/profile.yaml');

  test('nothing is objected to', () => expect(source.findings).toEqual([]));

  test.each([
    ['a text', 'institution.name', '3:9-3:13'],
    ['a text in quotes, with a character of two units', 'institution.shortName', '4:14-4:19'],
    ['a map, at its key', 'institution', '2:1-2:12'],
    ['a map in braces, at its key', 'institution.approval', '5:3-5:11'],
    ['a text in braces, behind Chinese', 'institution.approval.level', '5:37-5:38'],
    ['a list, at its key', 'staff', '6:1-6:6'],
    ['an item, at its first key', 'staff[0]', '7:5-7:7'],
    ['an item in braces, at its first key', 'staff[1]', '9:7-9:9'],
    ['a text behind a character of two units', 'staff[1].phone', '9:34-9:45'],
    ['an item that begins on the line below its dash', 'staff[2]', '11:5-11:7'],
    ['an item that is a text', 'operation.closed[1]', '13:36-13:46'],
    ['an item that is a text in quotes', 'operation.weeklyClosed[1]', '16:7-16:11'],
    ['an empty list, at its key', 'selfCheck.items', '18:3-18:8'],
    ['a key with nothing behind it', 'hygiene', '19:1-19:8'],
    ['an empty map, at its key', 'premises', '20:1-20:9'],
    ['a value behind a comment', 'application.documents[0].date', '25:13-25:23'],
    ['a text over two lines', 'supplies.bleach84.storage', '33:14-34:10'],
  ])('%s is placed', (__, path, place) => {
    expect(shown(source.locate(path))).toBe(place);
    expect(source.locate(path)?.file).toBe('folder/profile.yaml');
  });

  test('a block of text begins at its mark', () => {
    expect(source.locate('supplies.alcohol.storage')).toMatchObject({ line: 29, column: 14 });
  });

  test.each([
    'institution.id',
    'staff[3]',
    'staff[0].phone',
    'nothing',
    'institution.name.first',
    'staff.name',
    'staff[-1]',
  ])('%s is nowhere', (path) => expect(source.locate(path)).toBeUndefined());

  test.each([
    ['a key that is not given, at the key above', 'institution.district', '2:1-2:12'],
    ['a key of an item, at the item', 'staff[0].phone', '7:5-7:7'],
    ['an item beyond the last, at the list', 'staff[3]', '6:1-6:6'],
    ['what lies inside an empty list, at the list', 'selfCheck.items[0].result', '18:3-18:8'],
    ['what lies inside a key with nothing behind it, at the key', 'hygiene.maskBins[0].labelled', '19:1-19:8'],
    ['what is there, at its own place', 'institution.name', '3:9-3:13'],
  ])('%s', (__, path, place) => {
    expect(shown(source.locateNearest(path))).toBe(place);
  });

  test('a section that is not given, at the first key of the file', () => {
    expect(shown(source.locateNearest('fire.routes'))).toBe('2:1-2:12');
  });
});

describe('a finding about the form stands at its value', () => {
  test.each([
    ['behind ASCII', 'institution: { phone: x }\n', '1:23-1:24'],
    ['behind Chinese', 'institution: { name: 示例学校, phone: x }\n', '1:35-1:36'],
    ['behind a character of two units', 'institution: { name: 𠮷, phone: x }\n', '1:33-1:34'],
    ['behind a character with a combining mark', 'institution: { name: e\u0301, phone: x }\n', '1:33-1:34'],
    ['behind a tab in a value', 'institution: { name: "a\tb", phone: x }\n', '1:36-1:37'],
    ['of Chinese', 'institution: { phone: 没有电话 }\n', '1:23-1:27'],
    ['of characters of two units', 'institution: { phone: 𠮷𠮷 }\n', '1:23-1:27'],
    ['in quotes', 'institution: { phone: "x" }\n', '1:23-1:26'],
    ['that is a map, at its key', 'institution:\n  phone:\n    home: 1\n', '2:3-2:8'],
    ['in a list', 'operation: { closed: [2020-05-01, 某日] }\n', '1:35-1:37'],
    ['below comments and blank lines', '# 甲\n\n\n# 乙\ninstitution:\n  # 丙\n  phone: x # 丁\n', '7:10-7:11'],
  ])('%s', (_, text, place) => {
    expect(readProfile(text, 'p.yaml').findings.map(({ location }) => shown(location))).toContain(place);
  });
});
