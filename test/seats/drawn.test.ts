/** Rooms as they are drawn: where a grid stands, what is checked, the plan as SVG, as characters and as YAML. */
import fc from 'fast-check';
import { pngOf } from '../../src/io/picture.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import type { Space } from '../../src/profile/profile.types.js';
import { readProfile } from '../../src/profile/read.js';
import { checkClasses, checkSeats, SEATS } from '../../src/seats/check.js';
import { drawRooms, drawSeats, FIXTURE_WORDS } from '../../src/seats/drawing.js';
import { mapOf, seatMap, seatMaps } from '../../src/seats/map.js';
import { roomBlock } from '../../src/seats/profile-block.js';
import { DENSER, propose } from '../../src/seats/propose.js';
import { DEFAULT_PLACE } from '../../src/seats/room.js';
import { textPlan } from '../../src/seats/text-plan.js';
import { fill } from '../../src/text/fill.js';
import { widthOf } from '../../src/text/wrap.js';
import { runs } from '../deep.js';
import { readXml, textOf } from '../documents/xml.js';

const { limits } = LIUZHOU_2020;
const room = (more: Partial<Space>): Space => ({ id: 'A', kind: 'classroom', width: 6, length: 8, ...more });
const grid = { rows: 3, columns: 4, rowSpacing: 1.5, columnSpacing: 1.2 };
const podium = { kind: 'podium', x: 2, y: 0, width: 2, length: 1 } as const;
const pillar = { kind: 'pillar', x: 2, y: 3, width: 0.5, length: 0.5 } as const;

const mapped = (more: Partial<Space>) => {
  const map = seatMap(room(more), limits);
  if (!map) throw new Error('no map');
  return map;
};
const messages = (more: Partial<Space>): string[] =>
  [...checkSeats(room(more), 'spaces[0]', limits)].map(
    ({ path, message, params, related }) =>
      `${[path, ...related].join(' ')}: ${fill(SEATS.messages[message], params, 'en')}`,
  );

describe('a grid stands', () => {
  test('in the middle of the room, numbered row by row from the front left', () => {
    expect(mapped({ seats: grid }).seats.slice(0, 5)).toEqual([
      [1.2, 2.5],
      [2.4, 2.5],
      [3.6, 2.5],
      [4.8, 2.5],
      [1.2, 4],
    ]);
  });

  test('behind the podium', () => {
    const { seats } = mapped({ seats: grid, fixtures: [podium] });
    expect([seats[0]?.[1], seats.at(-1)?.[1]]).toEqual([3, 6]);
  });

  test('clear of a pillar, as near to the middle as it can', () => {
    const { seats } = mapped({ seats: grid, fixtures: [{ ...pillar, x: 2.2, y: 2.3 }] });
    expect(seats.filter(([x, y]) => x > 2.2 && x < 2.7 && y > 2.3 && y < 2.8)).toEqual([]);
    expect(seats[0]?.[0]).toBeCloseTo(1.2, 0);
  });

  test('parted by an aisle', () => {
    const aisle = { kind: 'aisle', x: 2.6, y: 0, width: 0.8, length: 8 } as const;
    const columns = [
      ...new Set(mapped({ seats: { ...grid, columnSpacing: 1 }, fixtures: [aisle] }).seats.map(([x]) => x)),
    ];
    expect(columns).toHaveLength(4);
    expect(columns.filter((x) => x > 2.6 && x < 3.4)).toEqual([]);
  });

  test('with its rows along the length where it does not fit otherwise, in the same order', () => {
    const { seats } = mapped({
      width: 4,
      length: 10,
      seats: { rows: 3, columns: 8, rowSpacing: 1.5, columnSpacing: 1.2 },
    });
    expect(seats[0]?.[0]).toBe(seats[1]?.[0]);
    expect(seats.every(([x, y]) => x >= 0 && x <= 4 && y >= 0 && y <= 10)).toBe(true);
  });
});

test('rooms without sides, without seats, that are no classrooms, or have far too many seats have no map', () => {
  const without: Partial<Space>[] = [
    { seats: grid, width: 0 },
    { seats: grid, length: 1e9 },
    {},
    { seats: { rows: 3 } },
    { seats: grid, kind: 'office' },
    { seats: { rows: 1e9, columns: 1e9, rowSpacing: 1, columnSpacing: 1 } },
  ];
  expect(seatMaps(without.map(room), limits)).toEqual([]);
  expect(seatMaps([room({ seats: grid })], limits)).toHaveLength(1);
});

test('a room that can not be read hides no other', () => {
  const { profile } = readProfile(
    'spaces:\n  - { id: A, kind: classroom, width: six, length: 8, seats: { points: [[1, 1]] } }\n  - { id: B, kind: classroom, width: 6, length: 8, seats: { points: [[1, 1]] } }\n',
    'profile.yaml',
  );
  expect(seatMaps(profile.spaces ?? [], limits).map((each) => each.room)).toEqual(['B']);
});

test('pairs that are too close are listed, the nearest first, with distances in whole millimetres', () => {
  const points: [number, number][] = [
    [1, 1],
    [2, 1],
    [2.9, 1],
    [2.999, 2.3],
    [1, 1.5],
  ];
  expect(mapped({ seats: { points } }).tooClose).toEqual([
    [0, 4, 0.5],
    [1, 2, 0.9],
  ]);
});

describe('what is checked', () => {
  test.each<[string, Partial<Space>, string[]]>([
    ['a grid that fits', { seats: grid, fixtures: [podium, pillar] }, []],
    ['the limit itself: 50 seats', { width: 20, length: 20, seats: { ...grid, rows: 5, columns: 10 } }, []],
    [
      'one more',
      { width: 20, length: 20, seats: { ...grid, rows: 3, columns: 17 } },
      ['spaces[0].seats: classroom A has 51 seats; a class has at most 50 people'],
    ],
    [
      'another number of coordinates than the grid has',
      {
        seats: {
          ...grid,
          rows: 1,
          columns: 3,
          points: [
            [1, 1],
            [2.2, 1],
          ],
        },
      },
      [
        'spaces[0].seats.points spaces[0].seats.rows spaces[0].seats.columns: classroom A has 2 coordinates, but 1 rows of 3 are 3 seats',
      ],
    ],
    [
      'another spacing than the grid has, beyond the tolerance',
      {
        seats: {
          rows: 1,
          columns: 2,
          columnSpacing: 1.2,
          points: [
            [1, 1],
            [2.189, 1],
          ],
        },
      },
      [
        'spaces[0].seats.points[1] spaces[0].seats.points[0] spaces[0].seats.columnSpacing: by the coordinates of classroom A seats 1 and 2 are nearest, 1.189 m apart; by its rows and columns it is 1.2 m',
      ],
    ],
    [
      'a spacing within the tolerance',
      {
        seats: {
          rows: 1,
          columns: 2,
          columnSpacing: 1.2,
          points: [
            [1, 1],
            [2.19, 1],
          ],
        },
      },
      [],
    ],
    [
      'a seat on the wall line',
      {
        seats: {
          points: [
            [6, 8],
            [0, 0],
          ],
        },
      },
      [],
    ],
    [
      'seats outside',
      {
        seats: {
          points: [
            [1, 1],
            [6.001, 2],
            [3, 9],
          ],
        },
      },
      [
        'spaces[0].seats.points[1] spaces[0].seats.points[2]: classroom A is 6 m wide and 8 m long; outside of it: seats 2, 3',
      ],
    ],
    [
      'x and y swapped',
      {
        seats: {
          points: [
            [7, 1],
            [5, 3],
          ],
        },
      },
      [
        'spaces[0].seats.points[0]: classroom A is 6 m wide and 8 m long; outside of it: seats 1; x and y seem to be swapped',
      ],
    ],
    ['a seat at the edge of a pillar', { fixtures: [pillar], seats: { points: [[2.5, 3.2]] } }, []],
    [
      'a seat on a pillar',
      {
        fixtures: [podium, pillar],
        seats: {
          points: [
            [1, 1],
            [2.499, 3.2],
          ],
        },
      },
      ['spaces[0].seats.points[1] spaces[0].fixtures[1]: in classroom A seats 2 stand on the pillar (fixtures[1])'],
    ],
    [
      'a desk on a pillar, its centre beside it',
      { fixtures: [pillar], desk: { width: 0.6, length: 0.8 }, seats: { points: [[2.7, 3.2]] } },
      ['spaces[0].seats.points[0] spaces[0].fixtures[0]: in classroom A seats 1 stand on the pillar (fixtures[0])'],
    ],
    [
      'desks that overlap although their seats are 1 m apart',
      {
        desk: { width: 1.2, length: 0.8 },
        seats: {
          points: [
            [1, 1],
            [2.1, 1],
          ],
        },
      },
      [
        'spaces[0].seats.points[1] spaces[0].seats.points[0] spaces[0].desk: in classroom A the desks of seats 1 and 2 overlap (each takes 1.2 × 0.8 m)',
      ],
    ],
    [
      'a grid that can not keep off a pillar',
      { fixtures: [{ ...pillar, x: 0.1, y: 0.1, width: 5.8, length: 7.8 }], seats: grid },
      [
        'spaces[0].seats spaces[0].fixtures[0]: classroom A could hold these rows and columns, but wherever they stand a seat is on the podium, door, a pillar or an aisle',
      ],
    ],
    [
      'a door beyond the wall',
      { fixtures: [{ ...pillar, kind: 'door', x: 5.6 }], seats: { points: [[1, 1]] } },
      ['spaces[0].fixtures[0]: the door of classroom A reaches beyond its walls (6 m wide, 8 m long)'],
    ],
  ])('%s', (_, space, expected) => expect(messages(space)).toEqual(expected));

  test.each([
    [12, []],
    [13, ['class C1 has 13 people, but classroom A has 12 seats']],
  ])('a class of %d in a room of 12', (plannedSize, expected) => {
    const found = [...checkClasses([{ id: 'C1', room: 'A', plannedSize }], [room({ seats: grid })])];
    expect(found.map(({ message, params }) => fill(SEATS.messages[message], params, 'en'))).toEqual(expected);
    expect(found.map(({ path }) => path)).toEqual(expected.map(() => 'classes[0].room'));
  });
});

describe('the drawing', () => {
  const near = mapped({
    name: '<b>&"',
    seats: {
      points: [
        [1, 1],
        [1.6, 1.5],
        [7, 9],
      ],
    },
    fixtures: [podium],
  });

  test('is well formed XML and says in words what it shows', () => {
    for (const language of ['zh', 'en', undefined] as const) {
      const xml = readXml(drawSeats(near, language));
      expect(textOf(xml)).toContain('<b>&"');
    }
    expect(drawSeats(near, 'en')).toContain('1 pairs under 1 m, the nearest 0.781 m');
  });

  test('has no style attribute, no script, no link and no colour by a property alone', () => {
    const svg = drawSeats(near);
    expect(svg).not.toMatch(/\sstyle=|<script|<a |href|url\(|<style/);
    expect(svg.match(/<(?:rect|circle|line|path|text)\b(?![^>]*\b(?:fill|stroke)=)[^>]*>/g)).toBeNull();
    expect(svg).toMatch(/<tspan lang="zh-CN" class="zh">讲台<\/tspan><tspan lang="en" class="en">podium<\/tspan>/);
  });

  test('numbers each seat, and marks the pair that is too close with its distance below the room', () => {
    const svg = drawSeats(near, 'en');
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(texts).toEqual(['podium', '1', '2', '3', 'front', '6 m', '8 m', '1–2: 0.781 m']);
    expect(svg.match(/<circle class="reach near"/g)).toHaveLength(2);
    expect(svg.match(/<rect class="desk near"/g)).toHaveLength(2);
    const [, height = '0'] = /height="([\d.]+)"/.exec(svg) ?? [];
    const [, y = '0'] = /y="([\d.]+)"[^>]*>1–2/.exec(svg) ?? [];
    expect(Number(y)).toBeLessThan(Number(height));
    expect(Number(y)).toBeGreaterThan(30 + 8 * 48 + 24);
  });

  test('draws the desk of each seat, as the profile says it or as the toolkit takes it', () => {
    const sizes = (space: Partial<Space>): string[] =>
      [...drawSeats(mapped(space), 'zh').matchAll(/<rect class="desk"[^>]* width="([\d.]+)" height="([\d.]+)"/g)].map(
        ([, width, height]) => `${width} ${height}`,
      );
    const seats = {
      points: [
        [1, 1],
        [3, 1],
      ] as [number, number][],
    };
    expect(sizes({ seats })).toEqual(['28.8 38.4', '28.8 38.4']);
    expect(sizes({ seats, desk: { width: 1.2, length: 0.5 } })).toEqual(['57.6 24', '57.6 24']);
  });

  test('cuts the circles at the walls', async () => {
    const map = mapped({ width: 3, length: 3, seats: { points: [[0.3, 1.5]] } });
    const { svg, ...size } = drawRooms([{ map }], 'zh', false);
    const uncut = svg.replace(/<svg (x="[\d.]+" y="[\d.]+" width)/, '<svg overflow="visible" $1');
    const blank = svg.replace(/<circle [^>]*>/g, '');
    expect(svg.match(/<circle /g)).toHaveLength(1);
    // the circle reaches 0.2 m beyond the left wall; inside it is seen
    const picture = async (drawing: string): Promise<string> =>
      Buffer.from(await pngOf(drawing, size, 1)).toString('hex');
    expect(await picture(svg)).not.toBe(await picture(blank));
    expect(await picture(svg)).not.toBe(await picture(uncut));
    const inner = /<svg x="([\d.]+)" y="([\d.]+)" width="144" height="144"><circle [^>]*cx="14.4" cy="72" r="24"/;
    expect(svg).toMatch(inner);
  });

  test('of a room with two plans each says what it is', () => {
    const { svg } = drawRooms([{ map: near }, { map: near, ...DENSER }], 'en', false);
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(texts).toContain('&lt;b&gt;&amp;&quot; (denser)');
    expect(texts).toContain(DENSER.note.en);
    expect(drawRooms([{ map: near, ...DENSER }], 'zh', false).svg).toContain('（更密的摆法）</text>');
  });

  test('its names cover no seat', () => {
    const covered = mapped({ fixtures: [{ ...podium, width: 1.2 }], seats: { points: [[2.6, 0.5]] } });
    expect(drawSeats(covered, 'zh')).not.toContain('讲台');
    expect(drawSeats({ ...covered, seats: [[1, 4]] }, 'zh')).toContain('讲台');
  });

  test('several rooms stand below each other in one file, which colours itself in the dark', () => {
    const { svg, height } = drawRooms([{ map: near }, { map: near }], 'zh', true);
    readXml(svg);
    expect(svg.match(/<svg [^>]*class="seat-map"/g)).toHaveLength(3);
    expect(svg).toContain('prefers-color-scheme:dark');
    expect(height).toBeGreaterThan(2 * 8 * 48);
    expect(drawRooms([{ map: near }], 'zh', false).svg).not.toContain('<style');
  });
});

describe('the PNG', () => {
  const size = { width: 40, height: 20 };
  const saying = (text: string): Promise<Uint8Array> =>
    pngOf(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20" font-family="sans-serif"><text x="2" y="16">${text}</text></svg>`,
      size,
      1,
    );

  test('is of the size asked for, and the same twice', async () => {
    const png = Buffer.from(await saying('12'));
    expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([40, 20]);
    expect(Buffer.from(await saying('12')).equals(png)).toBe(true);
  });

  test('its font has every sign that plans say', async () => {
    const empty = Buffer.from(await saying(''));
    const plans = [...Object.values(FIXTURE_WORDS), DENSER.name, DENSER.note];
    const words = plans.flatMap(({ zh, en }) => [...zh, ...en].filter((sign) => sign !== ' '));
    const lacking: string[] = [];
    for (const sign of new Set([...words, ...'前front0123456789m.–:+教室'])) {
      if (Buffer.from(await saying(sign)).equals(empty)) lacking.push(sign);
    }
    expect(lacking).toEqual([]);
    // what the font lacks leaves the picture empty: the test above would see it
    expect(Buffer.from(await saying('龘')).equals(empty)).toBe(true);
  });
});

describe('the plan in characters', () => {
  const map = mapped({
    seats: {
      points: [
        [1, 2],
        [1.6, 2.5],
        [5, 7],
      ],
    },
    fixtures: [podium, pillar],
  });

  test('is ASCII in lines of equal width, with a legend of what is there', () => {
    const plan = textPlan(map, 76, 'zh');
    expect(plan?.lines.every((line) => /^[ -~]{26}$/.test(line))).toBe(true);
    expect(plan?.lines).toHaveLength(18);
    expect(plan?.lines[1]).toBe('|        ========        |');
    expect(plan?.legend).toBe('上边是前  = 讲台  # 柱  ! 太近');
    expect(widthOf(plan?.lines[5] ?? '')).toBe(26);
    expect(plan?.lines.join('\n').match(/1!|2!|3/g)).toEqual(['1!', '2!', '3']);
  });

  test('is not drawn where it is too wide, or two numbers would lie on each other', () => {
    expect(textPlan(map, 20, 'zh')).toBeUndefined();
    expect(
      textPlan(
        {
          ...map,
          seats: [
            [1, 1],
            [1.1, 1.1],
          ],
        },
        76,
        'zh',
      ),
    ).toBeUndefined();
  });
});

test('a proposal pasted into a profile reads as what was proposed, without a finding', () => {
  const sides = fc.integer({ min: 1000, max: 9000 });
  fc.assert(
    fc.property(sides, sides, fc.string({ minLength: 1, unit: 'binary' }), (width, length, name) => {
      const shape = { width, length, fixtures: [] };
      const { seats } = propose(shape, DEFAULT_PLACE, limits);
      fc.pre(seats.length > 0);
      const map = mapOf(shape, seats, limits, 'x');
      const { findings, profile } = readProfile(`spaces:\n${roomBlock(map, { id: 'A1', name: `n${name}` })}`, 'x.yaml');
      const [space] = profile.spaces ?? [];
      expect(findings).toEqual([]);
      expect(space?.seats?.points).toEqual(map.seats);
      expect(space && [...checkSeats(space, 'spaces[0]', limits)]).toEqual([]);
    }),
    { numRuns: runs(15) },
  );
});
