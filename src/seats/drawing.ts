/**
 * The plan of a room as SVG, from a pure function: walls to scale, the desk of each seat with its number, around it a thin
 * circle as wide as the distance asked for, cut at the walls; seats that are too close in red with their distances below
 * the plan, where they cover nothing.
 *
 * Colours are attributes, so that the picture shows alone, in print and in a DOCX; `SEAT_STYLES` lets a page put its own.
 */
import { forXml } from '../text/escape.js';
import { widthOf } from '../text/wrap.js';
import type { Language, RoomFixture, SeatMap, Wording } from '../types.js';
import { DEFAULT_PLACE } from './room.js';

/** Units of the drawing for a metre of the room. */
export const UNITS_PER_METRE = 48;

const MARGIN = { left: 40, right: 16, top: 30, bottom: 34 };
/** Height of a line of the list of distances, its width for a pair, and how many pairs it names. */
const LINE = 18;
const PAIR = 104;
const MOST_LISTED = 24;
/** How far outside of the walls a seat is still drawn, in metres. */
const OUTSIDE = 2;

const INK = '#1f2933';
const GREY = '#69737d';
const RED = '#c62828';
const LINE_OF_SEAT = '#2f6fab';
const FIXTURE_FILL: Readonly<Record<RoomFixture['kind'], string>> = {
  podium: '#e3dccb',
  door: '#ffffff',
  pillar: '#8a939c',
  aisle: '#f1f1ec',
};

/** What stands on what. */
const LAYERS: readonly RoomFixture['kind'][] = ['aisle', 'door', 'podium', 'pillar'];

/** What the things in a room are called. */
export const FIXTURE_WORDS: Readonly<Record<RoomFixture['kind'], Wording>> = {
  podium: { zh: '讲台', en: 'podium' },
  door: { zh: '门', en: 'door' },
  pillar: { zh: '柱', en: 'pillar' },
  aisle: { zh: '过道', en: 'aisle' },
};

/** The rules that let a page colour the plans in it by its own custom properties; the second value is the one on white. */
export const SEAT_STYLES = `.seat-map{max-width:100%;height:auto}
.seat-map text{fill:var(--seat-ink,${INK})}
.seat-map .floor{fill:var(--seat-floor,#fff)}
.seat-map .wall{stroke:var(--seat-ink,${INK})}
.seat-map .dimension{stroke:var(--seat-muted,${GREY})}
.seat-map .desk{fill:var(--seat-fill,#e3eefa);stroke:var(--seat-line,#2f6fab)}
.seat-map .reach{stroke:var(--seat-line,#2f6fab)}
.seat-map .desk.near,.seat-map .near.line{fill:var(--seat-near-fill,#fde3e1);stroke:var(--seat-near,${RED})}
.seat-map .reach.near{stroke:var(--seat-near,${RED})}
.seat-map text.near{fill:var(--seat-near,${RED})}
.seat-map .podium{fill:var(--seat-podium,${FIXTURE_FILL.podium});stroke:var(--seat-muted,${GREY})}
.seat-map .door{fill:var(--seat-floor,#fff);stroke:var(--seat-muted,${GREY})}
.seat-map .pillar{fill:var(--seat-pillar,${FIXTURE_FILL.pillar});stroke:var(--seat-ink,${INK})}
.seat-map .aisle{fill:var(--seat-aisle,${FIXTURE_FILL.aisle});stroke:var(--seat-muted,${GREY})}`;

/** The colours of a file of its own, where the reader prefers a dark screen. */
const DARK = `@media (prefers-color-scheme:dark){.seat-map{background:#15191d;--seat-ink:#e6e9ec;--seat-floor:#1d2328;--seat-muted:#98a2ab;--seat-fill:#1f3a55;--seat-line:#7db4ea;--seat-near-fill:#4a1d1f;--seat-near:#ff8a80;--seat-podium:#4a4434;--seat-pillar:#7b858e;--seat-aisle:#262c31}}`;

/** The size of a plan, in units of the drawing. */
export interface DrawingSize {
  readonly width: number;
  readonly height: number;
}

/** Returns how large the plan of a room is. */
export function drawingSize(map: SeatMap): DrawingSize {
  return layoutOf(map);
}

/**
 * Returns the plan of a room as an SVG element. Without a language its few words stand in both, in elements of the classes
 * `zh` and `en`.
 */
export function drawSeats(map: SeatMap, language?: Language): string {
  const { width, height, left, before, top, below, listed, perLine } = layoutOf(map);
  const say = (words: Wording): string => wordsIn(words, language);
  const near = new Set(map.tooClose.flatMap(([first, second]) => [first, second] as const));
  const named = (name: string, seat: number): string => (near.has(seat) ? `${name} near` : name);
  const desk = deskOf(map);
  const x = (metres: number): string => number(left + metres * UNITS_PER_METRE);
  const y = (metres: number): string => number(top + metres * UNITS_PER_METRE);
  const [right, bottom] = [left + map.width * UNITS_PER_METRE, top + map.length * UNITS_PER_METRE];
  const shown = map.seats.map((seat, i) => ({ seat, i })).filter(({ seat }) => isNearby(seat, map));
  const walls = `x="${x(0)}" y="${y(0)}" width="${number(right - left)}" height="${number(bottom - top)}"`;
  const parts = [
    `<rect class="floor" ${walls} fill="#ffffff"/>`,
    ...[...map.fixtures]
      .sort((a, b) => LAYERS.indexOf(a.kind) - LAYERS.indexOf(b.kind))
      .map((fixture) => drawFixture(fixture, map, x, y, say)),
    // what lies in an SVG of its own is cut at its edges, without an id that a page may hold twice
    `<svg ${walls}>`,
    ...shown.map(({ seat: [sx, sy], i }) => {
      const at = `cx="${number(sx * UNITS_PER_METRE)}" cy="${number(sy * UNITS_PER_METRE)}"`;
      return `<circle class="${named('reach', i)}" ${at} r="${number((map.spacing / 2) * UNITS_PER_METRE)}" fill="none" stroke="${near.has(i) ? RED : LINE_OF_SEAT}" stroke-width="0.6"/>`;
    }),
    '</svg>',
    ...shown.map(({ seat: [sx, sy], i }) => {
      const at = `x="${x(sx - desk.width / 2)}" y="${y(sy - desk.length / 2)}"`;
      const size = `width="${number(desk.width * UNITS_PER_METRE)}" height="${number(desk.length * UNITS_PER_METRE)}"`;
      const colours = near.has(i) ? `fill="#fde3e1" stroke="${RED}"` : `fill="#e3eefa" stroke="${LINE_OF_SEAT}"`;
      return `<rect class="${named('desk', i)}" ${at} ${size} rx="3" ${colours} fill-opacity="0.75"/>`;
    }),
    ...map.tooClose.map(([a, b]) => {
      const [from, to] = [map.seats[a], map.seats[b]];
      if (!from || !to || !isNearby(from, map) || !isNearby(to, map)) return '';
      // from number to number, striking neither out
      const apart = Math.hypot(to[0] - from[0], to[1] - from[1]);
      const share = apart > 0 ? Math.min(0.5, 0.2 / apart) : 0.5;
      const between = (one: number, other: number, at: number): number => one + (other - one) * at;
      const at = (end: number): [string, string] => [x(between(from[0], to[0], end)), y(between(from[1], to[1], end))];
      const [[x1, y1], [x2, y2]] = [at(share), at(1 - share)];
      return `<line class="near line" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${RED}" stroke-width="2"/>`;
    }),
    // above all desks, so that none hides a wall or a number
    `<rect class="wall" ${walls} fill="none" stroke="${INK}" stroke-width="3"/>`,
    ...shown.map(({ seat: [sx, sy], i }) =>
      label(
        x(sx),
        number(top + sy * UNITS_PER_METRE + 4.5),
        String(i + 1),
        near.has(i) ? RED : INK,
        near.has(i) ? 'near' : '',
      ),
    ),
    // the front wall is where the teacher stands
    label(number((left + right) / 2), number(top - 10), say({ zh: '前', en: 'front' }), GREY, 'muted'),
    ...dimension(left, bottom + below + 14, right, bottom + below + 14, `${map.width} m`),
    ...dimension(left - before - 14, top, left - before - 14, bottom, `${map.length} m`),
    ...listed.map(([a, b, distance], i) => {
      const at = `x="${number(left + (i % perLine) * PAIR)}" y="${number(bottom + below + MARGIN.bottom + 14 + Math.floor(i / perLine) * LINE)}"`;
      return `<text class="near" ${at} fill="${RED}">${a + 1}–${b + 1}: ${distance.toFixed(3)} m</text>`;
    }),
  ];
  const more = map.tooClose.length - listed.length;
  if (more > 0) {
    const i = listed.length;
    const at = `x="${number(left + (i % perLine) * PAIR)}" y="${number(bottom + below + MARGIN.bottom + 14 + Math.floor(i / perLine) * LINE)}"`;
    parts.push(`<text class="near" ${at} fill="${RED}">+ ${more}</text>`);
  }
  const opening = `<svg xmlns="http://www.w3.org/2000/svg" class="seat-map" role="img" viewBox="0 0 ${number(width)} ${number(height)}" width="${number(width)}" height="${number(height)}" font-family="sans-serif" font-size="13" letter-spacing="0">`;
  return `${opening}<title>${titleOf(map, language)}</title>${parts.join('')}</svg>`;
}

/** A drawing of several rooms: the SVG with its size. */
export interface RoomDrawing extends DrawingSize {
  readonly svg: string;
}

/** A plan under the name of its room, with what it is called among several of the room, and what is to be said of it. */
export interface NamedPlan {
  readonly map: SeatMap;
  readonly name?: Wording;
  readonly note?: Wording;
}

/** Height of the name above a room, and the space between two rooms; height of what is said of it. */
const HEAD = 34;
const NOTE = 20;
/** The most that a column of text takes at 16 and at 13 units of height. */
const COLUMN = { name: 9, note: 7.2 };

/** Returns one drawing of several rooms, one below the other, each under its name, as a file of its own. */
export function drawRooms(plans: readonly NamedPlan[], language: Language, coloured: boolean): RoomDrawing {
  let [width, height] = [0, 0];
  const parts = plans.map(({ map, name, note }) => {
    const size = layoutOf(map);
    const said = note?.[language];
    const heading = map.room + (name ? { zh: `（${name.zh}）`, en: ` (${name.en})` }[language] : '');
    const title = `<text class="room" x="${MARGIN.left}" y="${number(height + 24)}" fill="${INK}" font-size="16" font-weight="bold">${forXml(heading)}</text>`;
    const below =
      said === undefined
        ? ''
        : `<text x="${MARGIN.left}" y="${number(height + 24 + NOTE)}" fill="${INK}">${forXml(said)}</text>`;
    height += HEAD + (said === undefined ? 0 : NOTE);
    const plan = drawSeats(map, language).replace('<svg ', `<svg x="0" y="${number(height)}" `);
    height += size.height;
    const longest = Math.max(COLUMN.name * widthOf(heading), COLUMN.note * widthOf(said ?? ''));
    width = Math.max(width, size.width, MARGIN.left + longest + MARGIN.right);
    return title + below + plan;
  });
  const opening = `<svg xmlns="http://www.w3.org/2000/svg" class="seat-map" viewBox="0 0 ${number(width)} ${number(height)}" width="${number(width)}" height="${number(height)}" font-family="sans-serif" font-size="13" letter-spacing="0">`;
  const style = coloured ? `<style>${SEAT_STYLES}\n${DARK}</style>` : '';
  return { svg: `${opening}${style}${parts.join('')}</svg>\n`, width, height };
}

/** Returns what a plan shows, in words, for those who don't see it. */
export function describeSeats(map: SeatMap): Wording {
  const [nearest] = map.tooClose;
  const size = `${map.width} × ${map.length}`;
  return {
    zh: `${map.room}：宽 × 长 ${size} 米，${map.seats.length} 个座位，${nearest ? `${map.tooClose.length} 对不足 ${map.spacing} 米，最近 ${nearest[2]} 米` : `任何两个相隔不少于 ${map.spacing} 米`}`,
    en: `${map.room}: ${size} m (width × length), ${map.seats.length} seats, ${nearest ? `${map.tooClose.length} pairs under ${map.spacing} m, the nearest ${nearest[2]} m` : `any two at least ${map.spacing} m apart`}`,
  };
}

function layoutOf(map: SeatMap) {
  const [drawnWidth, drawnLength] = [map.width * UNITS_PER_METRE, map.length * UNITS_PER_METRE];
  const nearby = map.seats.filter((seat) => isNearby(seat, map));
  const desk = deskOf(map);
  // seats outside of the walls widen the picture
  const beyond = (values: readonly number[], margin: number): number =>
    Math.max(margin, 0, ...values.map((value) => (value > 0 ? value * UNITS_PER_METRE + 4 : 0)));
  const before = beyond(
    nearby.map(([x]) => desk.width / 2 - x),
    0,
  );
  const left = MARGIN.left + before;
  const right = beyond(
    nearby.map(([x]) => x + desk.width / 2 - map.width),
    MARGIN.right,
  );
  const top =
    beyond(
      nearby.map(([, y]) => desk.length / 2 - y),
      0,
    ) + MARGIN.top;
  const listed = map.tooClose.slice(0, MOST_LISTED);
  const perLine = Math.max(1, Math.floor((drawnWidth + MARGIN.right) / PAIR));
  const lines = Math.ceil((listed.length + (map.tooClose.length > listed.length ? 1 : 0)) / perLine);
  const below = beyond(
    nearby.map(([, y]) => y + desk.length / 2 - map.length),
    0,
  );
  return {
    width: Math.max(left + drawnWidth + right, left + PAIR),
    height: top + drawnLength + below + MARGIN.bottom + (lines > 0 ? lines * LINE + 6 : 0),
    left,
    before,
    top,
    below,
    listed,
    perLine,
  };
}

/** The place of a seat in metres: where the profile says none, the toolkit's. */
function deskOf({ desk }: SeatMap): { readonly width: number; readonly length: number } {
  return desk ?? { width: DEFAULT_PLACE.width / 1000, length: DEFAULT_PLACE.length / 1000 };
}

function isNearby([x, y]: readonly [number, number], map: SeatMap): boolean {
  return x >= -OUTSIDE && y >= -OUTSIDE && x <= map.width + OUTSIDE && y <= map.length + OUTSIDE;
}

/** A thing in the room, with its name where there is room for it inside the thing and beside all desks. */
function drawFixture(
  fixture: RoomFixture,
  map: SeatMap,
  atX: (metres: number) => string,
  atY: (metres: number) => string,
  say: (words: Wording) => string,
): string {
  const { kind, x, y, width, length } = fixture;
  const dashed = kind === 'door' || kind === 'aisle' ? ' stroke-dasharray="4 3"' : '';
  const size = `width="${number(width * UNITS_PER_METRE)}" height="${number(length * UNITS_PER_METRE)}"`;
  const shape = `<rect class="${kind}" x="${atX(x)}" y="${atY(y)}" ${size} fill="${FIXTURE_FILL[kind]}" stroke="${GREY}"${dashed}/>`;
  const place = placeOfName(fixture, map);
  if (!place) return shape;
  const [cx, cy] = [atX(place.x), atY(place.y)];
  const turn = place.turned ? ` transform="rotate(-90 ${cx} ${cy})"` : '';
  return `${shape}<text class="muted" x="${cx}" y="${cy}" dy="4.5" text-anchor="middle" fill="${INK}"${turn}>${say(FIXTURE_WORDS[kind])}</text>`;
}

/** The size of the longer of the two names and its height, in metres. */
const NAME = { width: { podium: 1, door: 0.65, pillar: 0.8, aisle: 0.8 }, height: 0.36 } as const;

function placeOfName({ kind, x, y, width, length }: RoomFixture, map: SeatMap) {
  const turned = length > width && width < NAME.width[kind];
  const [wide, high] = turned ? [NAME.height, NAME.width[kind]] : [NAME.width[kind], NAME.height];
  if (wide > width || high > length) return undefined;
  const desk = deskOf(map);
  const free = (cx: number, cy: number): boolean =>
    map.seats.every(
      ([sx, sy]) => Math.abs(sx - cx) >= (wide + desk.width) / 2 || Math.abs(sy - cy) >= (high + desk.length) / 2,
    );
  const share = [0.5, 0, 1, 0.25, 0.75].find((at) =>
    free(x + wide / 2 + at * (width - wide), y + high / 2 + at * (length - high)),
  );
  if (share === undefined) return undefined;
  return { x: x + wide / 2 + share * (width - wide), y: y + high / 2 + share * (length - high), turned };
}

/** A line with ends and its length beside it: below where it lies, left where it stands. */
function dimension(x1: number, y1: number, x2: number, y2: number, text: string): string[] {
  const lies = y1 === y2;
  const tick = lies ? 'v' : 'h';
  const path = `M${number(x1)} ${number(y1)}L${number(x2)} ${number(y2)}M${number(x1 - (lies ? 0 : 4))} ${number(y1 - (lies ? 4 : 0))}${tick}8M${number(x2 - (lies ? 0 : 4))} ${number(y2 - (lies ? 4 : 0))}${tick}8`;
  const [cx, cy] = lies ? [(x1 + x2) / 2, y1 + 16] : [x1 - 6, (y1 + y2) / 2];
  const turn = lies ? '' : ` transform="rotate(-90 ${number(cx)} ${number(cy)})"`;
  return [
    `<path class="dimension" d="${path}" fill="none" stroke="${GREY}"/>`,
    `<text x="${number(cx)}" y="${number(cy)}" text-anchor="middle" fill="${INK}"${turn}>${text}</text>`,
  ];
}

function label(x: string, y: string, text: string, fill: string, className: string): string {
  const named = className === '' ? '' : ` class="${className}"`;
  return `<text${named} x="${x}" y="${y}" text-anchor="middle" fill="${fill}">${text}</text>`;
}

function wordsIn(words: Wording, language: Language | undefined): string {
  if (language) return forXml(words[language]);
  return `<tspan lang="zh-CN" class="zh">${forXml(words.zh)}</tspan><tspan lang="en" class="en">${forXml(words.en)}</tspan>`;
}

function titleOf(map: SeatMap, language: Language | undefined): string {
  const words = describeSeats(map);
  return forXml(language ? words[language] : `${words.zh} / ${words.en}`);
}

/** Coordinates to a hundredth of a unit: shorter, and the same on every machine. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
