/** A room with its seats as YAML, to be pasted into a profile. */
import type { SeatMap } from '../types.js';

/** What else the profile says of the room. */
export interface RoomEntry {
  readonly id?: string;
  readonly name?: string;
  readonly desk?: { readonly width: number; readonly length: number };
}

/** Returns the entry of `spaces` for a room with the coordinates of its seats, a line for each row. */
export function roomBlock(map: SeatMap, entry: RoomEntry): string {
  const lines = [
    `kind: classroom`,
    `width: ${map.width}`,
    `length: ${map.length}`,
    ...(map.fixtures.length > 0
      ? [
          'fixtures:',
          ...map.fixtures.map(
            ({ kind, x, y, width, length }) =>
              `  - { kind: ${kind}, x: ${x}, y: ${y}, width: ${width}, length: ${length} }`,
          ),
        ]
      : []),
    ...(entry.desk ? [`desk: { width: ${entry.desk.width}, length: ${entry.desk.length} }`] : []),
    'seats:',
    '  points: [',
    ...rowsOf(map.seats).map((row) => `    ${row.map(([x, y]) => `[${x}, ${y}]`).join(', ')},`),
    '  ]',
  ];
  const head = [
    ...(entry.id === undefined ? [] : [`id: ${text(entry.id)}`]),
    ...(entry.name === undefined ? [] : [`name: ${text(entry.name)}`]),
  ];
  return [...head, ...lines].map((line, i) => `${i === 0 ? '  - ' : '    '}${line}\n`).join('');
}

/** A text in YAML: in double quotes unless it is a plain word, so that the escapes of JSON mean the same in it. */
function text(value: string): string {
  return /^[A-Za-z][\w-]*$/.test(value) ? value : JSON.stringify(value);
}

/** The seats as they follow one another, a new line where one stands farther back, or after six. */
function rowsOf(seats: SeatMap['seats']): SeatMap['seats'][number][][] {
  const rows: SeatMap['seats'][number][][] = [];
  for (const seat of seats) {
    const row = rows.at(-1);
    if (row && row.length < 6 && row[0]?.[1] === seat[1]) row.push(seat);
    else rows.push([seat]);
  }
  return rows;
}
