/** Checks a case of a fixture about the county: its list, and what is known of institutions, each in its section. */
import { parse } from 'yaml';
import type { LogFixtureCase } from '../../scripts/fixtures.mjs';
import { countyListOf } from '../../src/audit/bureau.js';
import { judgeCounty } from '../../src/check/judge-county.js';
import { sha256 } from '../../src/io/hash.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import { readLog } from '../../src/logs/read/log.js';
import { LIMITS, type Limits } from '../../src/plan/limits.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import type { Rule } from '../../src/rules/rule.js';
import type { InstitutionReport } from '../../src/types.js';
import { institution } from '../report/sample.js';

const LIST = 'bureau-roster';

/** Checks the case with one rule, with other limits where they are given. The profile of `x` is the file `x`. */
export function checkCountyCase({ files, asOf, title }: LogFixtureCase, rule: Rule, limits: Limits = LIMITS) {
  const text = files.find(({ name }) => name === LIST)?.text ?? '';
  const reading = readLog(LIST, () => [new TextEncoder().encode(text)], {
    kinds: KINDS,
    kind: LIST,
    strict: false,
    asOf,
    limits,
    keepAll: false,
  });
  const plan = { ...LIUZHOU_2020, limits };
  const options = { plan, rules: [rule], asOf, digest: sha256 };
  const list = countyListOf(reading, { ...options, hints: false });
  if (!list) throw new Error(`the list of the case "${title}" has no header`);
  const institutions = files.filter(({ name }) => name !== LIST).map(({ name, text }) => known(name, text));
  return judgeCounty(institutions, list, options);
}

function known(id: string, text: string): InstitutionReport {
  const own = (parse(text) ?? {}) as { readonly facts?: 'none' };
  const inputs = [{ file: id, kind: 'profile', encoding: 'utf-8' }];
  const facts = { trades: [], offsite: [], reportedDays: [], ...own };
  return institution({ id, name: `示例学校${id}`, inputs, ...(own.facts === 'none' ? {} : { facts }) });
}
