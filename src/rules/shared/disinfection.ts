/** What the rows of the disinfection log cover: the whole site, all places of a kind, or single places. */
import type { RowOf } from '../../logs/kinds/index.js';
import type { Logs } from '../../logs/logs.js';
import { partsOf } from '../../logs/names.js';
import type { Profile, Space } from '../../profile/profile.types.js';

/** A row of the disinfection log, and what it covers. */
export interface Disinfected {
  readonly row: RowOf<'disinfection'>;
  /** The whole site. */
  readonly site: boolean;
  /** The public areas as a whole: not the classrooms. */
  readonly publicAreas: boolean;
  /** Kinds of which it covers every place. */
  readonly kinds: ReadonlySet<Space['kind']>;
  /** Single places, by the ids of the profile or else as they are written. */
  readonly places: ReadonlySet<string>;
}

const SITE = /^(?:全校|全院|全场|全园|校园|整个校园|全校区|全机构|全部场所|所有场所|各场所)$/;
const PUBLIC_AREAS = /^(?:全部|所有|各)?公共(?:区域|场所|部位)$/;

/** Words for a kind of place, as the end of a name. */
const KIND_WORDS: readonly (readonly [Space['kind'], RegExp])[] = [
  ['classroom', /(?:教室|课室)$/],
  ['toilet', /(?:厕所|卫生间|洗手间|公厕)$/],
  ['corridor', /(?:走廊|楼道|过道|走道)$/],
  ['canteen', /(?:食堂|餐厅|饭堂)$/],
  ['office', /办公室$/],
  ['dormitory', /宿舍$/],
  ['isolation', /(?:隔离室|隔离间|观察室)$/],
];

/** What may stand before such a word when it means all places of the kind: 各楼层走廊. */
const ALL = /^(?:全校|全院|全部|所有|各|每)*(?:楼层|楼|层|间|个|处)?(?:公共)?的?$/;

const PUBLIC_KINDS: ReadonlySet<Space['kind']> = new Set(['corridor', 'toilet', 'canteen'] as const);

/** Returns the rows of the disinfection log by their day. */
export function disinfectedByDay(
  logs: Logs,
  profile: Profile | undefined,
): ReadonlyMap<string, readonly Disinfected[]> {
  const known = singlePlaces(logs, profile);
  const byDay = new Map<string, Disinfected[]>();
  for (const row of logs.rows('disinfection')) {
    if (row.date === undefined) continue;
    const each = coverageOf(row, logs, known);
    const others = byDay.get(row.date);
    if (others) others.push(each);
    else byDay.set(row.date, [each]);
  }
  return byDay;
}

/** Returns whether the row covers a place. `kind` is undefined where the profile does not list it. */
export function covers(each: Disinfected, place: string, kind: Space['kind'] | undefined): boolean {
  if (each.site || each.places.has(place)) return true;
  // a room of which only the log of sessions tells is one to teach in
  if (each.kinds.has(kind ?? 'classroom')) return true;
  return kind !== undefined && each.publicAreas && PUBLIC_KINDS.has(kind);
}

/** Returns the kind of place that a name ends with, if it does. */
export function kindNamed(name: string): Space['kind'] | undefined {
  return KIND_WORDS.find(([, word]) => word.test(name))?.[0];
}

/** Rooms that the profile or other logs name. */
function singlePlaces(logs: Logs, profile: Profile | undefined): ReadonlySet<string> {
  const listed = (profile?.spaces ?? []).flatMap(({ id, name }) => id ?? name ?? []);
  const taughtIn = logs.rows('session').flatMap(({ room }) => (room === undefined ? [] : [logs.names.space(room)]));
  return new Set([...listed, ...taughtIn]);
}

function coverageOf(row: RowOf<'disinfection'>, logs: Logs, known: ReadonlySet<string>): Disinfected {
  const text = row.space ?? '';
  const id = logs.names.space(text);
  // a name of the profile may hold a separator
  const parts = known.has(id) ? [id] : partsOf(text);
  const objects = row.object ?? [];
  const places = parts.map((part) => logs.names.space(part));
  const kinds = [...parts, ...objects].flatMap((name) => kindMeant(name) ?? []);
  // everything in one room is not everything on the site
  const single = places.some((place) => known.has(place) || kindNamed(place) !== undefined);
  return {
    row,
    site: parts.some((part) => SITE.test(part)) || (objects.includes('全面') && !single),
    publicAreas: parts.some((part) => PUBLIC_AREAS.test(part)),
    kinds: new Set(kinds),
    places: new Set(places),
  };
}

/** The kind of which a name means every place. */
function kindMeant(name: string): Space['kind'] | undefined {
  for (const [kind, word] of KIND_WORDS) {
    const at = name.search(word);
    if (at >= 0 && ALL.test(name.slice(0, at))) return kind;
  }
  return undefined;
}
