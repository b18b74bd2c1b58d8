/** The plan of a room in characters, for a terminal: ASCII only, since other signs are wider in Chinese terminals. */
import type { Language, RoomFixture, SeatMap } from '../types.js';
import { FIXTURE_WORDS } from './drawing.js';

/** A column of the plan is a quarter of a metre, a line half a metre: about as wide as it is high on most screens. */
const COLUMN = 0.25;
const LINE = 0.5;
/** Most lines of a plan. */
const MOST_LINES = 60;

const SIGNS: Readonly<Record<RoomFixture['kind'], string>> = { podium: '=', door: '/', pillar: '#', aisle: ':' };

/** A plan in characters: its lines, and what its signs mean. */
export interface TextPlan {
  readonly lines: readonly string[];
  readonly legend: string;
}

/** Returns the plan in at most so many columns, or `undefined` where the room is too large for all numbers to be read. */
export function textPlan(map: SeatMap, columns: number, language: Language): TextPlan | undefined {
  const [wide, high] = [Math.round(map.width / COLUMN), Math.round(map.length / LINE)];
  if (wide + 2 > columns || high > MOST_LINES || wide < 2 || high < 1) return undefined;
  const cells = Array.from({ length: high }, () => new Array<string>(wide).fill(' '));
  for (const { kind, x, y, width, length } of map.fixtures) {
    // what is thinner than a cell still shows
    const [left, top] = [Math.floor(x / COLUMN + 0.25), Math.floor(y / LINE + 0.25)];
    const [right, bottom] = [Math.round((x + width) / COLUMN), Math.round((y + length) / LINE)];
    for (let line = top; line < Math.max(bottom, top + 1); line++) {
      for (let column = left; column < Math.max(right, left + 1); column++) {
        const row = cells[line];
        if (row && column < wide) row[column] = SIGNS[kind];
      }
    }
  }
  const near = new Set(map.tooClose.flatMap(([first, second]) => [first, second] as const));
  const taken = new Set<number>();
  for (const [i, [x, y]] of map.seats.entries()) {
    const text = `${i + 1}${near.has(i) ? '!' : ''}`;
    const line = Math.min(high - 1, Math.max(0, Math.floor(y / LINE)));
    const left = Math.min(wide - text.length, Math.max(0, Math.round(x / COLUMN - text.length / 2)));
    for (let k = 0; k < text.length; k++) {
      const cell = line * wide + left + k;
      if (taken.has(cell)) return undefined;
      taken.add(cell);
      const row = cells[line];
      if (row) row[left + k] = text.charAt(k);
    }
  }
  const wall = `+${'-'.repeat(wide)}+`;
  const kinds = (Object.keys(SIGNS) as RoomFixture['kind'][]).filter((kind) =>
    map.fixtures.some((fixture) => fixture.kind === kind),
  );
  const legend = [
    language === 'zh' ? '上边是前' : 'front at the top',
    ...kinds.map((kind) => `${SIGNS[kind]} ${FIXTURE_WORDS[kind][language]}`),
    ...(near.size > 0 ? [language === 'zh' ? '! 太近' : '! too close'] : []),
  ];
  return { lines: [wall, ...cells.map((row) => `|${row.join('')}|`), wall], legend: legend.join('  ') };
}
