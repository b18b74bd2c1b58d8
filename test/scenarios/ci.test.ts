/** The recipes for CI: their shell lines, run as their service would run them, give the bytes of one run. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { DAY, FILES, machine, NPM, sameAsOneRun, TEMPERATURES } from './recipes.js';
import { projectFile, type Result, ROOT, run, runShell } from './run.js';

/** A step, job or document of YAML, of which the tests know the shape. */
// biome-ignore lint/suspicious/noExplicitAny: the shapes belong to five services
type Yaml = any;

/** All recipes. */
const RECIPES = [
  ...readdirSync(join(ROOT, 'examples/ci')).map((name) => `examples/ci/${name}`),
  'ci/gitlab.yml',
  '.pre-commit-hooks.yaml',
];
const SCRIPTS = readdirSync(join(ROOT, 'examples/ci')).filter((name) => name.endsWith('.sh'));

const yamlOf = (path: string): Yaml => parse(projectFile(path));
const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const linesOf = (steps: Yaml[]): string[] =>
  steps.flatMap(({ run: line }: { run?: string }) => (line === undefined ? [] : [line]));
/** What GitHub replaces by a value. */
const expression = (name: string): string => `\${{ ${name} }}`;
test('GitHub: a matrix of parts, and a merge', async () => {
  const { jobs } = yamlOf('examples/ci/github-actions.yml');
  const count = jobs.part.strategy.matrix.part.length;
  const partLines = (part: number): string[] =>
    linesOf(jobs.part.steps).map((line) => line.replaceAll(expression('matrix.part'), `${part}`));
  const all = [...linesOf(jobs.day.steps), ...partLines(1), ...linesOf(jobs.merge.steps)];
  expect(all.filter((line) => line.includes(expression('').slice(0, 3)))).toEqual([]);
  expect(jobs.part.strategy.matrix.part).toEqual(numbers(count).map((i) => i + 1));
  const uploaded = jobs.part.steps.find(({ with: given }: Yaml) => given?.['if-no-files-found'] === 'error').with;
  expect(partLines(1).join('\n')).toContain(`-o ${uploaded.path.replace(expression('matrix.part'), '1')}`);
  const script = [
    ...numbers(count).map((i) => machine({ DAY }, partLines(i + 1))),
    'mkdir parts && mv part-*.ndjson parts # upload and download',
    machine({ GITHUB_STEP_SUMMARY: 'summary' }, linesOf(jobs.merge.steps)),
  ];
  const { files, stdout } = await sameAsOneRun(script.join('\n'), count);
  expect(JSON.parse(files['report.sarif'] ?? '').version).toBe('2.1.0');
  expect(stdout).toMatch(/^::error file=/m);
  expect(files.summary).toContain('没来的示例学校');
});

test('GitHub: the day is that of China, and reaches the parts', async () => {
  const { jobs } = yamlOf('examples/ci/github-actions.yml');
  const { files } = await runShell(linesOf(jobs.day.steps).join('\n'), { env: { GITHUB_OUTPUT: 'out' } });
  expect(files.out).toMatch(/^day=\d{4}-\d\d-\d\d\n$/);
  expect(jobs.day.outputs.day).toBe(expression('steps.day.outputs.day'));
});

test('GitLab: parallel parts, and a merge', async () => {
  const { default: all, part, merge } = yamlOf('examples/ci/gitlab-ci.yml');
  // an hour of the day before in UTC
  const CI_PIPELINE_CREATED_AT = '2020-05-10T17:00:00Z';
  const script = [
    ...numbers(part.parallel).map((i) =>
      machine({ CI_NODE_INDEX: i + 1, CI_NODE_TOTAL: part.parallel, CI_PIPELINE_CREATED_AT }, [
        ...all.before_script,
        ...part.script,
      ]),
    ),
    machine({}, [...all.before_script, ...merge.script]),
  ];
  const { files } = await sameAsOneRun(script.join('\n'), part.parallel);
  const { codequality, junit } = merge.artifacts.reports;
  expect(JSON.parse(files[codequality] ?? '').length).toBeGreaterThan(0);
  expect(files[junit]).toContain('<testsuite');
});

test('GitLab: the template for one job', async () => {
  const template = yamlOf('ci/gitlab.yml');
  const job = template['resume-check'];
  const script = machine({ ...template.variables, RESUME_CHECK_FROM: 'a.tgz' }, job.script);
  const { files, stderr } = await runShell(script, { files: { ...FILES, ...NPM } });
  expect(stderr).toBe('');
  expect(files.codes).toBe('1\n');
  for (const report of Object.values<string>(job.artifacts.reports)) expect(files[report]).toBeTruthy();
});

test('Kubernetes: an Indexed Job, and a merge', async () => {
  const [parts, merge] = projectFile('examples/ci/kubernetes-job.yaml')
    .split(/^---$/m)
    .map((text): Yaml => parse(text));
  const { completions, template } = parts.spec;
  const [container] = template.spec.containers;
  const env = Object.fromEntries(container.env.map(({ name, value }: Yaml) => [name, value]));
  expect(env.PARTS).toBe(`${completions}`);
  const script = [
    ...numbers(completions).map((i) => machine({ ...env, DAY, JOB_COMPLETION_INDEX: i }, container.args)),
    machine({}, merge.spec.template.spec.containers[0].args),
  ];
  await sameAsOneRun(script.join('\n'), completions);
});

test('Slurm: an array, and a merge', async () => {
  const path = join(ROOT, 'examples/ci/slurm-array.sh');
  const text = projectFile('examples/ci/slurm-array.sh');
  const count = Number(/^#SBATCH --array=1-(\d+)$/m.exec(text)?.[1]);
  const merge = /--wrap "(.+)"/.exec(text)?.[1] ?? '';
  const script = [
    ...numbers(count).map((i) => machine({ DAY, SLURM_ARRAY_TASK_ID: i + 1 }, [`bash '${path}' county`])),
    machine({}, [merge.replace('report.txt', '-')]),
  ];
  await sameAsOneRun(script.join('\n'), count, '');
});

test.each(SCRIPTS)('%s is a script for bash', (name) => {
  const { status, stderr } = spawnSync('bash', ['-n', join(ROOT, 'examples/ci', name)], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

test('every recipe pins the version of this program', () => {
  const { version } = JSON.parse(projectFile('package.json'));
  const pins = RECIPES.flatMap((path) =>
    [...projectFile(path).matchAll(/resume-check(?:-|:|\.git#v)(\d[\d.]*\d)|rev: v(\d[\d.]*\d)/g)].map(
      ([, one, other]) => one ?? other,
    ),
  );
  expect(pins.length).toBeGreaterThan(RECIPES.length);
  expect(new Set(pins)).toEqual(new Set([version]));
});

test('no recipe asks a registry for the program', () => {
  for (const path of RECIPES) expect(projectFile(path)).not.toMatch(/npm install (?:-g|--global)|resume-check@\d/);
});

/** What installs the program, of each recipe that does, as one shell would run it. */
const INSTALLS: Readonly<Record<string, string>> = {
  'examples/ci/github-actions.yml part': installOf(yamlOf('examples/ci/github-actions.yml').jobs.part),
  'examples/ci/github-actions.yml merge': installOf(yamlOf('examples/ci/github-actions.yml').jobs.merge),
  'examples/ci/gitlab-ci.yml': yamlOf('examples/ci/gitlab-ci.yml').default.before_script.join('\n'),
  'ci/gitlab.yml': yamlOf('ci/gitlab.yml')['resume-check'].script.slice(0, 2).join('\n'),
  'examples/ci/install.sh': projectFile('examples/ci/install.sh'),
  'examples/ci/Dockerfile': runLines(projectFile('examples/ci/Dockerfile')).join('\n').replaceAll('/opt/', 'opt/'),
};

function installOf({ steps }: Yaml): string {
  return linesOf(steps).find((line) => line.includes('npm install')) ?? '';
}

/** The lines that a Dockerfile runs. */
function runLines(text: string): string[] {
  return [...text.replaceAll('\\\n', '').matchAll(/^RUN (.+)$/gm)].map((line) => line[1] ?? '');
}

describe.each(Object.entries(INSTALLS))('%s', (_, lines) => {
  const install = (from: string): Promise<Result> =>
    runShell(machine({ RESUME_CHECK_FROM: from }, [lines]), { files: NPM });

  test.each(['a file.tgz', 'git+https://git.example/resume-check.git#v0.1.0'])('installs from %s', async (from) => {
    const { stderr, files } = await install(from);
    expect({ stderr, codes: files.codes, from: files['installed-from'] }).toEqual({
      stderr: '',
      codes: '0\n',
      from: `${from}\n`,
    });
    // what it puts on the path is where npm installed to
    const [folder] = /\S+\/node_modules\/\.bin/.exec(files.paths ?? '') ?? [];
    if (files.paths !== undefined) expect(folder).toMatch(/\/home\/resume-check\/node_modules\/\.bin$/);
  });

  test.each(['nowhere', ''])('ends with 3 and says so if it can not, from %j', async (from) => {
    const { stderr, files } = await install(from);
    expect(files.codes).toBe('3\n');
    expect(stderr).toMatch(`resume-check could not be installed from RESUME_CHECK_FROM='${from}'\n`);
    expect(files['installed-from']).toBeUndefined();
  });
});

test.each([
  ['gnu-parallel.sh', {}],
  ['slurm-array.sh', { DAY, SLURM_ARRAY_TASK_ID: 1 }],
])('%s ends with 3 where the program is not installed', async (name, env) => {
  const without =
    'rm -f bin; mkdir bin; for each in bash env mkdir rm seq date; do ln -s "$(command -v $each)" bin; done';
  const script = `${without}\nPATH=$PWD/bin bash '${join(ROOT, 'examples/ci', name)}' county; echo $? >codes`;
  const { files, stderr } = await runShell(script, { env: { ...process.env, ...env } as Record<string, string> });
  expect([files.codes, stderr]).toEqual(['3\n', 'resume-check is not on PATH: see install.sh\n']);
});

describe('action.yml', () => {
  const action = yamlOf('action.yml');
  const [step] = action.runs.steps;
  /** Runs the step as the runner does. */
  const act = (inputs: Record<string, string>, action_path = ROOT): Promise<Result> => {
    const given = (name: string): string => inputs[name] ?? action.inputs[name].default ?? '';
    const env = Object.fromEntries(
      Object.entries<string>(step.env).map(([name, value]) => {
        const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1];
        return [name, input === undefined ? action_path : given(input)];
      }),
    );
    const runner = { GITHUB_OUTPUT: 'out', GITHUB_STEP_SUMMARY: 'summary', RUNNER_TEMP: '.' };
    const files = { ...FILES, ...NPM, 'step.sh': step.run };
    const script = 'chmod +x stub/npm; PATH="$PWD/stub:$PATH" exec bash --noprofile --norc -eo pipefail step.sh';
    return runShell(script, { files, env: { PATH: process.env.PATH ?? '', ...env, ...runner } });
  };

  test('no input is part of the script', () => {
    expect(step.run).not.toContain(expression('').slice(0, 3));
  });

  test.each([
    ['audit', 'county', '--as-of=2020-05-11\n--expect=roster.csv\n', 1, 'findings'],
    ['audit', 'county', '--as-of=2020-05-11\n--shard=1/1\n', 0, 'pass'],
    ['validate', 'county/学校甲/profile.yaml\n\ncounty/学校丙/profile.yaml\n', '', 0, 'pass'],
    ['audit', 'nowhere', '', 2, 'unusable'],
    ['merge', 'roster.csv', '', 3, 'unfinished'],
  ])('%s %s %j exits %i', async (command, paths, args, code, verdict) => {
    const result = await act({ command, paths, args });
    expect([result.code, result.files.out]).toEqual([code, `exit-code=${code}\nverdict=${verdict}\n`]);
  });

  test.each([
    [{ from: 'nowhere' }, ROOT, "RESUME_CHECK_FROM='nowhere'"],
    [{}, join(ROOT, 'examples'), "this action's own tag"],
  ])('%j in %s: what can not be installed is unfinished, not findings', async (inputs, folder, from) => {
    const { code, files, stderr } = await act({ paths: 'county', ...inputs }, folder);
    expect([code, files.out]).toEqual([3, 'exit-code=3\nverdict=unfinished\n']);
    expect(stderr).toContain(`resume-check could not be installed from ${from}\n`);
  });

  test('findings are annotated, and more formats can be had', async () => {
    const { stdout, files } = await act({
      paths: 'county',
      args: '--as-of=2020-05-11\n--format=sarif\n--output=a.sarif',
    });
    expect(stdout).toMatch(/^::error file=/m);
    expect(files.summary).toContain('学校乙');
    expect(JSON.parse(files['a.sarif'] ?? '').version).toBe('2.1.0');
  });

  test.each([
    { command: 'audit; touch pwned', paths: 'county' },
    { paths: '$(touch pwned)\n`touch pwned`\n"; touch pwned; "' },
    { paths: 'county', args: '--as-of=$(touch pwned)' },
    { paths: 'county', args: "'; touch pwned #" },
    { paths: 'county', 'fail-on': 'error\nverdict=pass' },
    { paths: '--exit-zero' },
  ])('%j does nothing but fail', async (inputs) => {
    const { code, files } = await act({ ...inputs });
    expect(code).toBe(2);
    expect(files.pwned).toBeUndefined();
    expect(files.out ?? '').toMatch(/^(exit-code=2\nverdict=unusable\n)?$/);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const hooks: Yaml[] = yamlOf('.pre-commit-hooks.yaml');
  const hook = (id: string): Yaml => hooks.find((each) => each.id === `resume-check-${id}`);
  const call = ({ entry, args = [] }: Yaml, files: readonly string[]): Promise<Result> =>
    run([...entry.split(' ').slice(1), ...args, '-f', 'json', '--as-of', DAY, ...files], { files: FILES });
  const filesIn = ({ stdout }: Result): string[] =>
    JSON.parse(stdout).institutions.flatMap(({ inputs }: Yaml) => inputs.map(({ file }: Yaml) => file));

  test('validate takes many profiles', async () => {
    const files = Object.keys(FILES).filter((file) => new RegExp(hook('validate').files).test(file));
    expect(files).toHaveLength(3);
    expect(filesIn(await call(hook('validate'), files)).sort()).toEqual([...files].sort());
  });

  test('lint takes many logs', async () => {
    const files = ['county/学校丙/logs/a.csv', 'county/学校丙/logs/b.csv', 'county/学校丙/logs/c.csv'];
    expect(files.filter((file) => new RegExp(hook('lint').files).test(file))).toEqual(files);
    const logs = Object.fromEntries(files.map((file) => [file, TEMPERATURES]));
    const entry = hook('lint').entry.split(' ').slice(1);
    const result = await run([...entry, '-f', 'json', '--as-of', DAY, ...files], { files: { ...FILES, ...logs } });
    expect(filesIn(result)).toEqual(expect.arrayContaining(files));
  });

  test('audit takes the folder', async () => {
    expect(hook('audit').pass_filenames).toBe(false);
    expect((await call(hook('audit'), [])).code).toBe(1);
  });
});
