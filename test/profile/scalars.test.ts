/** Identifiers, phones and texts are read as they stand in the file, not as the numbers, dates or truths YAML sees. */
import { readProfile } from '../../src/profile/read.js';

/** The scalar as it is written, and the text that is meant. */
const AS_THEY_STAND: readonly (readonly [written: string, text: string])[] = [
  ['999999199001011238', '999999199001011238'],
  ['"999999199001011238"', '999999199001011238'],
  ["'999999199001011238'", '999999199001011238'],
  ['99999919900101123X', '99999919900101123X'],
  ['52450200MJX0000000', '52450200MJX0000000'],
  ['524502007E12345678', '524502007E12345678'],
  ['914502001987654321', '914502001987654321'],
  ['07721234567', '07721234567'],
  ['0x1F', '0x1F'],
  ['0o17', '0o17'],
  ['017', '017'],
  ['0b11', '0b11'],
  ['1e5', '1e5'],
  ['1_000', '1_000'],
  ['+13800000000', '+13800000000'],
  ['-1', '-1'],
  ['-0', '-0'],
  ['.5', '.5'],
  ['1.', '1.'],
  ['1.50', '1.50'],
  ['.inf', '.inf'],
  ['.NaN', '.NaN'],
  ['true', 'true'],
  ['False', 'False'],
  ['NO', 'NO'],
  ['yes', 'yes'],
  ['on', 'on'],
  ['否', '否'],
  ['12:30', '12:30'],
  ['190:20:30', '190:20:30'],
  ['2020-05-01', '2020-05-01'],
  ['2020-05-01T00:00:00Z', '2020-05-01T00:00:00Z'],
  ['"null"', 'null'],
  ['"~"', '~'],
  ['nil', 'nil'],
  ['=', '='],
  ['<<', '<<'],
  ['!!str 0123', '0123'],
  ['!!int 0123', '0123'],
  ['𠮷', '𠮷'],
  ['"\\u4e2d\\u6587"', '中文'],
];

describe.each([
  ['an identifier', 'creditCode'],
  ['a text', 'name'],
] as const)('in a field for %s', (_, key) => {
  test.each(AS_THEY_STAND)('%s is the text %j', (written, text) => {
    for (const yaml of [`institution:\n  ${key}: ${written}\n`, `institution: { ${key}: ${written} }\n`]) {
      const source = readProfile(yaml, 'profile.yaml');
      expect(source.findings).toEqual([]);
      expect(source.profile.institution).toEqual({ [key]: text });
    }
  });

  test.each(['', '~', 'null', 'Null', 'NULL', '""', "''", '"  "', '"\u3000"', '# only a comment'])(
    '%j is not given',
    (written) => {
      const source = readProfile(`institution:\n  id: a\n  ${key}: ${written}\n`, 'profile.yaml');
      expect(source.findings).toEqual([]);
      expect(source.profile.institution).toEqual({ id: 'a' });
    },
  );

  test.each(['[a]', '{ a: b }', '\n    - a', '\n    a: b'])('%j is refused', (written) => {
    const { findings } = readProfile(`institution:\n  ${key}: ${written}\n`, 'profile.yaml');
    expect(findings.map(({ rule, location }) => `${rule} ${location.line}:${location.column}`)).toEqual([
      'input/schema 2:3',
    ]);
  });
});

describe('a list of texts', () => {
  test('is read the same way', () => {
    const { profile, findings } = readProfile(
      'leadingGroup: { mainResponsible: [007, 1e3, NO, 0x1F, S01] }\n',
      'p.yaml',
    );
    expect(findings).toEqual([]);
    expect(profile.leadingGroup?.mainResponsible).toEqual(['007', '1e3', 'NO', '0x1F', 'S01']);
  });
});

describe('in a field for a phone', () => {
  test.each([
    ['13800000001', '13800000001'],
    ['+8613800000001', '+8613800000001'],
    ['07721234567', '07721234567'],
    ['0772-1234567', '0772-1234567'],
    ['"138 0000 0001"', '138 0000 0001'],
    ['(0772) 1234567', '(0772) 1234567'],
  ])('%s is read as it stands', (written, text) => {
    const { profile, findings } = readProfile(`institution: { phone: ${written} }\n`, 'p.yaml');
    expect(findings).toEqual([]);
    expect(profile.institution?.phone).toBe(text);
  });

  test.each(['1.38E+10', '1380000', 'x', '无', '1380000'.padEnd(25, '0')])('%s', (written) => {
    const { findings } = readProfile(`institution: { phone: ${written} }\n`, 'p.yaml');
    expect(findings.map(({ rule }) => rule)).toEqual(written === '1380000' ? [] : ['input/schema']);
  });
});

describe('in a field for an identifier, what lost its digits in a spreadsheet is refused', () => {
  test.each([
    '4.50203E+17',
    '4.5e17',
    '4E+17',
    '9.99999199001011E+17',
    '"4.50203E+17"',
    '"450203 19900101"',
    '"a\\tb"',
  ])('%s', (written) => {
    const { findings } = readProfile(`staff: [{ idNumber: ${written} }]\n`, 'p.yaml');
    expect(findings.map(({ rule, path }) => [rule, path])).toEqual([['input/schema', 'staff[0].idNumber']]);
  });
});

describe('in a field for a number', () => {
  const countOf = (written: string): { value?: unknown; rules: string[] } => {
    const { profile, findings } = readProfile(`supplies:\n  thermometerGuns: ${written}\n`, 'p.yaml');
    const descriptor = Object.getOwnPropertyDescriptor(profile.supplies, 'thermometerGuns');
    return { value: descriptor?.value, rules: findings.map(({ rule }) => rule) };
  };

  test.each([
    ['3', 3],
    ['03', 3],
    ['+3', 3],
    ['0x3', 3],
    ['3.0', 3],
    ['3e0', 3],
    ['0', 0],
    ['-0', -0],
  ])('%s is %d', (written, value) => {
    expect(countOf(written)).toEqual({ value, rules: [] });
  });

  test.each([
    '"3"',
    "'3'",
    '三',
    '3把',
    '3.5',
    '-1',
    '.inf',
    '-.inf',
    '.nan',
    'true',
    '2020-05-06',
    '１',
    '1,000',
    '[3]',
    '{ a: 3 }',
  ])('%s is refused', (written) => {
    expect(countOf(written)).toEqual({ value: undefined, rules: ['input/schema'] });
  });

  test.each(['', '~', 'null'])('%j is not given', (written) => {
    expect(countOf(written)).toEqual({ value: undefined, rules: [] });
  });
});

describe('in a field for yes or no', () => {
  const answerOf = (written: string): { value?: unknown; rules: string[] } => {
    const { profile, findings } = readProfile(`meals: { provided: ${written} }\n`, 'p.yaml');
    return {
      value: Object.getOwnPropertyDescriptor(profile.meals, 'provided')?.value,
      rules: findings.map(({ rule }) => rule),
    };
  };

  test.each([
    ['true', true],
    ['True', true],
    ['FALSE', false],
    ['false', false],
  ])('%s is %s', (written, value) => {
    expect(answerOf(written)).toEqual({ value, rules: [] });
  });

  test.each(['yes', 'no', 'on', '是', '否', '"true"', '1', '0', '[true]'])('%s is refused', (written) => {
    expect(answerOf(written)).toEqual({ value: undefined, rules: ['input/schema'] });
  });
});

test('in a field with a list of values, only those of the list are taken, letter for letter', () => {
  const rulesFor = (written: string): string[] =>
    readProfile(`staff: [{ gender: ${written} }]\n`, 'p.yaml').findings.map(({ rule }) => rule);
  expect(rulesFor('男')).toEqual([]);
  expect(rulesFor('"女"')).toEqual([]);
  for (const written of ['男性', 'M', '"男 "', '1']) expect(rulesFor(written)).toEqual(['input/schema']);
});
