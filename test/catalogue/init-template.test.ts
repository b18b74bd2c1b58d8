/** The profile that `init` writes: empty it is read without a finding, and so it is with all of its examples. */
import { readProfile } from '../../src/profile/read.js';
import { referenceFindings } from '../../src/profile/references.js';
import { PROFILE_SCHEMA, type SchemaNode } from '../../src/profile/schema.js';
import { commentedProfile } from '../../src/profile/template.js';
import type { Language } from '../../src/types.js';

const LANGUAGES: readonly Language[] = ['zh', 'en'];
const template = (language: Language): string => commentedProfile(language, './profile.schema.json', 'profile.yaml');
/** With the `#` taken away from every example; the lines of the introduction have a single blank behind it. */
const filled = (language: Language): string => template(language).replace(/^#(?= {2})/gm, '');

/** The keys of the schema, with the number of levels of each. */
function keysOf(node: SchemaNode, level = 0): string[] {
  return Object.entries({ ...node.properties, ...node.items?.properties }).flatMap(([key, child]) => [
    `${level} ${key}`,
    ...keysOf(child, level + 1),
  ]);
}

describe.each(LANGUAGES)('in %s', (language) => {
  test('its first line names the schema for editors', () => {
    expect(template(language).split('\n')[0]).toBe('# yaml-language-server: $schema=./profile.schema.json');
  });

  test('it tells how to go on, with the name of the file', () => {
    expect(template(language)).toContain('resume-check validate profile.yaml');
  });

  test('empty it is read without a finding, and says nothing', () => {
    const source = readProfile(template(language), 'profile.yaml');
    expect(source.findings).toEqual([]);
    const given = JSON.stringify(source.profile, (_, value) =>
      typeof value === 'object' && value !== null && Object.keys(value).length === 0 ? undefined : value,
    );
    expect(given.match(/"[^"]*":(?!\{)/g)).toBeNull();
  });

  test('with its examples it is read without a finding, and none of its references leads nowhere', () => {
    const source = readProfile(filled(language), 'profile.yaml');
    expect([...source.findings, ...referenceFindings(source)]).toEqual([]);
  });

  test('each list of it has an example with a value for every key but remarks, and the aspects of a notice that the project does not have', () => {
    const { profile } = readProfile(filled(language), 'profile.yaml');
    const empty: string[] = [];
    const visit = (node: SchemaNode, value: unknown, at: string): void => {
      if (node.items?.properties) {
        const [first] = Array.isArray(value) ? value : [];
        if (first === undefined) empty.push(at);
        for (const [key, child] of Object.entries(node.items.properties))
          visitFilled(child, first?.[key], `${at}.${key}`);
      } else {
        for (const [key, child] of Object.entries(node.properties ?? {})) {
          visit(child, (value as Record<string, unknown> | undefined)?.[key], `${at}.${key}`);
        }
      }
    };
    const visitFilled = (node: SchemaNode, value: unknown, at: string): void => {
      if (node.properties || node.items?.properties) visit(node, value, at);
      else if (value === undefined || value === null || value === '') empty.push(at);
    };
    visit(PROFILE_SCHEMA, profile, '');
    expect(empty).toEqual([
      '.staff.remark',
      '.classes.trainees.remark',
      '.fire.hazards.item',
      '.healthSurvey.returnees.remark',
      '.selfCheck.items.note',
    ]);
  });

  test('every key of the schema stands in it, with a comment', () => {
    const lines = filled(language).split('\n');
    const keys = lines.flatMap((line) => /^\s*(?:- )?(\w+):/.exec(line)?.[1] ?? []);
    const wanted = keysOf(PROFILE_SCHEMA).map((each) => each.split(' ')[1]);
    expect([...new Set(keys)].sort()).toEqual([...new Set(wanted)].sort());
    const bare = lines.filter((line) => /^\s*(?:- )?\w+:/.test(line) && !/ # \S/.test(line));
    expect(bare).toEqual([]);
  });

  test('its comments are in that language', () => {
    const comments = template(language)
      .split('\n')
      .slice(5)
      .flatMap((line) => / # (.+)$/.exec(line)?.[1] ?? []);
    expect(comments.length).toBeGreaterThan(100);
    if (language === 'zh') expect(comments.filter((comment) => !/\p{Script=Han}/u.test(comment))).toEqual([]);
    else expect(comments.filter((comment) => !/^[A-Z\d]/.test(comment))).toEqual([]);
  });
});

test('both languages have the same keys and the same examples', () => {
  const withoutComments = (text: string): string[] =>
    text
      .split('\n')
      .map((line) => line.replace(/ # .*$/, ''))
      .slice(5);
  expect(withoutComments(template('en'))).toEqual(withoutComments(template('zh')));
});
