/** `validate` and `seats` judge seats alike: what one refuses the other refuses too, with the same findings. */
import { projectFile, run } from './run.js';

const COMPLETE = projectFile('examples/complete/profile.yaml');
const GRID = 'seats: { rows: 5, columns: 6, rowSpacing: 1.2, columnSpacing: 1.1 }';
const with_ = (seats: string): string => {
  expect(COMPLETE).toContain(GRID);
  return COMPLETE.replace(GRID, `seats: ${seats}`);
};

const CASES: readonly (readonly [what: string, profile: string, message: RegExp])[] = [
  ['a smallest distance in centimetres', with_('{ minSpacing: 60 }'), /单位/],
  [
    'a distance between rows in centimetres',
    with_('{ rows: 5, columns: 6, rowSpacing: 120, columnSpacing: 1.1 }'),
    /单位/,
  ],
  ['coordinates in centimetres', with_('{ points: [[100, 100], [160, 100]] }'), /墙外/],
  ['a seat outside of the walls', with_('{ points: [[1, 1], [2.5, 1], [40, 1]] }'), /墙外/],
  ['no rows', with_('{ rows: 0, columns: 6, rowSpacing: 1.2, columnSpacing: 1.1 }'), /不能小于 1/],
  ['a room in centimetres', COMPLETE.replace('length: 9, width: 8', 'length: 90, width: 800'), /单位/],
  [
    'a room in centimetres without its other side',
    COMPLETE.replace('length: 9, width: 8, ', 'length: 900, ').replace(
      GRID,
      'seats: { points: [[100, 100], [300, 100]] }',
    ),
    /单位/,
  ],
];

interface Said {
  readonly rule: string;
  readonly message: { readonly zh: string };
  readonly line: number;
}

test.each(CASES)('%s', async (_, profile, message) => {
  const files = { 'profile.yaml': profile };
  const validated = await run(['validate', '-f', 'json'], { files });
  const seats = await run(['seats', '-f', 'json', '--lang', 'zh'], { files });
  const [{ findings, compliant } = { findings: [] as Said[], compliant: true }] = (
    JSON.parse(validated.stdout) as { institutions: { findings: Said[]; compliant: boolean | null }[] }
  ).institutions;
  const said = findings.filter((each) => message.test(each.message.zh));
  expect(said.length).toBeGreaterThan(0);
  expect({ code: validated.code, compliant }).not.toEqual({ code: 0, compliant: true });
  expect([validated.code, seats.code]).toEqual([1, 1]);
  const there = (JSON.parse(seats.stdout) as { findings: Said[] }).findings;
  const tell = ({ line, message: { zh } }: Said): string => `${line} ${zh}`;
  expect(there.map(tell)).toEqual(expect.arrayContaining(said.map(tell)));
});

test('30 people in a room with six seats: a warning of both', async () => {
  const profile = with_('{ rows: 2, columns: 3, rowSpacing: 1.2, columnSpacing: 1.1 }');
  const { stdout } = await run(['validate', '-f', 'json'], { files: { 'profile.yaml': profile } });
  const [one] = (JSON.parse(stdout) as { institutions: { findings: (Said & { severity: string })[] }[] }).institutions;
  expect(one?.findings.filter(({ rule }) => rule === 'input/seats').map(({ severity }) => severity)).toEqual([
    'warning',
  ]);
});

test('a space that is no map is an error of the input, of both commands', async () => {
  const files = { 'profile.yaml': 'spaces:\n  - J101\n' };
  const seats = await run(['seats', '--lang', 'zh'], { files });
  expect([seats.code, seats.stderr]).toEqual([2, expect.stringMatching(/^profile\.yaml:\d+:\d+: 错误：/)]);
  const { code } = await run(['validate'], { files });
  expect(code).toBe(1);
});
