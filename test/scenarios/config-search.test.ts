/**
 * Where a configuration is looked for, from the folder up: which one is used is named, those that are found and not used
 * are told, and that of an institution never counts in an audit.
 */
import { writeFileSync } from 'node:fs';
import { DEEP } from '../deep.js';
import { projectFile, run, runAll } from './run.js';

const SETTINGS = 'limits:\n  extinguisherYearsPowder: 4\n';
const NAMES = ['resume-check.yaml', 'resume-check.yml'] as const;
const HOME = 'repo/data/county/LZ01';
const FILES = {
  [`${HOME}/profile.yaml`]: projectFile('examples/complete/profile.yaml'),
  [`${HOME}/logs/entry.csv`]:
    '日期,进入时间,离开时间,姓名,人员类别,体温,健康码,放行,登记人\n2020-05-06,08:00,,张示例,学员,36.5,绿码,是,李示例\n',
  'list.txt': `${HOME}\n`,
};
const DAY = ['--as-of', '2020-05-08', '--lang', 'en', '-f', 'json', '--exit-zero'];

/** The folders in which a configuration may lie, from the innermost out. */
const PLACES = [`${HOME}/logs`, HOME, 'repo/data/county', 'repo/data', 'repo', ''];
const INSTITUTION = PLACES.indexOf(HOME);

/** The calls, and from which of the places on each looks for a configuration. */
const CALLS: readonly (readonly [string, number])[] = [
  [`validate ${HOME}/profile.yaml`, INSTITUTION],
  [`lint ${HOME}`, INSTITUTION],
  [`lint ${HOME}/logs`, 0],
  [`lint ${HOME}/logs/entry.csv`, 0],
  ['audit repo/data/county', INSTITUTION + 1],
  [`audit ${HOME}`, INSTITUTION + 1],
  ['audit repo/data/county/*', INSTITUTION + 1],
  ['audit @list.txt', INSTITUTION + 1],
];

/** Where configurations lie: one place and name, or two. */
const at = (place: string, name: string): string => [place, name].filter(Boolean).join('/');
const single = PLACES.flatMap((place) => NAMES.map((name) => at(place, name)));
const pairs = PLACES.flatMap((place, i) => [[place, place], ...PLACES.slice(i + 1).map((other) => [place, other])]);
const LAID: readonly (readonly string[])[] = [
  [],
  ...single.map((one) => [one]),
  ...pairs
    .filter((_, i) => DEEP || i % 4 === 0)
    .map(([one = '', two = '']) => [at(one, NAMES[0]), at(two, NAMES[one === two ? 1 : 0])]),
];

/** Those of the laid ones that a call finds, in order. */
function found(laid: readonly string[], from: number, inRepository: boolean): string[] {
  const last = inRepository ? PLACES.indexOf('repo') : Math.max(from, INSTITUTION) + 1;
  return PLACES.slice(from, last + 1)
    .flatMap((place) => NAMES.map((name) => at(place, name)))
    .filter((path) => laid.includes(path));
}

interface Json {
  readonly institutions: readonly {
    readonly findings: readonly { readonly rule: string; readonly severity: string; readonly file: string }[];
  }[];
}

describe.each([true, false])('in a repository: %s', (inRepository) => {
  test.each(CALLS)(
    '%s',
    async (call, from) => {
      const faults: string[] = [];
      for (const laid of LAID) {
        const files = {
          ...FILES,
          ...(inRepository ? { 'repo/.git/HEAD': '' } : {}),
          ...Object.fromEntries(laid.map((path) => [path, SETTINGS])),
        };
        const { code, stdout, stderr } = await run([...call.split(' '), ...DAY], { files });
        const [used, ...unused] = found(laid, from, inRepository);
        const notes = [
          ...(used === undefined ? [] : [`configured by ${used}`]),
          ...unused.map((file) => `the configuration ${file} was not used; to use it, give --config ${file}`),
        ];
        const findings = code === 0 ? (JSON.parse(stdout) as Json).institutions.flatMap((one) => one.findings) : [];
        const counted = findings.filter(({ rule }) => rule === 'input/configured').map(({ file }) => file);
        const own = findings
          .filter(({ rule }) => rule === 'input/own-config-unused')
          .map((each) => `${each.severity} ${each.file}`);
        const isAudit = call.startsWith('audit');
        const ownLaid = isAudit ? found(laid, INSTITUTION, true).filter((path) => path.startsWith(HOME)) : [];
        const is = { code, notes: stderr.split('\n').filter(Boolean), counted, own: own.sort() };
        const due = {
          code: 0,
          notes,
          counted: used === undefined ? [] : [used],
          own: ownLaid.map((path) => `warning ${path}`).sort(),
        };
        if (JSON.stringify(is) !== JSON.stringify(due)) faults.push(JSON.stringify({ laid, is, due }));
      }
      expect(faults).toEqual([]);
    },
    120_000,
  );
});

test('--quiet tells nothing, and one that is named is the only one that is looked at', async () => {
  const files = {
    ...FILES,
    'repo/data/county/resume-check.yaml': SETTINGS,
    [`${HOME}/resume-check.yml`]: '[',
    'c.yaml': SETTINGS,
  };
  for (const call of [`lint ${HOME}/logs`, `validate ${HOME}/profile.yaml`, 'audit repo/data/county']) {
    const { code, stdout, stderr } = await run([...call.split(' '), ...DAY, '--config', 'c.yaml'], { files });
    expect([call, code, stderr]).toEqual([call, 0, '']);
    const findings = (JSON.parse(stdout) as Json).institutions.flatMap((one) => one.findings);
    expect(findings.filter(({ rule }) => rule === 'input/configured').map(({ file }) => file)).toEqual(['c.yaml']);
  }
  const quiet = await run(['audit', 'repo/data/county', ...DAY, '--quiet'], { files });
  expect([quiet.code, quiet.stderr]).toEqual([0, '']);
});

test('a configuration that was found holds for all shards, and for merge where it is found or named', async () => {
  const having = (path: string) => ({ ...FILES, [path]: SETTINGS });
  const audit = 'audit repo/data/county --as-of 2020-05-08';
  const shard = `${audit} --shard 1/1 -o part.ndjson`;
  const both = [`${audit} -f json -o whole.json --exit-zero`, shard];
  const found = [...both, 'merge part.ndjson -f json -o merged.json --exit-zero'];
  const beside = await runAll(found, { files: { ...having('resume-check.yaml'), '.git/HEAD': '' } });
  expect([beside.code, beside.files['merged.json'] === beside.files['whole.json']]).toEqual([0, true]);
  const county = 'repo/data/county/resume-check.yaml';
  const inside = await runAll([shard, 'merge part.ndjson -f json --exit-zero'], { files: having(county) });
  expect(inside.code).toBe(2);
  expect(inside.stderr).toContain('--config');
  const named = [...both, `merge part.ndjson --config ${county} -f json -o merged.json --exit-zero`];
  const given = await runAll(named, { files: having(county) });
  expect(given.files['merged.json']).toBe(given.files['whole.json']);
  // one that the parts know nothing of is told
  const late = [
    shard,
    () => writeFileSync('resume-check.yaml', SETTINGS),
    'merge part.ndjson -f json --lang en --exit-zero',
  ];
  const other = await runAll(late, { files: FILES });
  expect([other.code, other.stderr]).toEqual([
    0,
    expect.stringContaining('configuration resume-check.yaml was not used'),
  ]);
});

test('counties with different configurations are not judged by one of them', async () => {
  const two = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [path.replace('county', 'other'), text]));
  const files = { ...FILES, ...two, 'repo/data/county/resume-check.yaml': SETTINGS };
  const argv = ['audit', 'repo/data/county', 'repo/data/other', ...DAY];
  const { code, stderr } = await run(argv, { files });
  expect(code).toBe(2);
  expect(stderr).toContain('repo/data/county/resume-check.yaml');
  expect(
    (await run(argv, { files: { ...files, 'repo/.git/HEAD': '', 'repo/data/other/resume-check.yaml': SETTINGS } }))
      .code,
  ).toBe(2);
  expect((await run([...argv, '--config', 'repo/data/county/resume-check.yaml'], { files })).code).toBe(0);
});

test("the waivers that the county's configuration names count, those of an institution don't", async () => {
  const waivers =
    'waivers:\n  - { rule: backpack-electric-sprayer, justification: 已订购, approver: 县人社局, expires: 2020-05-31 }\n';
  const profile = projectFile('examples/complete/profile.yaml').replace(/^ {2}sprayers:\n.*\n/m, '');
  const outcome = async (place: string): Promise<string | undefined> => {
    const files = {
      ...FILES,
      [`${HOME}/profile.yaml`]: profile,
      [`${place}/resume-check.yaml`]: 'waivers: granted.yaml\n',
      [`${place}/granted.yaml`]: waivers,
    };
    const { stdout } = await run(['audit', 'repo/data/county', ...DAY], { files });
    const [one] = JSON.parse(stdout).institutions as { rules: { id: string; outcome: string }[] }[];
    return one?.rules.find(({ id }) => id === 'backpack-electric-sprayer')?.outcome;
  };
  expect(await outcome('repo/data/county')).toBe('waived');
  expect(await outcome(HOME)).not.toBe('waived');
});
