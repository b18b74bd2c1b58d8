/** A canary in every place of a profile: nobody's name or number is in any output unless --show-values asks for it. */
import iconv from 'iconv-lite';
import { UnusableError } from '../../src/errors.js';
import { readProfile } from '../../src/profile/read.js';
import { PROFILE_SCHEMA, type SchemaNode } from '../../src/profile/schema.js';
import { redact } from '../../src/text/redact.js';
import { ID, LATIN, NAME, PHONE, tracesIn, wide } from './canary.js';
import { type Result, run } from './run.js';
import { type Extra, type Value, wholeProfile } from './whole-profile.js';

const CANARY = `${NAME}${ID}`;

/** What of an output is more than the first character of a name or number. */
function moreThanFirst(text: string): string[] {
  return [NAME.slice(0, 2), NAME.slice(1), ID.slice(0, 6), ID.slice(6), PHONE.slice(0, 4), PHONE.slice(4)].filter(
    (part) => text.includes(part),
  );
}

const isPersonal = (node: SchemaNode): boolean => node['x-personal'] === true;
const personalValue = (node: SchemaNode): string =>
  node.format === 'phone'
    ? PHONE
    : node.format === 'identifier'
      ? ID
      : node.type === 'string' && !node.enum
        ? NAME
        : CANARY;

const profileOf = (value: Value, extra?: Extra): string =>
  wholeProfile(value, { extra, comment: `${NAME} ${ID} ${PHONE}` });

/** Free text that is not personal may be shown; whoever writes a name there has written it there. */
const isFreeText = (node: SchemaNode): boolean =>
  node.type === 'string' &&
  !node.enum &&
  node.pattern === undefined &&
  !isPersonal(node) &&
  node['x-ref'] === undefined &&
  (node.format === undefined || node.format === 'identifier');

const PROFILES: readonly (readonly [title: string, text: string])[] = [
  [
    'well formed, in every personal field and comment',
    profileOf((node) => (isPersonal(node) ? personalValue(node) : undefined)),
  ],
  [
    'in full width in every personal field',
    profileOf((node) =>
      isPersonal(node) ? wide(node.format === 'phone' ? PHONE : node.format ? ID : LATIN) : undefined,
    ),
  ],
  [
    'in full width in every number, date, list of values and reference',
    profileOf((node) => (isFreeText(node) ? undefined : wide(`${LATIN}${ID}`))),
  ],
  [
    'in every personal field, in quotes',
    profileOf((node) => (isPersonal(node) ? `"${personalValue(node)}"` : undefined)),
  ],
  [
    'a list in place of every personal field',
    profileOf((node) => (isPersonal(node) ? `[${NAME}, ${ID}, ${PHONE}]` : undefined)),
  ],
  [
    'a map in place of every personal field',
    profileOf((node) => (isPersonal(node) ? `{ ${NAME}: ${ID}, a: ${PHONE} }` : undefined)),
  ],
  [
    'a block in place of every personal field',
    profileOf((node) => (isPersonal(node) ? `${NAME} ${ID} ${PHONE}` : undefined)),
  ],
  ['in every number, date, list of values and reference', profileOf((node) => (isFreeText(node) ? undefined : NAME))],
  [
    'its number in every number, date, list of values and reference',
    profileOf((node) => (isFreeText(node) ? undefined : ID)),
  ],
  [
    'its phone in every number, date, list of values and reference',
    profileOf((node) => (isFreeText(node) ? undefined : PHONE)),
  ],
  [
    'as unknown keys and values everywhere',
    profileOf(
      () => undefined,
      (indent) =>
        `${indent}${NAME}: ${ID}\n${indent}${PHONE}: { ${NAME}: [${ID}] }\n${indent}remark2: ${NAME}${PHONE}\n${indent}"${ID}": |\n${indent}    ${NAME}\n`,
    ),
  ],
  [
    'in place of the sections',
    Object.keys(PROFILE_SCHEMA.properties ?? {})
      .filter((key) => key !== 'asOf')
      .map((key) => `${key}: ${CANARY} # ${NAME}\n`)
      .join(''),
  ],
  [
    'in place of lists and items',
    `staff: [${NAME}, [${ID}], ${PHONE}]\nspaces: { ${NAME}: ${ID} }\nliaison:\n  - ${NAME}\n  - - ${ID}\n`,
  ],
  [
    'as ids that occur twice and references to nobody',
    `staff: [{ id: ${ID}, name: ${NAME} }, { id: ${ID}, name: ${NAME} }]\nsupplies: { keeper: ${NAME}乙 }\nleadingGroup: { mainResponsible: [${PHONE}, ${NAME}丙] }\nspaces: [{ id: J1, kind: classroom }]\nclasses: [{ id: C1, room: ${NAME}, teacher: ${ID}1 }, { id: C1, room: ${ID} }]\n`,
  ],
  ['with a full-width colon', `institution:\n  姓名：${NAME}\nstaff:\n  - 姓名：${NAME}\n`],
  ['with a merge key', `institution:\n  <<: { principal: ${NAME}, phone: ${PHONE} }\n`],
];

const BROKEN: readonly (readonly [title: string, text: string])[] = [
  ['an open quote', `staff:\n  - name: "${NAME} ${ID}\n`],
  ['an open bracket', `staff: [{ name: ${NAME}, idNumber: ${ID}\n`],
  ['text behind a quote', `staff:\n  - name: "${NAME}"${ID}\n`],
  ['two colons', `staff:\n  - name: ${NAME}: ${ID}\n`],
  ['a tab', `staff:\n\t- name: ${NAME} # ${PHONE}\n`],
  ['a wrong indentation', `staff:\n  - name: ${NAME}\n idNumber: ${ID}\n`],
  ['a full-width colon', `institution:\n  id: a\n  ${NAME}：${ID}\n`],
  ['a line without a colon', `institution:\n  ${NAME} ${PHONE}\n  id: a\n`],
  ['the same key twice', `institution:\n  ${NAME}: ${ID}\n  ${NAME}: ${PHONE}\n`],
  ['an alias', `institution:\n  principal: *${NAME}\n`],
  ['an anchor', `institution:\n  principal: &${NAME} ${ID}\n`],
  ['a tag', `institution:\n  principal: !${ID} ${NAME}\n`],
  ['a tag in Chinese', `institution:\n  principal: !${NAME} ${ID}\n`],
  ['a directive', `%${NAME} ${ID}\n---\ninstitution: {}\n`],
  ['an escape that is none', `institution:\n  principal: "${NAME}\\q${ID}"\n`],
  ['a beginning that is none', `institution:\n  principal: @${NAME}\n`],
  ['a list as key', `? [${NAME}]\n: ${ID}\n`],
  ['a long key', `${NAME.repeat(400)}: ${ID}\n`],
  ['a second document', `institution: {}\n--- # ${NAME}\nstaff: [${ID}]\n`],
  ['no map', `${NAME} ${ID}\n`],
  ['a list', `- ${NAME}\n- ${ID}\n`],
  ['a comment', `# ${NAME} ${ID} ${PHONE}\n`],
  ['a date that is none', `asOf: ${NAME}\n`],
  ['too deep', `staff: ${'['.repeat(70)}${NAME}${']'.repeat(70)}\n`],
];

test('the canary is everywhere in the profiles', () => {
  const personal = (node: SchemaNode): number =>
    (isPersonal(node) ? 1 : 0) +
    (node.items
      ? personal(node.items)
      : Object.values(node.properties ?? {}).reduce((sum, child) => sum + personal(child), 0));
  const [first] = PROFILES;
  const values = first?.[1].split('\n').filter((line) => tracesIn(line.split(' #')[0] ?? '').length > 0) ?? [];
  expect(values.length).toBe(personal(PROFILE_SCHEMA));
  expect(values.length).toBeGreaterThan(45);
  for (const [, text] of [...PROFILES, ...BROKEN]) expect(tracesIn(text).length).toBeGreaterThan(0);
  // a profile is read, if with findings, wherever it is not meant to be broken
  for (const [, text] of PROFILES) expect(() => readProfile(text, 'profile.yaml')).not.toThrow();
  for (const [title, text] of BROKEN.filter(([each]) => each !== 'a date that is none')) {
    expect([title, () => readProfile(text, 'profile.yaml')]).toEqual([title, expect.any(Function)]);
    expect(() => readProfile(text, 'profile.yaml')).toThrow(UnusableError);
  }
});

describe.each(PROFILES)('%s', (_, text) => {
  const files = { 'profile.yaml': text };

  test('no line shows it', () => {
    const source = readProfile(text, 'profile.yaml');
    for (let line = 1; line <= text.split('\n').length; line++) {
      // numbers of people are masked once more on their way out: the id of an institution may be a number
      expect(tracesIn(redact(source.excerpt(line, 'none')))).toEqual([]);
      expect(moreThanFirst(redact(source.excerpt(line, 'masked')))).toEqual([]);
    }
  });

  test('no format and language shows it', async () => {
    const calls = [
      ['validate', '--lang', 'zh'],
      ['validate', '--lang', 'en', '--debug'],
      ['validate', '-f', 'json'],
      ['validate', '-f', 'json', '--show-values', 'full', '--debug'],
      ['validate', '--quiet', '--stage', 'run', '--color'],
      ['validate', '-f', 'text', '-f', 'json', '-o', 'a.txt', '-o', 'a.json'],
    ];
    for (const { code, stdout, stderr, files: after } of await Promise.all(calls.map((argv) => run(argv, { files })))) {
      expect([0, 1, 2]).toContain(code);
      expect(tracesIn(stdout + stderr)).toEqual([]);
      const written = Object.entries(after).filter(([path]) => path !== 'profile.yaml');
      expect(stdout.length + written.length).toBeGreaterThan(1);
      for (const [path, content] of written) expect([path, tracesIn(content)]).toEqual([path, []]);
    }
  });

  test('--show-values masked shows first characters only', async () => {
    const { code, stdout, stderr } = await run(['validate', '--show-values', 'masked'], { files });
    expect([0, 1]).toContain(code);
    expect(moreThanFirst(stdout + stderr)).toEqual([]);
    expect(tracesIn(stdout + stderr)).toEqual([]);
  });
});

describe.each(BROKEN)('broken by %s', (_, text) => {
  test('no error shows it', async () => {
    const calls = [
      ['validate'],
      ['validate', '--lang', 'en'],
      ['validate', '--debug'],
      ['validate', '--show-values', 'full', '-f', 'json'],
    ];
    for (const argv of calls) {
      const { code, stdout, stderr, files } = await run(argv, { files: { 'profile.yaml': text } });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.length).toBeGreaterThan(20);
      expect(tracesIn(stderr)).toEqual([]);
      expect(moreThanFirst(stderr)).toEqual([]);
      expect(Object.keys(files)).toEqual(['profile.yaml']);
    }
  });
});

describe('--show-values full', () => {
  const text = `staff:\n  - { id: S01, name: ${NAME}, phone: ${PHONE}, foo: 12 } # 备注\n`;

  test('shows the lines as they are, in the text report only', async () => {
    const files = { 'profile.yaml': text };
    const full = await run(['validate', '--show-values', 'full'], { files });
    expect(full.stdout).toContain(`{ id: S01, name: ${NAME}, phone: ${PHONE}, foo: 12 } # 备注`);
    const masked = await run(['validate', '--show-values', 'masked'], { files });
    expect(masked.stdout).toContain('{ id: S**, name: 卡**, phone: 1**********, foo: 1* }');
    const none = await run(['validate'], { files });
    expect(none.stdout).toContain('{ id: ***, name: ***, phone: ***********, foo: ** }');
    const json = await run(['validate', '--show-values', 'full', '-f', 'json'], { files });
    expect(tracesIn(json.stdout)).toEqual([]);
  });
});

describe('in the call and in the names of files', () => {
  const results = (
    calls: readonly (readonly string[])[],
    files: Readonly<Record<string, string>> = {},
  ): Promise<Result[]> => Promise.all(calls.map((argv) => run(argv, { files })));

  test('numbers of people are masked; names of files are shown as they are given', async () => {
    const name = `概况-${ID}-${PHONE}.yaml`;
    const outputs = await results(
      [
        ['validate', name],
        ['validate', name, '-f', 'json'],
        ['validate', name, '--debug'],
        ['validate', `x-${name}`, '--debug'],
        ['validate', name, '-o', `${name}/${PHONE}`],
        ['init', `${ID}/${PHONE}`],
        ['init', `${ID}/${PHONE}`, '--debug', '--lang', 'en', '--foo'],
        ['explain', ID],
        ['explain', PHONE, '--debug'],
        [ID],
        ['help', PHONE],
        ['validate', `--${PHONE}`],
        ['validate', '-f', ID],
        ['validate', '--as-of', ID],
        ['schema', ID],
      ],
      { [name]: 'institution: { name: 甲校 }\n' },
    );
    for (const { stdout, stderr, files } of outputs) {
      expect(stdout.length + stderr.length).toBeGreaterThan(10);
      expect(tracesIn(stdout + stderr)).toEqual([]);
      for (const content of Object.values(files)) expect(tracesIn(content)).toEqual([]);
    }
    expect(outputs[0]?.stdout).toContain(`概况-${'*'.repeat(18)}-${'*'.repeat(11)}.yaml`);
  });

  test('what is no text is not shown either', async () => {
    const content = Buffer.concat([iconv.encode(`name: ${NAME} ${ID}\n`, 'gbk'), Buffer.from([0xff, 0xff])]);
    for (const argv of [['validate'], ['validate', '--debug']]) {
      const { code, stdout, stderr } = await run(argv, { files: { 'profile.yaml': content } });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(tracesIn(stderr)).toEqual([]);
    }
  });
});
