/** Ids that occur twice, and references to nobody, are findings; whoever is not listed at all is not held against them. */
import { readProfile } from '../../src/profile/read.js';
import { referenceFindings } from '../../src/profile/references.js';
import { fill } from '../../src/text/fill.js';

function found(text: string): string[] {
  const source = readProfile(text, 'profile.yaml');
  return referenceFindings(source).map(({ rule, path, location: { line, column, endLine, endColumn } }) => {
    return `${rule} ${path} ${line}:${column}-${endLine}:${endColumn}`;
  });
}

const STAFF = 'staff:\n  - { id: S01, name: 甲 }\n  - { id: S02, name: 乙 }\n';

describe('a reference', () => {
  test('to an id or a name of the list is good', () => {
    expect(found(`${STAFF}leadingGroup: { mainResponsible: [S01, 乙] }\n`)).toEqual([]);
  });

  test('to nobody is a finding at the reference', () => {
    expect(found(`${STAFF}leadingGroup: { mainResponsible: [S01, S03, 丙] }\n`)).toEqual([
      'input/unknown-reference leadingGroup.mainResponsible[1] 4:40-4:43',
      'input/unknown-reference leadingGroup.mainResponsible[2] 4:45-4:46',
    ]);
  });

  test('stands at the person where the position is given too, in a list or alone', () => {
    const person = (staff: string): string => `{ staff: ${staff}, position: 分管领导 }`;
    const group = (main: string): string => `${STAFF}leadingGroup: { mainResponsible: ${main} }\n`;
    expect(found(group(`[${person('S01')}, ${person('丙')}]`))).toEqual([
      'input/unknown-reference leadingGroup.mainResponsible[1].staff 4:76-4:77',
    ]);
    expect(found(group(person('丙')))).toEqual([
      'input/unknown-reference leadingGroup.mainResponsible.staff 4:43-4:44',
    ]);
    expect(found(group(person('乙')))).toEqual([]);
  });

  test('says which list, in both languages, and quotes no one', () => {
    const source = readProfile(`${STAFF}supplies: { keeper: 卡娜丽 }\n`, 'profile.yaml');
    const [finding, ...others] = referenceFindings(source);
    expect(others).toEqual([]);
    expect(finding && fill(finding.message, finding.params, 'zh')).toBe('保管员在 staff 里找不到对应的编号或姓名');
    expect(finding && fill(finding.message, finding.params, 'en')).toBe('Keeper names nobody and nothing in staff');
  });

  test('is not judged where the list is not given, empty, or without ids and names', () => {
    for (const list of ['', 'staff: []\n', 'staff: [{ phone: 13800000001 }]\n']) {
      expect(found(`${list}supplies: { keeper: S01 }\n`)).toEqual([]);
    }
  });

  test('is not judged where the list, an item of it, or the id or name of one is not well formed', () => {
    for (const list of [
      'staff: 甲\n',
      'staff: [甲, { id: S02 }]\n',
      'staff: [{ id: S 01 }, { id: S02 }]\n',
      'staff: [{ name: [甲] }, { id: S02 }]\n',
    ]) {
      expect(found(`${list}supplies: { keeper: S01 }\n`)).toEqual([]);
    }
  });

  test('that is not well formed itself is no reference', () => {
    expect(found(`${STAFF}supplies: { keeper: [S09] }\n`)).toEqual([]);
  });

  test('to rooms and classes is judged like those to people', () => {
    const text = `spaces: [{ id: J101, kind: classroom }]
classes: [{ id: C1, room: J101 }, { id: C2, room: J102 }]
isolationRooms: [{ space: G1 }]
meals: { batches: [{ classes: [C1, C3] }] }
`;
    expect(found(text)).toEqual([
      'input/unknown-reference classes[1].room 2:51-2:55',
      'input/unknown-reference isolationRooms[0].space 3:27-3:29',
      'input/unknown-reference meals.batches[0].classes[1] 4:36-4:38',
    ]);
  });

  test('to a number is read as it stands', () => {
    expect(found('staff: [{ id: 007 }]\nsupplies: { keeper: 007 }\n')).toEqual([]);
    expect(found('staff: [{ id: 7 }]\nsupplies: { keeper: 007 }\n')).toHaveLength(1);
  });

  test('to what every object has is one to nobody', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(found(`${STAFF}supplies: { keeper: ${name} }\n`)).toHaveLength(1);
    }
  });
});

describe('an id', () => {
  test('that occurs twice in a list is a finding at the second, which names the line of the first', () => {
    const source = readProfile('staff:\n  - id: S01\n  - id: S02\n  - id: S01\n  - id: S01\n', 'profile.yaml');
    const findings = referenceFindings(source);
    expect(findings.map(({ rule, path, location, params }) => [rule, path, location.line, params.other])).toEqual([
      ['input/duplicate-id', 'staff[2].id', 4, 2],
      ['input/duplicate-id', 'staff[3].id', 5, 2],
    ]);
    expect(findings.map(({ message, params }) => fill(message, params, 'zh'))[0]).toBe('编号与第 2 行的重复');
    expect(findings.map(({ message, params }) => fill(message, params, 'en'))[0]).toBe('Id repeats that of line 2');
  });

  test('may occur in two lists', () => {
    expect(found('staff: [{ id: A1 }]\nspaces: [{ id: A1, kind: office }]\n')).toEqual([]);
    expect(found('classes: [{ id: C1, trainees: [{ id: T1 }] }, { id: C2, trainees: [{ id: T1 }] }]\n')).toEqual([]);
  });

  test('that occurs twice inside an item is a finding there', () => {
    expect(found('classes: [{ id: C1, trainees: [{ id: T1 }, { id: T1 }] }]\n')).toEqual([
      'input/duplicate-id classes[0].trainees[1].id 1:50-1:52',
    ]);
  });

  test('that is not given, or not well formed, repeats none', () => {
    expect(found('staff: [{ name: 甲 }, { name: 乙 }, { id: S 1 }, { id: S 1 }, 丙, 丙]\n')).toEqual([]);
  });
});
