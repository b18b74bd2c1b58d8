/** `seats`: checks the seats of each classroom as drawn, and proposes the largest layout that keeps to the plan. */
import { checkProfile } from '../check/check.js';
import { SEAT_FORMATS } from '../command-line/formats.js';
import type { OptionsOf } from '../command-line/options.js';
import { UnusableError } from '../errors.js';
import { oneFile } from '../io/one-file.js';
import type { Session } from '../io/session.js';
import { loadProfile } from '../load/profile.js';
import type { Space } from '../profile/profile.types.js';
import { ifReadable, ifWhole, ofReadableItems, type ProfileSource, readProfile, whole } from '../profile/read.js';
import { type SeatReport, type SeatRoom, toSeatsJson, toSeatsText } from '../report/seats.js';
import { runOf } from '../run/run.js';
import { checkSeats } from '../seats/check.js';
import { drawRooms, type NamedPlan } from '../seats/drawing.js';
import { mapOf, seatMap } from '../seats/map.js';
import { roomBlock } from '../seats/profile-block.js';
import { DENSER, MOST_FIXTURES, propose } from '../seats/propose.js';
import { DEFAULT_PLACE, LONGEST_SIDE, roomOf, type Seat } from '../seats/room.js';
import { type Finding, type Location, type RoomFixture, SEVERITIES, type SeatMap } from '../types.js';
import { keepInputs, pairOutputs, writeOutputs } from './parts/outputs.js';

// nothing that is judged here depends on the day
const RUN = runOf({ asOf: '2020-05-06' });
const { limits } = RUN.plan;
/** Pixels for a unit of the drawing: 96 for a metre. */
const ZOOM = 2;

/** Checks the rooms of a profile, or proposes seats for the room that the options describe; returns the exit code. */
export async function seats(given: string | undefined, options: OptionsOf<'seats'>, session: Session): Promise<number> {
  const { language, terminal } = session;
  const outputs = pairOutputs(SEAT_FORMATS, options.format, options.output);
  const proposed = options.proposed === true;
  const own = spaceOfOptions(options);
  if (own && given !== undefined) {
    throw new UnusableError('usage/seats', {
      zh: '--length、--width 和概况只给一样',
      en: 'give either --length and --width or a profile',
    });
  }
  const path = await oneFile(given ?? 'profile.yaml');
  if (!own) keepInputs(outputs, [path]);
  const { rooms, findings } = own
    ? { rooms: [entryOf({ ...own, name: { zh: '教室', en: 'classroom' }[language] }, 0)], findings: [] }
    : ofProfile(loadProfile(path), options.room ?? []);
  const report: SeatReport = { rooms, findings };
  const shown = rooms.flatMap((room) => plansOf(room, proposed));
  await writeOutputs(
    outputs,
    async (format) => {
      switch (format) {
        case 'json':
          return toSeatsJson(report, RUN.identity.tool);
        case 'yaml':
          return profileBlocks(rooms, own !== undefined);
        case 'svg':
          return drawRooms(someOf(shown), language, true).svg;
        case 'png': {
          const { svg, ...size } = drawRooms(someOf(shown), language, false);
          const { pngOf } = await import('../io/picture.js');
          return pngOf(svg, size, ZOOM);
        }
        case 'text': {
          const { columns, colour } = terminal;
          const width = Math.min(columns, 110);
          return toSeatsText(report, { language, columns: width, colour, limits, proposed });
        }
      }
    },
    session,
  );
  const grave = SEVERITIES.slice(0, SEVERITIES.indexOf(options.failOn) + 1);
  const noPlace = rooms.filter(({ proposal, drawn }) => proposal?.seats.length === 0 && !drawn);
  if (own && noPlace.length > 0) return 1;
  return !options.exitZero && findings.some(({ severity }) => grave.includes(severity)) ? 1 : 0;
}

/** A room with what its profile says of it. */
interface Entry extends SeatRoom {
  readonly space: Space;
}

function entryOf(space: Space, index: number): Entry {
  const room = roomOf(space);
  if (!room) throw new Error('a room without sides');
  const place = space.desk ?? { width: DEFAULT_PLACE.width / 1000, length: DEFAULT_PLACE.length / 1000 };
  const taken = { width: Math.round(place.width * 1000), length: Math.round(place.length * 1000) };
  const proposal = room.fixtures.length > MOST_FIXTURES ? undefined : propose(room, taken, limits);
  const name = space.name ?? space.id ?? String(index + 1);
  const drawn = seatMap(space, limits, index);
  const map = (seats: readonly Seat[]): SeatMap => mapOf(room, seats, limits, name, space.desk);
  return {
    space,
    title: space.name !== undefined && space.id !== undefined ? `${space.name} (${space.id})` : name,
    width: room.width / 1000,
    length: room.length / 1000,
    place,
    placeIsDefault: space.desk === undefined,
    fixtures: room.fixtures.map(({ kind }) => kind),
    ...(drawn ? { drawn } : {}),
    ...(proposal ? { proposal } : {}),
    ...(proposal && proposal.seats.length > 0 ? { proposed: map(proposal.seats) } : {}),
    ...(proposal?.denser ? { denser: map(proposal.denser) } : {}),
  };
}

/** The plans of a room that are drawn: as it is or as proposed, and beside the proposal what is denser. */
function plansOf({ drawn, proposed, denser }: Entry, asProposed: boolean): NamedPlan[] {
  const map = asProposed ? (proposed ?? drawn) : (drawn ?? proposed);
  if (!map) return [];
  return [{ map }, ...(denser && map === proposed ? [{ map: denser, ...DENSER }] : [])];
}

/**
 * The classrooms of a profile, and what is wrong with their seats.
 *
 * @throws {UnusableError} if there is none of which the sides are known, or none of a name that was given.
 */
function ofProfile(loaded: { source: ProfileSource; encoding: string }, wanted: readonly string[]) {
  const { source } = loaded;
  const classrooms = ofReadableItems(
    () => source.profile.spaces,
    (each, i) => {
      const space = whole(each);
      return space.kind === 'classroom' ? { space, i } : undefined;
    },
  );
  const isWanted = ({ id, name }: Space): boolean =>
    wanted.length === 0 || wanted.some((each) => each === id || each === name);
  const unknown = wanted.filter((each) => !classrooms.some(({ space }) => space.id === each || space.name === each));
  if (unknown.length > 0) {
    throw new UnusableError(
      'seats/room',
      { zh: '概况里没有这间教室：{names}', en: 'the profile has no such classroom: {names}' },
      { names: unknown.join(', ') },
    );
  }
  const chosen = classrooms.filter(({ space }) => isWanted(space));
  const measured = chosen.filter(({ space }) => roomOf(space));
  if (measured.length === 0) {
    throw new UnusableError(
      'seats/none',
      {
        zh: '概况里没有填了长和宽的教室；在 spaces 里填 length、width（不超过 {most} 米），或用 --length、--width 给出',
        en: 'no classroom of the profile has its length and width; enter them in spaces (at most {most} m), or give --length and --width',
      },
      { most: LONGEST_SIDE / 1000 },
      source.locateNearest('spaces'),
    );
  }
  return {
    rooms: measured.map(({ space, i }) => entryOf(space, i)),
    findings: findingsOf(
      loaded,
      chosen.map(({ i }) => i),
    ),
  };
}

/** The findings about these spaces: of form, of the rule about spacing, and about the seats as drawn. */
function findingsOf(
  { source, encoding }: { source: ProfileSource; encoding: string },
  indexes: readonly number[],
): Finding[] {
  const rules = RUN.rules.filter(({ id }) => id === 'seat-spacing');
  const judged = checkProfile(source, { ...RUN, rules, encoding });
  const spaces = ifReadable(() => source.profile.spaces) ?? [];
  const unread = [...spaces.keys()].filter((i) => ifWhole(() => spaces[i] as Space) === undefined);
  const about = (at: string, i: number): boolean => at === `spaces[${i}]` || at.startsWith(`spaces[${i}].`);
  const ofRule = judged.findings.filter(({ path = '', related }) => {
    const i = indexes.find((each) => about(path, each));
    // of a class that is too large its room is what is looked at
    if (path.startsWith('classes[')) return indexes.some((each) => isAt(source, related, each));
    // a room whose seats are not given has nothing to check: it is given a proposal
    if (i !== undefined) return !isUnseated(source, i) || path !== `spaces[${i}].seats`;
    return path === 'spaces' || unread.some((each) => about(path, each));
  });
  return ofRule;
}

/** Whether one of the places is that of the seats of a space. */
function isAt(source: ProfileSource, places: readonly Location[], i: number): boolean {
  const seats = source.locate(`spaces[${i}].seats`);
  return seats !== undefined && places.some(({ line, column }) => line === seats.line && column === seats.column);
}

function isUnseated(source: ProfileSource, i: number): boolean {
  return ifReadable(() => Object.keys(source.profile.spaces?.[i]?.seats ?? {}).length === 0) ?? false;
}

function someOf<Plan>(plans: readonly Plan[]): readonly Plan[] {
  if (plans.length > 0) return plans;
  throw new UnusableError('seats/nothing', {
    zh: '没有可画的：房间里一个座位也放不下',
    en: 'nothing to draw: not a single seat fits into the room',
  });
}

/**
 * The rooms with the seats proposed, as the `spaces` of a profile.
 *
 * @throws {UnusableError} if no seat fits into any of them.
 */
function profileBlocks(rooms: readonly Entry[], isOwn: boolean): string {
  someOf(rooms.flatMap(({ proposed }) => proposed ?? []));
  const blocks = rooms.flatMap(({ space, proposed }) => {
    if (!proposed) return [];
    const { id, desk } = space;
    const name = isOwn ? undefined : space.name;
    const entry = {
      ...(id === undefined ? {} : { id }),
      ...(name === undefined ? {} : { name }),
      ...(desk === undefined ? {} : { desk }),
    };
    return [roomBlock(proposed, entry)];
  });
  const text = `spaces:\n${blocks.join('')}`;
  // what is to be pasted must read as what was proposed
  const { findings, profile } = readProfile(text, 'seats.yaml');
  const wrong = (profile.spaces ?? []).some((space, i) =>
    [...checkSeats(space, `spaces[${i}]`, limits)].some(({ severity }) => severity === 'error'),
  );
  if (findings.length > 0 || wrong) throw new Error('the proposed seats do not read as a profile');
  return text;
}

/**
 * The room that the options describe, if they do.
 *
 * @throws {UnusableError} if one of its sides lacks.
 */
function spaceOfOptions(options: OptionsOf<'seats'>): Space | undefined {
  const { length, width, desk } = options;
  const things = (['podium', 'door', 'pillar', 'aisle'] as const).flatMap((kind) =>
    (options[kind] ?? []).map((place): RoomFixture => ({ kind, ...place })),
  );
  const given = length !== undefined || width !== undefined;
  if (!given && things.length === 0 && desk === undefined) return undefined;
  if (length === undefined || width === undefined) {
    throw new UnusableError('usage/seats', {
      zh: '房间要有 --length 和 --width（米）',
      en: 'a room needs --length and --width (in metres)',
    });
  }
  const space: Space = {
    kind: 'classroom',
    length,
    width,
    fixtures: things,
    ...(desk === undefined ? {} : { desk }),
  };
  if (!roomOf(space)) {
    throw new UnusableError(
      'usage/seats',
      { zh: '房间的长和宽应大于 0，不超过 {most} 米', en: 'the sides of a room are more than 0 and at most {most} m' },
      { most: LONGEST_SIDE / 1000 },
    );
  }
  return space;
}
