/** `seats` of the built program: checks rooms, proposes layouts, writes each format. */
import { readFileSync } from 'node:fs';
import { projectFile, run, runAll, runShell } from './run.js';

const COMPLETE = projectFile('examples/complete/profile.yaml');
/** Two seats of the last room moved together. */
const CLOSE = COMPLETE.replace('[4, 2.5]], minSpacing: 1.5', '[2.6, 3.2]], minSpacing: 0.707');
const FILES = { 'profile.yaml': COMPLETE, 'close.yaml': CLOSE, 'none.yaml': 'spaces: []\n' };

test.each<[string, string[], number]>([
  ['the example', [], 0],
  ['two seats too close', ['close.yaml'], 1],
  ['two seats too close, in another room', ['close.yaml', '--room', 'J101'], 0],
  ['two seats too close, exit zero', ['close.yaml', '--exit-zero'], 0],
  ['a room by its sides', ['--length', '9', '--width', '7'], 0],
  ['a room that holds nobody', ['--length', '200', '--width', '0.5'], 1],
  ['no classroom', ['none.yaml'], 2],
  ['no such profile', ['nowhere.yaml'], 2],
  ['no such room', ['profile.yaml', '--room', 'J999'], 2],
  ['one side only', ['--length', '9'], 2],
  ['a side that is no number', ['--length', '9', '--width', 'wide'], 2],
  ['a side of nothing', ['--length', '0', '--width', '7'], 2],
  ['sides and a profile', ['profile.yaml', '--length', '9', '--width', '7'], 2],
  ['a podium of three numbers', ['--length', '9', '--width', '7', '--podium', '1,2,3'], 2],
  ['a format that there is not', ['-f', 'docx'], 2],
  ['over the profile', ['-f', 'yaml', '-o', 'profile.yaml'], 2],
  ['a drawing of nothing', ['--length', '200', '--width', '0.5', '-f', 'svg'], 2],
])('%s', async (_, argv, expected) => {
  const { code, stdout, stderr } = await run(['seats', ...argv], { files: FILES });
  expect([code, stderr]).toEqual([expected, expected === 2 ? expect.stringMatching(/^错误|^\S+:\d+:\d+: 错误/) : '']);
  expect(stdout === '').toBe(expected === 2);
});

test('the text names the pair, its place, and what the number of seats comes from', async () => {
  const { stdout } = await run(['seats', 'close.yaml', '--lang', 'en'], { files: FILES });
  const line = CLOSE.split('\n').findIndex((each) => each.includes('[2.6, 3.2]')) + 1;
  expect(stdout).toMatch(/error seats 5 and 6 of classroom J202 are 0\.707 m apart; at least 1 m are\s+needed/);
  expect(stdout).toContain(`close.yaml:${line}:`);
  expect(stdout).toContain('a class has at most 50 people (五（五）)');
  expect(stdout).toMatch(/toolkit\s+default, not from the\s+plan/);
  expect(stdout.split('\n').filter((each) => each.length > 80)).toEqual([]);
  expect(stdout).toMatch(/\|.*5!.*\|\n/);
});

test('every format has the same seats; files are written whole, the pictures the same twice', async () => {
  const room = '--length 4.3 --width 4.3 --lang en';
  const { files, code } = await runAll([
    `seats ${room} -f svg -f png -f yaml -f json -f text -o a.svg -o a.png -o a.yaml -o a.json -o a.txt`,
    `seats ${room} -f svg -f png -o b.svg -o b.png`,
    () => {
      for (const format of ['svg', 'png'])
        expect(readFileSync(`b.${format}`).equals(readFileSync(`a.${format}`))).toBe(true);
    },
    'seats a.yaml -f json -o c.json',
  ]);
  expect(code).toBe(0);
  interface Rooms {
    readonly rooms: readonly {
      readonly drawn: { readonly seats: readonly (readonly number[])[]; readonly tooClose: unknown[] } | null;
      readonly proposal: { readonly seats: readonly (readonly number[])[]; readonly upperBound: number };
    }[];
  }
  const proposed = (JSON.parse(files['a.json'] ?? '') as Rooms).rooms[0]?.proposal;
  const pasted = (JSON.parse(files['c.json'] ?? '') as Rooms).rooms[0]?.drawn;
  expect(proposed?.seats).toHaveLength(20);
  expect(pasted).toEqual({ seats: proposed?.seats, tooClose: [] });
  expect(files['a.svg']?.match(/<circle /g)).toHaveLength(20);
  expect(files['a.png']).toMatch(/PNG/);
  expect(files['a.txt']).toMatch(/proposed: 20 seats, staggered rows/);
});

test('with --proposed the picture is that of the proposal, and a fixture is kept clear', async () => {
  const argv = ['seats', '--room', 'J202', '--lang', 'en'];
  const circles = (svg: string): number => svg.match(/<circle /g)?.length ?? 0;
  const now = await run([...argv, '-f', 'svg'], { files: FILES });
  const best = await run([...argv, '-f', 'svg', '--proposed'], { files: FILES });
  expect([circles(now.stdout), circles(best.stdout)]).toEqual([6, 50]);
});

test('a name with commands and control characters gives none of them on', async () => {
  const name = '"##[error]x\\u001b[31m\\u202e::error::y"';
  const files = { 'profile.yaml': COMPLETE.replace('name: 101教室', `name: ${name}`) };
  for (const format of ['text', 'svg', 'yaml', 'json']) {
    const { code, stdout } = await run(['seats', '-f', format], { files });
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/##\[|[\p{Cf}]|^\s*::/mu);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  }
});

describe('a room that holds more without rows', () => {
  const small = ['seats', '--length', '6', '--width', '4'];

  test.each([
    ['zh', /更密的摆法：27 个座位，比建议多 2 个；没有直的走道，疏散通道须按四（九）/, /更密的摆法（上边是前）/],
    [
      'en',
      /denser: 27 seats, 2 more than proposed; no straight ways out: it must be\s+looked at under 四（九）/,
      /denser \(front/,
    ],
  ])('the text says so in %s and draws both', async (language, sentence, title) => {
    const { stdout, code } = await run([...small, '--lang', language]);
    expect(code).toBe(0);
    expect(stdout).toMatch(language === 'zh' ? /建议：25 个座位/ : /proposed: 25 seats/);
    expect(stdout).toMatch(sentence);
    expect(stdout).toMatch(title);
    expect(stdout).toMatch(/\|.*27.*\|\n/);
  });

  test('JSON has both, the same bytes twice; SVG draws both', async () => {
    const [first, second, svg] = await Promise.all([
      run([...small, '-f', 'json']),
      run([...small, '-f', 'json']),
      run([...small, '-f', 'svg', '--lang', 'zh']),
    ]);
    expect(second.stdout).toBe(first.stdout);
    const [room] = (JSON.parse(first.stdout) as { rooms: { proposal: { seats: unknown[]; denser: unknown } }[] }).rooms;
    expect(room?.proposal.seats).toHaveLength(25);
    expect(room?.proposal.denser).toMatchObject({ seats: { length: 27 }, clause: '四（九）', note: { zh: /./ } });
    expect(svg.stdout.match(/<circle /g)).toHaveLength(25 + 27);
    expect(svg.stdout).toContain('没有直的走道，疏散通道须按四（九）现场查看');
  });

  test('where the rows have as many, nothing is said of it', async () => {
    const { stdout } = await run(['seats', '--length', '3', '--width', '3', '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ rooms: [{ proposal: { denser: null } }] });
    expect((await run(['seats', '--length', '3', '--width', '3'])).stdout).not.toContain('四（九）');
  });
});

test.each<[string, string[], string | undefined]>([
  ['nothing', [], 'no podium, no door, no aisle entered: fewer will fit in the real room'],
  ['a podium', ['--podium', '2,0,2,1.2'], 'no door, no aisle entered: fewer will fit in the real room'],
  ['all', ['--podium', '2,0,2,1.2', '--door', '0,0,0.9,0.9', '--aisle', '2.5,1.2,1,3.8'], undefined],
])('of a room with %s entered it says what the real room has besides', async (_, things, expected) => {
  const { stdout } = await run(['seats', '--length', '5', '--width', '6', ...things, '--lang', 'en']);
  if (expected === undefined) expect(stdout).not.toContain('real room');
  else expect(stdout).toContain(expected);
});

test('the bound is said in plain words, and counts what stands in the room', async () => {
  const say = async (language: string, ...things: string[]): Promise<string> =>
    (await run(['seats', '--length', '5', '--width', '6', ...things, '--lang', language])).stdout.replace(/\n +/g, '');
  expect(await say('zh')).toContain('上限：不管怎么摆都不会超过 36 个座位；');
  const podium = await say('zh', '--podium', '2,0,2,1.2');
  expect(podium).toContain('上限：除去室内固定的东西占的地方，不管怎么摆都不会超过 35 个座位；');
  expect(`${podium}${await say('en')}`).not.toMatch(/Groemer|Oler|不等式|inequality/);
});

test('a side that is no number is asked for as one number', async () => {
  const { stderr } = await run(['seats', '--length', '1e3', '--width', '7', '--lang', 'en'], { files: FILES });
  expect(stderr).toContain('--length must be a number of metres, at most 300, such as 9');
});

test('a PNG to standard output is the bytes of it', async () => {
  const { stdout, code } = await runShell(
    'resume-check seats --length 3 --width 3 -f png | od -An -c -N4 | tr -d " \\n"',
  );
  expect([code, stdout]).toEqual([0, '211PNG']);
});
