/**
 * The recipes for CI with npm itself: each one's lines that install the program are run as they stand, with the packed
 * package and with a tag of a clone, and what they put on the path must audit the example. Also what pre-commit does.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { copyCheckout, pack } from './packed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name) => readFileSync(join(root, name), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'resume-check-recipes-'));
const CACHE = execFileSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).trim();
/** As `npm run test:deep` sets it. */
const DEEP = process.env.RESUME_CHECK_DEEP === '1';
const SCHOOL = join(root, 'examples', 'complete');

/** Runs lines in a shell of their own, with a home of their own, and returns the code and what was written. */
function shell(name, lines, variables) {
  const home = join(folder, name);
  mkdirSync(home);
  const env = { PATH: process.env.PATH, HOME: home, RUNNER_TEMP: home, GITHUB_PATH: join(home, 'paths'), ...variables };
  // the packages that npm keeps, wherever this home is
  Object.assign(env, {
    npm_config_cache: CACHE,
    npm_config_prefer_offline: 'true',
    npm_config_update_notifier: 'false',
  });
  const script = lines.replaceAll('/opt/', `${home}/`);
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
    cwd: home,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr, home };
}

const github = parse(read('examples/ci/github-actions.yml')).jobs;
const installing = ({ steps }) => steps.find(({ run }) => run?.includes('npm install')).run;
const dockerfile = read('examples/ci/Dockerfile').replaceAll('\\\n', '');
const onPath = (path) => `\nexport PATH="${path}:$PATH"`;
/** What each recipe runs until resume-check is on the path. */
const RECIPES = {
  'github-actions.yml': `${installing(github.part)}${onPath('$(cat "$GITHUB_PATH")')}`,
  'gitlab-ci.yml': parse(read('examples/ci/gitlab-ci.yml')).default.before_script.join('\n'),
  'gitlab.yml': parse(read('ci/gitlab.yml'))['resume-check'].script.slice(0, 2).join('\n'),
  'install.sh': `sh '${join(root, 'examples/ci/install.sh')}'${onPath('$HOME/.resume-check/node_modules/.bin')}`,
  Dockerfile: `(${/^RUN (.+)$/m.exec(dockerfile)[1]})${onPath(/^ENV PATH=(.+):\$PATH$/m.exec(dockerfile)[1])}`,
};
const AUDIT = `\nexec resume-check audit '${SCHOOL}' --as-of 2020-05-11 --no-progress --quiet`;

function must({ status, stdout, stderr }, code, what) {
  if (status !== code) throw new Error(`${what}: ended with ${status}, not ${code}\n${stdout}${stderr}`);
}

/** The action, with its step as the runner calls it. */
function act(name, action, from) {
  const [step] = parse(read('action.yml')).runs.steps;
  const given = {
    COMMAND: 'audit',
    PATHS: SCHOOL,
    ARGS: '--as-of=2020-05-11',
    FAIL_ON: 'error',
    ACTION: action,
    RESUME_CHECK_FROM: from,
  };
  return shell(name, step.run, { ...given, GITHUB_OUTPUT: '/dev/null', GITHUB_STEP_SUMMARY: '/dev/null' });
}

try {
  const { tarball } = pack(join(folder, 'packed'));
  for (const [name, lines] of Object.entries(RECIPES))
    must(shell(name, lines + AUDIT, { RESUME_CHECK_FROM: tarball }), 0, `${name}, from the tarball`);
  // test/scenarios/ci.test.ts has this for each recipe, with an npm that fails
  const missing = shell('missing', RECIPES['install.sh'] + AUDIT, { RESUME_CHECK_FROM: join(folder, 'nothing.tgz') });
  must(missing, 3, 'install.sh, from a tarball that is not there');
  if (!missing.stderr.includes('resume-check could not be installed')) throw new Error('install.sh does not say why');
  must(act('action', join(root, 'examples'), tarball), 0, 'action.yml, from the tarball');

  // a tag that builds itself: a clone with nothing that git does not have
  const clone = join(folder, 'clone');
  copyCheckout(clone, { packages: false });
  const git = (...call) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@x.invalid', ...call], { cwd: clone });
  for (const call of ['init -q .', 'add -A', 'commit -q -m x', 'tag v0.1.0']) git(...call.split(' '));
  const tag = `git+${pathToFileURL(clone)}#v0.1.0`;
  must(shell('tag', RECIPES['install.sh'] + AUDIT, { RESUME_CHECK_FROM: tag }), 0, 'install.sh, from a tag');

  // each builds the clone again, which takes half a minute
  if (DEEP) fromCheckouts(clone);
  const count = Object.keys(RECIPES).length + 1;
  process.stdout.write(
    `recipes: ${count} install from the tarball, ${DEEP ? 3 : 1} from a tag; no image was built, no runner asked\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The checkout of the action, and then what pre-commit does in its own. */
function fromCheckouts(clone) {
  must(act('action of its own', clone, ''), 0, 'action.yml, from its own tag');
  const hook = 'npm install -g "$(npm pack)" >&2\nrm -r node_modules';
  const precommit = shell('pre-commit', `cd '${clone}'\n${hook}${onPath('$npm_config_prefix/bin')}${AUDIT}`, {
    npm_config_prefix: join(folder, 'node_env'),
  });
  must(precommit, 0, 'pre-commit');
}
