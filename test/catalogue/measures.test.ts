/** What rules measure: every row of the checklist has something to show, in both languages, and nothing of a person. */
import { readFileSync } from 'node:fs';
import { readFixture } from '../../scripts/fixtures.mjs';
import { checkProfile } from '../../src/check/check.js';
import { ITEMS } from '../../src/plan/items.js';
import { keeps } from '../../src/plan/limit.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import { schemaAt } from '../../src/profile/schema.js';
import { RULES } from '../../src/rules/index.js';
import type { InstitutionReport, Measure } from '../../src/types.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

function check(text: string): InstitutionReport {
  const source = readProfile(text, 'profile.yaml');
  const asOf = source.profile.asOf ?? '2020-05-06';
  const digest = (each: string): string => each;
  return checkProfile(source, { plan: LIUZHOU_2020, rules: RULES, asOf, digest, encoding: 'utf-8' });
}

const complete = check(read('../../examples/complete/profile.yaml'));
const measuresOf = (report: InstitutionReport, id: string): readonly Measure[] =>
  report.rules.find((result) => result.id === id)?.measures ?? [];

/** Rules that don't apply to the complete example: the cell shows why. */
const NOT_APPLICABLE = ['alternate-beds'];

const rows = RULES.filter(({ checklist }) => checklist).map(({ id }) => id);

test('only the rules that do not apply to the complete example measure nothing in it', () => {
  expect(rows).toHaveLength(66);
  expect(rows.filter((id) => measuresOf(complete, id).length === 0)).toEqual(NOT_APPLICABLE);
});

test.each(NOT_APPLICABLE)('%s measures something where it applies', (id) => {
  const file = `${id}.yaml`;
  const [passes] = readFixture(read(`../rules/cases/${file}`), file).filter(
    (each) => each.outcome === 'pass' && measuresOf(check(each.text), id).length > 0,
  );
  expect(passes).toBeDefined();
});

describe.each(rows)('%s', (id) => {
  const measures = measuresOf(complete, id);

  test('says what it measured in both languages, where it stands, and that all is met', () => {
    for (const { what, have, unit, path, met } of measures) {
      expect([what.zh, what.en]).toEqual([expect.stringMatching(/\p{sc=Han}/u), expect.stringMatching(/^[ -~]+$/)]);
      if (typeof have === 'object') expect([have.zh, have.en]).not.toContain('');
      else expect([have, unit]).toEqual([expect.any(Number), expect.objectContaining({ zh: expect.any(String) })]);
      expect(schemaAt(path)).toBeDefined();
      expect(met).toBe(true);
    }
  });

  test('compares the number with what is needed, and names things of the shopping list', () => {
    for (const { have, need: value, operator, item } of measures) {
      if (typeof have === 'number' && value !== undefined && operator)
        expect(keeps({ value, operator }, have)).toBe(true);
      if (item !== undefined) expect(Object.keys(ITEMS)).toContain(item);
    }
  });
});

test.each(['complete', 'mistakes', 'running'])('no measure of examples/%s tells who someone is', (name) => {
  const text = read(`../../examples/${name}/profile.yaml`);
  const said = JSON.stringify(check(text).rules.flatMap(({ measures = [] }) => measures));
  const { staff = [], classes = [] } = readProfile(text, 'profile.yaml').profile;
  const people = [...staff, ...classes.flatMap(({ trainees = [] }) => trainees)];
  expect(people.length).toBeGreaterThan(0);
  const personal = people.flatMap(({ name: called, idNumber, phone }) => [called, idNumber, phone]);
  expect(personal.filter((value) => value !== undefined && said.includes(value))).toEqual([]);
});
