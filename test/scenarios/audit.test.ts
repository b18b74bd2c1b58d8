/** Audits by the built program: shards, workers, who is missing, what is broken, and parts that don't belong together. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { projectFile, type Result, run, runAll, runProgram, runShell, type Step, type Surroundings } from './run.js';

const COMPLETE = projectFile('examples/complete/profile.yaml');
const MISTAKES = projectFile('examples/mistakes/profile.yaml');
const DAY = ['--as-of', '2020-05-11'];
const AUDIT = `audit county ${DAY.join(' ')}`;

type Files = Readonly<Record<string, string | Uint8Array>>;

/** The morning checks of an institution, of more than 512 bytes, each row as often as there are people. */
function checkLog(people: number, name = '张示例'): string {
  const row = (i: number): string => `2020-05-06,晨,焊工1班,${name}${i},T${String(i).padStart(3, '0')},是,,李示例`;
  return `日期,时段,班级/部门,姓名,编号,是否出勤,缺勤原因,检查人\n${Array.from({ length: people }, (_, i) => row(i)).join('\n')}\n`;
}

/** An institution that is complete but for its logs. */
function school(id: string, log = checkLog(12 + Number(id.slice(-2)))): Files {
  const profile = COMPLETE.replace('id: example-complete', `id: ${id}`).replace(
    /^ {2}name: .*$/m,
    `  name: 示例学校${id}`,
  );
  return { [`county/${id}/profile.yaml`]: profile, [`county/${id}/logs/check.csv`]: log };
}

const COUNTY: Files = {
  ...school('school-01'),
  ...school('school-02'),
  ...school('school-03'),
  'county/mistakes/profile.yaml': MISTAKES,
  'county/mistakes/logs/check.csv': checkLog(3),
  'county/unreadable/profile.yaml': 'institution: [\n',
  'county/unreadable/logs/check.csv': checkLog(40),
  'county/binary/profile.yaml': COMPLETE.replace('id: example-complete', 'id: binary'),
  'county/binary/logs/check.csv': new Uint8Array([0, 1, 255, 254, 0, 80, 75, 3, 4, 0]),
};

interface Json {
  readonly institutions: readonly {
    readonly id: string;
    readonly name?: string;
    readonly compliant: boolean | null;
    readonly findings: readonly {
      readonly rule: string;
      readonly file: string;
      readonly line: number;
      readonly message: { readonly zh: string };
    }[];
  }[];
}

async function auditJson(
  argv: readonly string[],
  surroundings: Surroundings,
): Promise<{ code: Result['code']; report: Json }> {
  const { code, stdout, stderr } = await run(['audit', ...argv, ...DAY, '-f', 'json'], surroundings);
  expect(stderr).toBe('');
  return { code, report: JSON.parse(stdout) as Json };
}

const rulesOf = (report: Json, id: string): string[] =>
  report.institutions.filter((each) => each.id === id).flatMap(({ findings }) => findings.map(({ rule }) => rule));

describe('an audit', () => {
  test('of one broken institution and others says so of that one, and judges the others', async () => {
    const { code, report } = await auditJson(['county'], { files: COUNTY });
    expect(code).toBe(1);
    const ids = ['binary', 'mistakes', 'school-01', 'school-02', 'school-03', 'unreadable'];
    expect(
      report.institutions.map(({ id }) => (id === 'unreadable' || ids.includes(id) ? id : 'mistakes')).sort(),
    ).toEqual(ids);
    expect(rulesOf(report, 'unreadable')).toContain('input/yaml');
    expect(rulesOf(report, 'binary').filter((rule) => rule.startsWith('input/'))).not.toEqual([]);
    expect(report.institutions.find(({ id }) => id === 'school-01')?.findings.length).toBeGreaterThan(0);
    expect(report.institutions.find(({ id }) => id === 'unreadable')?.compliant).toBe(false);
  });

  test('gives the same bytes with one worker and with two', async () => {
    const argv = ['audit', 'county', ...DAY, '-f', 'json', '--jobs'];
    const [one, two] = [
      await run([...argv, '1'], { files: COUNTY }),
      await runProgram([...argv, '2'], { files: COUNTY }),
    ];
    expect(one.stdout).not.toBe('');
    expect(two.stdout).toBe(one.stdout);
  });

  test.each([1, 2, 3, 7, 16])('in %d shards that are merged gives the bytes of one run', async (count) => {
    const parts = Array.from({ length: count }, (_, i) => i + 1);
    const backwards = parts.map((i) => `part-${i}.ndjson`).reverse();
    const steps = [
      `${AUDIT} -f json -f text -o whole.json -o whole.txt --exit-zero`,
      ...parts.map((i) => `${AUDIT} --shard ${i}/${count} -o part-${i}.ndjson`),
      'merge part-*.ndjson -f json -o merged.json --exit-zero',
      `merge ${backwards.join(' ')} -f text -o merged.txt --exit-zero`,
    ];
    const { code, stderr, files } = await runAll(steps, { files: COUNTY });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(files['whole.json']).toContain('"school-02"');
    expect(files['merged.json']).toBe(files['whole.json']);
    expect(files['merged.txt']).toBe(files['whole.txt']);
  });

  test('gives the same parts with one worker and with two', async () => {
    const argv = ['audit', 'county', ...DAY, '--shard', '1/2', '--jobs'];
    const [one, two] = [
      await run([...argv, '1'], { files: COUNTY }),
      await runProgram([...argv, '2'], { files: COUNTY }),
    ];
    expect(one.stdout).not.toBe('');
    expect(two.stdout).toBe(one.stdout);
  });

  test('says who of a list handed in nothing', async () => {
    const roster = '编号,机构名称\nschool-01,\n,示例学校school-02\nunreadable,\nschool-09,缺席学校\n,无名学校\n';
    const { code, report } = await auditJson(['county', '--expect', 'roster.csv'], {
      files: { ...COUNTY, 'roster.csv': roster },
    });
    expect(code).toBe(1);
    const absent = report.institutions.filter(({ findings }) =>
      findings.some(({ rule }) => rule === 'input/not-submitted'),
    );
    expect(absent.map(({ id }) => id).sort()).toEqual(['school-09', '无名学校']);
    const text = await run(['audit', 'county', ...DAY, '--expect', 'roster.csv', '--lang', 'zh'], {
      files: { ...COUNTY, 'roster.csv': roster },
    });
    expect(text.stdout).toMatch(/未报送.*缺席学校/);
    expect(text.stdout).toContain('未报送 2');
  });

  test('footers and destroyed rows of a list are no institutions, and blanks in a name make nobody missing', async () => {
    const roster = '编号,机构名称\n,示例 学校 school-01\nSCHOOL-02,\n#REF!,\n合计,2家\n负责人签字：,\n';
    const files = { ...school('school-01'), ...school('school-02'), 'roster.csv': roster };
    const { report } = await auditJson(['county', '--expect', 'roster.csv'], { files });
    expect(report.institutions.map(({ id }) => id)).toEqual(['school-01', 'school-02']);
  });

  test('reads a list whose cells have line breaks, and keeps the lines of those after them', async () => {
    const roster = '"机构\n编号",机构名称,备注\nschool-09,"缺席\n学校","电话\n不通"\nschool-10,另一学校,\n';
    const files = { ...school('school-01'), 'roster.csv': roster };
    const { report } = await auditJson(['county', '--expect', 'roster.csv'], { files });
    const absent = report.institutions.flatMap(({ name, findings }) =>
      findings.filter(({ rule }) => rule === 'input/not-submitted').map(({ file, line }) => `${name} ${file}:${line}`),
    );
    expect(absent.sort()).toEqual(['另一学校 roster.csv:6', '缺席学校 roster.csv:3']);
  });

  test('refuses a list with a quote that is never closed: who stands below it would be missing without a word', async () => {
    const files = { ...school('school-01'), 'roster.csv': '编号\nschool-09\n"school-10\nschool-11\n' };
    const { code, stdout, stderr } = await run(['audit', 'county', ...DAY, '--expect', 'roster.csv'], { files });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('roster.csv:3:1');
  });

  test('knows an institution of the list by its folder too', async () => {
    const files = {
      ...school('school-01'),
      'county/other-name/profile.yaml': COMPLETE,
      'roster.csv': '文件夹\nother-name\n',
    };
    const { report } = await auditJson(['county', '--expect', 'roster.csv'], { files });
    expect(report.institutions).toHaveLength(2);
  });

  test('finds a log that two institutions handed in alike, and says nothing of it with --no-hints', async () => {
    const files = {
      ...school('school-01', checkLog(20)),
      ...school('school-02', checkLog(20)),
      ...school('school-03'),
    };
    const { report } = await auditJson(['county'], { files });
    expect(rulesOf(report, 'school-01')).toContain('hint/same-log');
    expect(rulesOf(report, 'school-02')).toContain('hint/same-log');
    expect(rulesOf(report, 'school-03')).not.toContain('hint/same-log');
    const [finding] = report.institutions[0]?.findings.filter(({ rule }) => rule === 'hint/same-log') ?? [];
    expect(finding).toMatchObject({
      file: 'county/school-01/logs/check.csv',
      message: { en: expect.stringContaining('the very same as a log of school-02;') },
      related: [{ file: 'county/school-02/logs/check.csv', line: 1 }],
    });
    const { stdout } = await run(['audit', 'county', '--lang', 'en', ...DAY], { files });
    expect(stdout).toContain('示例学校school-01  logs: 1, the very same as of school-02\n');
    const { report: without } = await auditJson(['county', '--no-hints'], { files });
    expect(rulesOf(without, 'school-01')).not.toContain('hint/same-log');
  });

  test('warns of two folders with one id', async () => {
    const profile = school('school-01')['county/school-01/profile.yaml'] ?? '';
    const files = { ...school('school-01'), ...school('school-02'), 'county/copy/profile.yaml': profile };
    const { code, report } = await auditJson(['county'], { files });
    expect(code).toBe(0);
    expect(report.institutions.map(({ id }) => id)).toEqual(['school-01', 'school-01', 'school-02']);
    expect(rulesOf(report, 'school-01').filter((rule) => rule === 'input/same-id')).toHaveLength(2);
    expect(rulesOf(report, 'school-02')).not.toContain('input/same-id');
    const [first] = report.institutions[0]?.findings.filter(({ rule }) => rule === 'input/same-id') ?? [];
    expect(first).toMatchObject({
      file: 'county/copy/profile.yaml',
      related: [{ file: 'county/school-01/profile.yaml' }],
    });
    const { stdout } = await run(['audit', 'county', '--lang', 'en', ...DAY], { files });
    expect(stdout).toContain('示例学校school-01  id school-01 (county/copy/profile.yaml)\n');
  });

  test('leaves out what an office program left behind', async () => {
    const files = { ...school('school-01'), 'county/school-01/logs/~$check.csv': new Uint8Array([0, 1, 2]) };
    const { report } = await auditJson(['county'], { files });
    expect(JSON.stringify(report)).not.toContain('~$');
  });

  test('does not follow links in a circle, and says which log is one', async () => {
    const links = (): void => {
      symlinkSync('../county', 'county/circle');
      symlinkSync('loop.csv', 'county/school-01/logs/loop.csv');
      symlinkSync('nowhere', 'county/school-02/logs/lost.csv');
    };
    // links in a circle can not be listed
    const unlink = (): void => {
      for (const link of ['county/circle', 'county/school-01/logs/loop.csv']) rmSync(link);
    };
    const { code, stdout, stderr } = await runAll([links, `${AUDIT} -f json`, unlink], {
      files: { ...school('school-01'), ...school('school-02') },
    });
    const note = '没有核对 county/circle（是链接，或名称以 _ 开头）；要核对就单独写出\n';
    expect({ code, stderr }).toEqual({ code: 1, stderr: note });
    const report = JSON.parse(stdout) as Json;
    expect(report.institutions.map(({ id }) => id)).toEqual(['school-01', 'school-02']);
    expect(rulesOf(report, 'school-01')).toContain('input/read');
    expect(rulesOf(report, 'school-02')).toContain('input/read');
  });

  test('says which log is a folder, and which can not be read at all', async () => {
    const files = {
      ...school('school-01'),
      'county/school-01/logs/entry.csv/inner.txt': '',
      'county/logs-only/logs': '',
    };
    const { code, report } = await auditJson(['county'], { files });
    expect(code).toBe(1);
    expect(report.institutions.map(({ id }) => id)).toEqual(['logs-only', 'school-01']);
    expect(rulesOf(report, 'logs-only')).toContain('input/missing');
  });

  test('reads an institution of ten thousand files, those that are logs, and leaves out office locks', async () => {
    const notes = (): void => {
      for (let i = 0; i < 5000; i++) {
        for (const name of [`note-${i}.pdf`, `~$note-${i}.csv`]) writeFileSync(`county/school-01/logs/${name}`, '');
      }
    };
    const steps = [notes, `${AUDIT} -f json --exit-zero -o report.json`, () => rmSync('county', { recursive: true })];
    const { code, stderr, files } = await runAll(steps, { files: school('school-01') });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [one] = (JSON.parse(files['report.json'] ?? '') as { institutions: { inputs: { file: string }[] }[] })
      .institutions;
    expect(one?.inputs.map(({ file }) => file)).toEqual([
      'county/school-01/profile.yaml',
      'county/school-01/logs/check.csv',
    ]);
  });

  test.each(['../school-01/profile.yaml', '/etc/passwd', 'a/../../school-01/profile.yaml'])(
    'does not read %s for a school whose configuration says so',
    async (path) => {
      const files = { ...school('school-01'), 'county/other/resume-check.yaml': `profile: ${path}\n` };
      const { report } = await auditJson(['county'], { files });
      expect(report.institutions.map(({ id }) => id)).toEqual(['other', 'school-01']);
      expect(rulesOf(report, 'other')).toEqual(['input/outside', 'input/own-config']);
    },
  );

  test('reads the files where the configuration of a school says that they are', async () => {
    const files = {
      'county/other/resume-check.yaml': 'profile: papers/school.yaml\nlogs: papers\n',
      'county/other/papers/school.yaml': COMPLETE,
      'county/other/papers/check.csv': checkLog(3),
    };
    const { report } = await auditJson(['county'], { files });
    expect(report.institutions.map(({ id }) => id)).toEqual(['example-complete']);
    expect(rulesOf(report, 'example-complete')).not.toContain('input/missing');
  });

  test('says that the folder of logs which the configuration of a school names is not there', async () => {
    const files = { ...school('school-01'), 'county/school-01/resume-check.yaml': 'logs: nowhere\n' };
    const { code, report } = await auditJson(['county'], { files });
    const [finding] = report.institutions[0]?.findings.filter(({ rule }) => rule === 'input/missing') ?? [];
    expect([code, finding?.file]).toEqual([1, 'county/school-01/nowhere']);
  });

  test('says which folders it did not look into, unless they are named', async () => {
    const files = {
      ...school('school-01'),
      'county/.git/config': '',
      'county/_old/profile.yaml': COMPLETE,
      'moved/profile.yaml': COMPLETE,
    };
    const audit = `${AUDIT} --lang en -f json -o a.json`;
    const links = (): void => {
      symlinkSync('school-01', 'county/again');
      symlinkSync('../moved', 'county/moved');
      symlinkSync('nowhere', 'county/lost');
      symlinkSync('school-01/profile.yaml', 'county/copy.yaml');
    };
    const note = (folders: string): string =>
      `not looked into: ${folders} (a link, or a name that begins with _); to have it audited, name it\n`;
    const { stderr } = await runAll([links, audit, `${audit} county/_old`, `${audit} --quiet`], { files });
    expect(stderr).toBe(note('county/_old, county/lost, county/moved') + note('county/lost, county/moved'));
  });

  test('takes a list that was made on Windows', async () => {
    const files = { ...school('school-01'), 'list.txt': '\ufeffcounty\\school-01\r\n' };
    const { code, report } = await auditJson(['@list.txt'], { files });
    expect([code, report.institutions.map(({ id }) => id)]).toEqual([0, ['school-01']]);
  });

  test('takes a list of folders, and each once', async () => {
    const list = '# 名单\ncounty/school-01\n\ncounty/school-02/\r\ncounty\n';
    const { report } = await auditJson(['@list.txt', 'county/school-0*'], { files: { ...COUNTY, 'list.txt': list } });
    expect(report.institutions).toHaveLength(6);
  });
});

describe('what can not be audited', () => {
  test.each<[string, readonly string[]]>([
    ['no such folder', ['nowhere']],
    ['a pattern that matches nothing', ['nowhere/*']],
    ['a pattern that matches nothing, beside a folder', ['county', 'nowhere/*']],
    ['an empty folder', ['empty']],
    ['an empty folder, beside another', ['county', 'empty']],
    ['an empty path', ['county', '']],
    ['a list that is not there', ['@nowhere.txt']],
    ['an empty list', ['@none.txt']],
    ['a file', ['none.txt']],
    ['shard 0', ['county', '--shard', '0/4']],
    ['a shard beyond the last', ['county', '--shard', '5/4']],
    ['shards of no number', ['county', '--shard', '1/x']],
    ['a shard in a format of reports', ['county', '--shard', '1/1', '-f', 'json']],
    ['no list of who should be there', ['county', '--expect', 'nowhere.csv']],
    ['a list without ids or names', ['county', '--expect', 'none.txt']],
    ['a number of jobs that is none', ['county', '--jobs', 'many']],
  ])('%s: exit code 2, one line on stderr', async (_, argv) => {
    const files = { ...school('school-01'), 'empty/.keep': '', 'none.txt': '# nothing\n' };
    const { code, stdout, stderr } = await run(['audit', ...argv, ...DAY], { files });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.split('\n')).toHaveLength(2);
  });
});

describe('parts', () => {
  const FILES = { ...school('school-01'), ...school('school-02'), ...school('school-03') };
  const shard = (i: number, n: number, more = ''): string => `${AUDIT} --shard ${i}/${n} -o part-${i}.ndjson ${more}`;
  const merge = async (steps: readonly Step[], files: Files = FILES): Promise<Result> => await runAll(steps, { files });
  const ALL = 'merge part-*';

  test.each<[string, readonly Step[], number]>([
    ['none', [ALL], 2],
    ['one that is not there', ['merge part-1.ndjson'], 2],
    ['one named twice', [shard(1, 1), 'merge part-1.ndjson ./part-1.ndjson'], 2],
    ['one named twice by a link', [shard(1, 1), () => symlinkSync('part-1.ndjson', 'b'), 'merge part-1.ndjson b'], 2],
    ['one as output too', [shard(1, 1), 'merge part-1.ndjson -f json -o part-1.ndjson'], 2],
    ['one missing', [shard(1, 3), shard(3, 3), ALL], 3],
    ['of another number', [shard(1, 2), shard(2, 3), ALL], 3],
    ['of another day', [shard(1, 2), shard(2, 2, '--as-of 2020-05-12'), ALL], 3],
    ['with other options', [shard(1, 2), shard(2, 2, '--strict'), ALL], 3],
    ['of another set', [shard(1, 2), () => mkdirSync('county/new'), shard(2, 2), ALL], 3],
    ['cut short', [shard(1, 1), () => truncateSync('part-1.ndjson', 2000), 'merge part-1.ndjson'], 3],
    ['a report', ['audit county --exit-zero -f json -o a.json', 'merge a.json'], 3],
  ])('%s: refused', async (_, steps, expected) => {
    const { code, stdout, stderr } = await merge(steps);
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr.split('\n')).toHaveLength(2);
    expect(stderr).not.toContain('--debug');
  });

  test.each([
    ['another version', /"version":"[^"]*"/, '"version":"9.9.9"'],
    ['other rules', /"digest":"...../, '"digest":"00000'],
  ])('of %s are refused, though whole', async (_, pattern, by) => {
    const change = (): void => {
      const [body = ''] = readFileSync('part-2.ndjson', 'utf8')
        .replace(pattern, by)
        .split(/(?<=\n)(?=\{"end")/);
      const sha256 = createHash('sha256').update(body).digest('hex');
      const end = { institutions: body.split('\n').length - 2, sha256 };
      writeFileSync('part-2.ndjson', `${body}${JSON.stringify({ end })}\n`);
    };
    const { code, stdout, stderr } = await merge([shard(1, 2), shard(2, 2), change, ALL]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(/版本|规则/);
    // also where no other part contradicts them: the words of the report are those of the program that merges
    const alone = [shard(1, 1).replace('part-1', 'part-2'), change, 'merge part-2.ndjson'];
    expect(await merge(alone)).toMatchObject({ code: 3, stdout: '', stderr: expect.stringMatching(/另一个版本/) });
  });

  describe('made with a configuration', () => {
    const config = 'severity:\n  avoid-public-transport: info\nlimits:\n  fever: { value: 37.5 }\n';
    const configured = { ...FILES, 'county.yaml': config, 'other.yaml': 'limits:\n  fever: { value: 37.2 }\n' };
    const parts = [1, 2].map((i) => shard(i, 2, '--config county.yaml'));

    test.each(['json', 'sarif', 'text', 'markdown'])('give the bytes of one run in %s', async (format) => {
      const merged = `${ALL} --config county.yaml -f ${format} --exit-zero -o a`;
      const audited = `${AUDIT} --config county.yaml -f ${format} --exit-zero -o b`;
      const { code, stderr, files } = await merge([...parts, merged, audited], configured);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(files.a).not.toBe('');
      expect(files.a).toBe(files.b);
    });

    test('take the same configuration from wherever it lies', async () => {
      const files = { ...configured, 'elsewhere/again.yaml': config };
      const merged = `${ALL} --config elsewhere/again.yaml --exit-zero -o a`;
      expect(await merge([...parts, merged], files)).toMatchObject({ code: 0, stderr: '' });
    });

    test.each([
      ['none', parts, ''],
      ['another', parts, '--config other.yaml'],
      ['one that the parts had not', [1, 2].map((i) => shard(i, 2)), '--config county.yaml'],
    ])('are refused with %s', async (_, made, option) => {
      const { code, stdout, stderr } = await merge([...made, `${ALL} ${option} -o a`], configured);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/配置.*没有合并/);
    });
  });

  test('a part that was run again changes nothing', async () => {
    const { code, files } = await merge([
      shard(1, 2),
      shard(2, 2),
      () => copyFileSync('part-1.ndjson', 'again'),
      'merge part-2.ndjson again part-1.ndjson -f json --exit-zero -o a.json',
      `${AUDIT} -f json --exit-zero -o b.json`,
    ]);
    expect(code).toBe(0);
    expect(files['a.json']).toBe(files['b.json']);
  });

  test('some of them become one part, which merges with the others into the report of one run', async () => {
    const made = [
      ...[1, 2, 3, 4, 5].map((i) => shard(i, 5)),
      'merge part-5.ndjson part-2.ndjson -f partial -o two.ndjson --lang en',
      'merge part-1.ndjson two.ndjson -f partial -o three.ndjson --quiet',
    ];
    const both = await merge([...made, 'merge two.ndjson part-1.ndjson -f partial -f json -o x.ndjson -o x.json']);
    expect(both.code).toBe(3);
    expect(both.stderr.split('\n')).toEqual([
      '2 of 5 parts put together: no report yet, merge them with the others for the results',
      expect.stringContaining('3, 4'),
      '',
    ]);
    expect(Object.keys(both.files)).not.toContain('x.ndjson');
    const whole = 'merge three.ndjson part-3.ndjson part-4.ndjson -f json -o a.json --exit-zero';
    const { code, files } = await merge([...made, whole, `${AUDIT} -f json -o b.json --exit-zero`]);
    expect(code).toBe(0);
    expect(files['a.json']).toBe(files['b.json']);
  });

  test('say nothing of people', async () => {
    const { files } = await merge([shard(1, 1)]);
    expect(files['part-1.ndjson']).not.toMatch(/张示例|1380000\d{4}/);
  });
});

describe('streams', () => {
  const script = (shell: string): string => shell.replaceAll('AUDIT', `resume-check ${AUDIT}`);

  test('a reader that goes away early is no error', async () => {
    const { stdout, stderr } = await runShell(script('AUDIT -f json | head -c 20'), { files: COUNTY });
    expect(stdout).toHaveLength(20);
    expect(stderr).toBe('');
  });

  test.each(['AUDIT > /dev/full', 'AUDIT -f json -o /dev/full', 'AUDIT --shard 1/1 -o /dev/full'])(
    '%s: exit code 3',
    async (shell) => {
      const { code, stdout, stderr } = await runShell(script(shell), { files: COUNTY });
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      expect(stderr).not.toBe('');
    },
  );
});
