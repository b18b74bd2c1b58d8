/** An unknown key is a finding, with the key that was most likely meant where there is one. */
import { readProfile } from '../../src/profile/read.js';
import { PROFILE_SCHEMA, property, type SchemaNode } from '../../src/profile/schema.js';
import { suggestKey } from '../../src/profile/suggest.js';
import { fill } from '../../src/text/fill.js';

/** The map at the keys and, where there is one, in the list. */
function mapAt(...keys: string[]): SchemaNode {
  return keys.reduce<SchemaNode>((node, key) => {
    const child = property(node, key);
    if (!child) throw new Error(`no ${key}`);
    return child.items ?? child;
  }, PROFILE_SCHEMA);
}

const SPACE = mapAt('spaces');
const STAFF = mapAt('staff');
const INSTITUTION = mapAt('institution');

describe('a key is suggested', () => {
  test.each([
    ['a letter is missing', 'nam', STAFF, 'name'],
    ['two letters are swapped', 'naem', STAFF, 'name'],
    ['a letter is wrong', 'lenght', SPACE, 'length'],
    ['another case', 'IDNUMBER', STAFF, 'idNumber'],
    ['with an underscore', 'id_number', STAFF, 'idNumber'],
    ['with a hyphen', 'short-name', INSTITUTION, 'shortName'],
    ['a whole section', 'isolationRoom', PROFILE_SCHEMA, 'isolationRooms'],
    ['a section', 'suplies', PROFILE_SCHEMA, 'supplies'],
    ['its Chinese label', '姓名', STAFF, 'name'],
    ['its Chinese label in another list', '名称', SPACE, 'name'],
    ['its Chinese label elsewhere in the schema', '名称', INSTITUTION, 'name'],
    ['its Chinese label elsewhere in the schema', '电话', STAFF, 'phone'],
    ['its English label', 'ID number', STAFF, 'idNumber'],
    ['its English label in capitals', 'Licensing Authority', mapAt('institution', 'approval'), 'authority'],
    ['part of its Chinese label', '身份证', STAFF, 'idNumber'],
    ['more than its Chinese label', '机构名称', INSTITUTION, 'name'],
    ['a section by its label', '隔离室', PROFILE_SCHEMA, 'isolationRooms'],
    ['a section by its label', '教职工', PROFILE_SCHEMA, 'staff'],
  ])('%s: %s', (_, unknown, map, expected) => {
    expect(suggestKey(unknown, map)).toBe(expected);
  });
});

describe('none is suggested for what is like none', () => {
  test.each([
    ['xy', STAFF],
    ['备忘', STAFF],
    ['foo', INSTITUTION],
    ['', STAFF],
    ['  ', STAFF],
    ['卡娜丽', STAFF],
    ['999999194912310025', STAFF],
    ['__proto__', STAFF],
    ['constructor', STAFF],
    ['name', mapAt('supplies')],
  ])('%j', (unknown, map) => {
    expect(suggestKey(unknown, map)).toBeUndefined();
  });
});

describe('the finding', () => {
  const wordsOf = (text: string): { at: string; path: string; zh: string; en: string }[] =>
    readProfile(text, 'profile.yaml').findings.map(({ rule, path, location, message, params }) => {
      expect(rule).toBe('input/unknown-key');
      const { line, column, endLine, endColumn } = location;
      return {
        at: `${line}:${column}-${endLine}:${endColumn}`,
        path,
        zh: fill(message, params, 'zh'),
        en: fill(message, params, 'en'),
      };
    });

  test('names the key and the suggestion, at the key', () => {
    expect(wordsOf('staff:\n  - id: S01\n    nmae: 甲\n')).toEqual([
      {
        at: '3:5-3:9',
        path: 'staff[0]',
        zh: '不认识的键 nmae，是不是 name？',
        en: 'unknown key nmae; did you mean name?',
      },
    ]);
  });

  test('does not quote a key that could be a name or number, but still suggests', () => {
    expect(wordsOf('staff:\n  - 姓名: 甲\n')).toEqual([
      { at: '2:5-2:7', path: 'staff[0]', zh: '不认识的键，是不是 name？', en: 'unknown key; did you mean name?' },
    ]);
  });

  test('lists the keys that there are where none is like it', () => {
    expect(wordsOf('leadingGroup: { xyz: 1 }\n')).toEqual([
      {
        at: '1:17-1:20',
        path: 'leadingGroup',
        zh: '不认识的键 xyz；这里可以写：establishedOn, firstResponsible, mainResponsible, directResponsible, duties',
        en: 'unknown key xyz; possible here: establishedOn, firstResponsible, mainResponsible, directResponsible, duties',
      },
    ]);
  });

  test('lists no more than twelve', () => {
    const [finding] = wordsOf('xyz: 1\n');
    expect(finding?.en).toBe(
      'unknown key xyz; possible here: asOf, institution, operation, premises, leadingGroup, liaison, documents, reporting, staff, classes, appraisals, spaces, ...',
    );
  });

  test('is made for an unknown key inside an item, not for those inside a section that is unknown itself', () => {
    const found = wordsOf('zzz:\n  yyy:\n    xxx: 1\nclasses:\n  - trainees:\n      - { qqq: 1 }\n');
    expect(found.map(({ at }) => at)).toEqual(['1:1-1:4', '6:11-6:14']);
  });
});
