/** The manifests of the recipes have the shape that their service asks for: no key that it does not know, none missing. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseAllDocuments } from 'yaml';
import { projectFile } from './run.js';

/** What a value may be. The keys are those of the services' references that recipes may have. */
type Shape = Readonly<Record<string, unknown>>;
const TEXT: Shape = { type: 'string', minLength: 1 };
const NAME: Shape = { type: 'string', pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' };
const COUNT: Shape = { type: 'integer', minimum: 0 };
const ANY: Shape = {};
const list = (items: Shape): Shape => ({ type: 'array', items, minItems: 1 });
const map = (values: Shape): Shape => ({ type: 'object', additionalProperties: values });
const either = (...shapes: Shape[]): Shape => ({ anyOf: shapes });
const one = (...values: (string | number | boolean)[]): Shape => ({ enum: values });
/** An object of these keys alone; those that end with ! must be there. */
function object(keys: Readonly<Record<string, Shape>>): Shape {
  const names = Object.entries(keys).map(([key, shape]): [string, Shape] => [key.replace('!', ''), shape]);
  const required = Object.keys(keys).flatMap((key) => (key.endsWith('!') ? key.slice(0, -1) : []));
  return { type: 'object', properties: Object.fromEntries(names), required, additionalProperties: false };
}

const STEP = either(
  object({ 'uses!': { type: 'string', pattern: '^[\\w.-]+/[\\w./-]+@v\\d' }, with: map(ANY), if: TEXT, id: NAME }),
  object({ 'run!': TEXT, env: map(TEXT), if: TEXT, id: NAME, shell: one('bash') }),
);
const PERMISSIONS = map(one('read', 'write', 'none'));
const WORKFLOW = object({
  'name!': TEXT,
  'on!': object({ schedule: list(object({ 'cron!': TEXT })), workflow_dispatch: { type: 'null' } }),
  'permissions!': PERMISSIONS,
  env: map(TEXT),
  'jobs!': map(
    object({
      'runs-on!': TEXT,
      'steps!': list(STEP),
      needs: either(NAME, list(NAME)),
      if: TEXT,
      outputs: map(TEXT),
      strategy: object({ 'fail-fast': one(true, false), 'matrix!': map(list(ANY)) }),
      permissions: PERMISSIONS,
    }),
  ),
});
const ACTION = object({
  'name!': TEXT,
  'description!': TEXT,
  inputs: map(object({ 'description!': TEXT, required: one(true, false), default: { type: 'string' } })),
  outputs: map(object({ 'description!': TEXT, 'value!': TEXT })),
  'runs!': object({
    'using!': one('composite'),
    'steps!': list(object({ id: NAME, 'shell!': one('bash'), env: map(TEXT), 'run!': TEXT })),
  }),
});

const WHEN = one('on_success', 'on_failure', 'always', 'manual');
const GITLAB_JOB = {
  image: TEXT,
  before_script: list(TEXT),
  stage: one('build', 'test', 'deploy'),
  parallel: { type: 'integer', minimum: 1, maximum: 200 },
  retry: object({
    'max!': { type: 'integer', minimum: 0, maximum: 2 },
    when: list(one('runner_system_failure', 'stuck_or_timeout_failure', 'script_failure')),
  }),
  needs: list(NAME),
  when: WHEN,
  'script!': list(TEXT),
  artifacts: object({
    paths: list(TEXT),
    access: one('all', 'developer', 'none'),
    expire_in: TEXT,
    when: WHEN,
    reports: object({ codequality: TEXT, junit: TEXT }),
  }),
};
const GITLAB: Shape = {
  type: 'object',
  properties: {
    variables: map({ type: 'string' }),
    default: object({ image: TEXT, before_script: list(TEXT) }),
  },
  additionalProperties: object(GITLAB_JOB),
};

const HOOKS = list(
  object({
    'id!': NAME,
    'name!': TEXT,
    description: TEXT,
    'entry!': TEXT,
    'language!': one('node'),
    files: { type: 'string', format: 'regex' },
    types: list(NAME),
    types_or: list(NAME),
    args: list(TEXT),
    pass_filenames: one(true, false),
    require_serial: one(true, false),
  }),
);

const CONTAINER = object({
  'name!': NAME,
  'image!': { type: 'string', pattern: '^[a-z0-9./-]+:[\\w.-]+$' },
  workingDir: { type: 'string', pattern: '^/' },
  command: list(TEXT),
  args: list(TEXT),
  env: list(object({ 'name!': { type: 'string', pattern: '^[A-Z_]+$' }, 'value!': { type: 'string' } })),
  resources: object({ requests: object({ cpu: TEXT, memory: { type: 'string', pattern: '^\\d+(Mi|Gi)$' } }) }),
  volumeMounts: list(object({ 'name!': NAME, 'mountPath!': { type: 'string', pattern: '^/' } })),
});
const JOB = object({
  'apiVersion!': one('batch/v1'),
  'kind!': one('Job'),
  'metadata!': object({ 'name!': NAME, labels: map(NAME) }),
  'spec!': object({
    completionMode: one('Indexed', 'NonIndexed'),
    completions: COUNT,
    parallelism: COUNT,
    backoffLimit: COUNT,
    backoffLimitPerIndex: COUNT,
    podFailurePolicy: object({
      'rules!': list(
        object({
          'action!': one('FailJob', 'FailIndex', 'Ignore', 'Count'),
          onExitCodes: object({ containerName: NAME, 'operator!': one('In', 'NotIn'), 'values!': list(COUNT) }),
          onPodConditions: list(object({ 'type!': TEXT, status: TEXT })),
        }),
      ),
    }),
    'template!': object({
      'spec!': object({
        // podFailurePolicy asks for Never
        'restartPolicy!': one('Never'),
        automountServiceAccountToken: one(false),
        'securityContext!': object({
          'runAsNonRoot!': one(true),
          runAsUser: { type: 'integer', minimum: 1 },
          runAsGroup: { type: 'integer', minimum: 1 },
          fsGroup: { type: 'integer', minimum: 1 },
        }),
        'containers!': list(CONTAINER),
        'volumes!': list(object({ 'name!': NAME, persistentVolumeClaim: object({ 'claimName!': NAME }) })),
      }),
    }),
  }),
});

test.each([
  ['action.yml', ACTION],
  ['examples/ci/github-actions.yml', WORKFLOW],
  ['examples/ci/gitlab-ci.yml', GITLAB],
  ['ci/gitlab.yml', GITLAB],
  ['.pre-commit-hooks.yaml', HOOKS],
  ['examples/ci/kubernetes-job.yaml', JOB],
])('%s', (path, shape) => {
  const validate = new Ajv2020({ allErrors: true, formats: { regex: true } }).compile(shape);
  const documents = parseAllDocuments(projectFile(path));
  for (const document of documents) {
    expect(document.errors).toEqual([]);
    validate(document.toJS());
    expect(validate.errors).toBeNull();
  }
});

test('each volume that a container of Kubernetes mounts is one of the pod, and each policy names a container', () => {
  for (const document of parseAllDocuments(projectFile('examples/ci/kubernetes-job.yaml'))) {
    const { template, podFailurePolicy } = document.toJS().spec;
    const namesOf = (things: { name: string }[]): string[] => things.map(({ name }) => name);
    const { containers, volumes } = template.spec;
    for (const { volumeMounts } of containers)
      expect(namesOf(volumes)).toEqual(expect.arrayContaining(namesOf(volumeMounts)));
    for (const { onExitCodes } of podFailurePolicy?.rules ?? [])
      if (onExitCodes) expect(namesOf(containers)).toContain(onExitCodes.containerName);
  }
});

test('the Dockerfile has the instructions that there are, copies from its own stage, and ends as a user who is not root', () => {
  const lines = projectFile('examples/ci/Dockerfile').replaceAll('\\\n', '').split('\n');
  const instructions = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(' '));
  const known = ['FROM', 'ARG', 'RUN', 'COPY', 'ENV', 'USER', 'WORKDIR', 'ENTRYPOINT', 'CMD'];
  expect(instructions.filter(([name = '']) => !known.includes(name))).toEqual([]);
  const all = (name: string): string[] =>
    instructions.filter(([first]) => first === name).map(([, ...rest]) => rest.join(' '));
  expect(all('FROM').at(-1)).toMatch(/^node:\d+-slim$/);
  const stages = all('FROM').flatMap((from) => / AS (\w+)$/.exec(from)?.[1] ?? []);
  for (const copy of all('COPY')) expect(stages).toContain(/^--from=(\w+) /.exec(copy)?.[1]);
  expect(all('USER')).toEqual(['node']);
  for (const name of ['ENTRYPOINT', 'CMD']) expect(Array.isArray(JSON.parse(all(name)[0] ?? ''))).toBe(true);
});
