/**
 * What an institution holds is its own: whatever leads out of its folder is refused by name, what it held is not judged,
 * and no outcome gets better by it. Its own configuration says where its files lie, and nothing else in an audit.
 */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { logsOf } from '../../src/load/institution-files.js';
import { DEEP } from '../deep.js';
import { projectFile, ROOT, run, runAll } from './run.js';

/** Windows asks for a privilege to make a link. */
const withLinks = process.platform === 'win32' ? describe.skip : describe;

const DAY = '--as-of 2020-05-30';
const OWN = 'profile: profile.yaml\nlogs: logs\nwaivers: waivers.yaml\n';
const WAIVERS = 'waivers:\n  - { rule: mask-stock, justification: 已订购, approver: 县人社局, expires: 2020-05-31 }\n';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** The files below a folder of the project, by their paths in it. */
function filesBelow(folder: string): Files {
  const names = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  const paths = names.map(({ parentPath, name }) => relative(join(ROOT, folder), join(parentPath, name)));
  return Object.fromEntries(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(ROOT, folder, path))]));
}

const RUNNING: Files = { ...filesBelow('examples/running'), 'resume-check.yaml': OWN, 'waivers.yaml': WAIVERS };
const MISTAKEN: Files = { ...RUNNING, 'profile.yaml': projectFile('examples/mistakes/profile.yaml') };
const LISTED: Files = {
  'profile.yaml': projectFile('examples/complete/profile.yaml').replace(
    /^staff:\n(?: .*\n)+/m,
    'staff: 名单/教职工.csv\n',
  ),
  '名单/教职工.csv': '编号,姓名,岗位\nS001,李示例,教务负责人\n',
};

/** The files of an institution in a folder of that name, which is its id. */
function at(name: string, files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      `county/${name}/${path}`,
      path === 'profile.yaml' ? String(text).replace(/^ {2}id: .*$/m, `  id: ${name}`) : text,
    ]),
  );
}

interface One {
  readonly id: string;
  readonly compliant: boolean | null;
  readonly rules: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly reason?: { readonly en: string };
  }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly file: string;
    readonly message: { readonly en: string };
  }[];
}

const institutionsOf = (json: string | undefined): readonly One[] =>
  (JSON.parse(json ?? '') as { institutions: One[] }).institutions;

/** Puts what is at a path elsewhere, and a link to it, or to nowhere, in its place. */
function linkOut(name: string, path: string, isLost: boolean): void {
  const link = join('county', name, path);
  const target = join('elsewhere', name, path);
  mkdirSync(dirname(target), { recursive: true });
  renameSync(link, target);
  symlinkSync(relative(dirname(link), isLost ? `${target}.lost` : target), link);
}

/** Outcomes that ask nothing of anybody. */
const GOOD = ['pass', 'warn', 'not-applicable', 'not-yet', 'waived'];

withLinks('links out of the folder', () => {
  const bases = { r: RUNNING, l: LISTED, m: MISTAKEN };
  const held = [
    ...[...Object.keys(RUNNING), 'logs'].map((path) => ['r', path] as const),
    ...[...Object.keys(LISTED), '名单'].map((path) => ['l', path] as const),
    ...['profile.yaml', 'logs'].map((path) => ['m', path] as const),
  ];
  const cases = held
    .flatMap(([base, path], i) =>
      [false, true]
        .filter((isLost) => DEEP || isLost === (i % 2 === 1))
        .map((isLost) => ({ base, files: bases[base], path, isLost })),
    )
    .map((each, i) => ({ ...each, name: `${each.base}${String(i).padStart(3, '0')}` }));

  test('are refused by name; what they held is not judged, and nothing gets better', async () => {
    const files: Record<string, string | Uint8Array> = {};
    for (const [name, own] of Object.entries(bases)) Object.assign(files, at(name, own));
    for (const { name, files: own } of cases) Object.assign(files, at(name, own));
    const link = (): void => {
      for (const { name, path, isLost } of cases) linkOut(name, path, isLost);
    };
    const audit = `audit county ${DAY} --no-hints -f json`;
    const parts = [1, 2, 3].map((i) => `${audit.replace(' -f json', '')} --shard ${i}/3 -o p${i}.ndjson`);
    const steps = [
      link,
      `${audit} -o all.json --exit-zero`,
      ...parts,
      'merge p1.ndjson p2.ndjson p3.ndjson -f json -o merged.json',
    ];
    const { code, files: after } = await runAll(steps, { files });
    expect(code).toBe(1);
    expect(after['merged.json']).toBe(after['all.json']);
    const all = new Map(institutionsOf(after['all.json']).map((each) => [each.id, each]));
    const faults: string[] = [];
    for (const { name, base, path, isLost } of cases) {
      // without its profile its folder gives its name
      const [one, before] = [all.get(name), all.get(base)] as [One, One];
      const fault = (what: string) => faults.push(`${path}${isLost ? ' (lost)' : ''}: ${what}`);
      const named = one.findings.filter(({ severity, file }) => severity === 'error' && file.includes(path));
      const list = one.findings.filter(({ rule }) => rule === 'input/list-missing');
      // what nobody reads may lead nowhere
      const isRead = !(isLost && path === 'waivers.yaml');
      if (isRead && named.length === 0 && list.length === 0) fault('not named');
      if (isRead && !isLost && !named.some(({ message }) => message.en.includes(path)) && list.length === 0)
        fault('not refused');
      if (isRead && one.compliant !== false) fault(`compliant ${one.compliant}`);
      for (const { id, outcome } of before.rules) {
        const now = one.rules.find((rule) => rule.id === id);
        if (!now) fault(`${id} is gone`);
        else if (now.outcome !== outcome && GOOD.includes(now.outcome)) fault(`${id} ${outcome} -> ${now.outcome}`);
        else if (now.outcome !== outcome && path.startsWith('logs') && /given:/.test(now.reason?.en ?? ''))
          fault(`${id}: ${now.reason?.en}`);
      }
    }
    expect(faults).toEqual([]);
    expect(cases.length).toBeGreaterThan(DEEP ? 55 : 27);
  }, 240_000);

  test.each(cases.filter(({ isLost, base }) => !isLost && base === 'r').map(({ name, path }) => [path, name]))(
    '%s: exit code 1, alone',
    async (path, name) => {
      const files = at(name, RUNNING);
      const link = (): void => linkOut(name, path, false);
      for (const call of [`audit county/${name}`]) {
        const { code } = await runAll([link, `${call} ${DAY}`], { files });
        expect([call, code]).toEqual([call, 1]);
      }
    },
  );
});

withLinks('links', () => {
  test('that stay inside the folder change nothing', async () => {
    const files = at('r', RUNNING);
    const audit = `audit county ${DAY} -f json -o`;
    const link = (): void => {
      const home = join('county', 'r');
      renameSync(join(home, 'logs'), join(home, '日志'));
      symlinkSync('日志', join(home, 'logs'));
      for (const path of ['profile.yaml', '日志/出入登记.csv', 'waivers.yaml']) {
        const [link, target] = [join(home, path), join(home, 'moved', path)];
        mkdirSync(dirname(target), { recursive: true });
        renameSync(link, target);
        symlinkSync(relative(dirname(link), target), link);
      }
    };
    const { code, files: after } = await runAll([`${audit} a.json`, link, `${audit} b.json`], { files });
    expect(code).toBe(0);
    expect(after['b.json']).toBe(after['a.json']);
  });

  test('of the folder of an institution or of its logs, where they are named, are followed by lint', async () => {
    const files = { ...at('r', RUNNING), ...at('other', RUNNING) };
    const link = (): void => {
      rmSync(join('county', 'r', 'logs'), { recursive: true });
      symlinkSync('../other/logs', join('county', 'r', 'logs'));
    };
    expect((await runAll([link, `lint county/r/logs ${DAY}`], { files })).code).toBe(0);
    const { code, stderr } = await runAll([link, `lint county/r ${DAY} --lang en`], { files });
    expect(code).toBe(2);
    expect(stderr).toContain("logs is a link out of the institution's folder");
  });

  test('that lint finds are refused as an audit refuses them', async () => {
    for (const path of ['profile.yaml', ...Object.keys(RUNNING).filter((path) => path.startsWith('logs/'))]) {
      const files = at('r', RUNNING);
      for (const call of path < 'logs/卫' ? ['lint county/r', 'lint county/r/logs'] : ['lint county/r']) {
        const { code, stdout } = await runAll([() => linkOut('r', path, false), `${call} ${DAY} -f json`], { files });
        const [one] = institutionsOf(stdout);
        expect([path, code]).toEqual([path, 1]);
        expect(one?.findings.filter(({ rule }) => rule === 'input/outside')).toHaveLength(1);
        const entry = one?.rules.find(({ id }) => id === 'entry-code-and-temperature');
        if (path !== 'profile.yaml') expect(GOOD).not.toContain(entry?.outcome);
      }
    }
  });
});

describe('what lies where it is not looked for', () => {
  const folderOf = (path: string): Files => ({
    ...at('r', RUNNING),
    [`county/r/${path}`]: RUNNING['logs/出入登记.csv'] ?? '',
  });

  test.each(['logs/5月/出入登记.csv', 'logs/a/b/c/d/e/f/出入登记.xlsx', 'logs/_旧/x.txt'])(
    '%s is told',
    async (path) => {
      for (const call of ['audit county', 'lint county/r', 'lint county/r/logs']) {
        const { code, stdout } = await run([...call.split(' '), ...DAY.split(' '), '-f', 'json'], {
          files: folderOf(path),
        });
        const [one] = institutionsOf(stdout);
        const found = one?.findings.filter(({ rule }) => rule === 'input/not-looked-into') ?? [];
        expect([call, code, found.length]).toEqual([call, 1, 1]);
        expect(found[0]?.message.en).toContain(path.split('/').slice(0, 2).join('/'));
      }
    },
  );

  test.each(['logs/照片/a.jpg', 'logs/.git/a.csv', '附件/a.csv', 'logs/5月/~$a.csv'])('%s is no log', async (path) => {
    expect((await run(['audit', 'county', ...DAY.split(' ')], { files: folderOf(path) })).code).toBe(0);
  });

  test('more logs than are read, and more than is looked through, are told', () => {
    const home = mkdtempSync(join(tmpdir(), 'resume-check-many-'));
    const fill = (folder: string, ending: string): void => {
      mkdirSync(folder, { recursive: true });
      for (let i = 0; i <= 10_000; i++) writeFileSync(join(folder, `${String(i).padStart(5, '0')}.${ending}`), '');
    };
    try {
      fill(join(home, 'logs'), 'csv');
      fill(join(home, 'logs', '照片'), 'jpg');
      const { logs, refused } = logsOf(home, join(home, 'logs'));
      expect(logs).toHaveLength(10_000);
      expect(refused.map(({ path, why }) => [relative(home, path), why.code, why.params])).toEqual([
        ['logs/照片', 'input/not-looked-into', { name: 'logs/照片' }],
        ['logs/10000.csv', 'input/not-looked-into', { name: 'logs/10000.csv', most: 10_000, all: 10_001 }],
      ]);
    } finally {
      rmSync(home, { recursive: true });
    }
  });

  test.each(['', 'x'])('a file in place of the folder of logs is told', async (text) => {
    const files = { 'county/r/profile.yaml': RUNNING['profile.yaml'] ?? '', 'county/r/logs': text };
    const { code, stdout } = await run(['audit', 'county', ...DAY.split(' '), '-f', 'json'], { files });
    expect(code).toBe(1);
    expect(institutionsOf(stdout)[0]?.findings.map(({ rule }) => rule)).toContain('input/missing');
  });
});
