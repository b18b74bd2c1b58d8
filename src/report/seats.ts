/** What `seats` found and proposes, as text and as JSON. */
import { Chalk, type ChalkInstance } from 'chalk';
import type { LimitSource } from '../plan/limit.js';
import type { Limits } from '../plan/limits.js';
import { FIXTURE_WORDS } from '../seats/drawing.js';
import { DENSER, LAYOUT_WORDS, type Proposal } from '../seats/propose.js';
import { nearestSeats } from '../seats/spacing.js';
import { textPlan } from '../seats/text-plan.js';
import { forTerminal, jsonOf } from '../text/escape.js';
import { fill, fillBoth } from '../text/fill.js';
import { wrap } from '../text/wrap.js';
import type { Finding, Language, Params, RoomFixture, SeatMap, Wording } from '../types.js';
import { messageOf, placeOf } from './finding-text.js';
import { SEVERITY_WORDS } from './words.js';

/** A room with what was found about it. */
export interface SeatRoom {
  /** Its name, with its id where it has both. */
  readonly title: string;
  readonly width: number;
  readonly length: number;
  /** The place that a seat takes, in metres. */
  readonly place: { readonly width: number; readonly length: number };
  readonly placeIsDefault: boolean;
  /** The seats that it has. */
  readonly drawn?: SeatMap;
  /** Absent where too much stands in the room. */
  readonly proposal?: Proposal;
  /** The room with the seats that are proposed. */
  readonly proposed?: SeatMap;
  /** The room with more seats, without rows. */
  readonly denser?: SeatMap;
  /** The kinds of what stands in it. */
  readonly fixtures: readonly RoomFixture['kind'][];
}

/** All rooms, with the findings about them. */
export interface SeatReport {
  readonly rooms: readonly SeatRoom[];
  readonly findings: readonly Finding[];
}

const WORDS = {
  see: { zh: '  另见 {places}', en: '  see {places}' },
  size: { zh: '宽 {width} 米，长 {length} 米', en: '{width} m wide, {length} m long' },
  noSeats: { zh: '还没有填座位', en: 'no seats are given yet' },
  now: { zh: '现在：{count} 个座位', en: 'now: {count} {count:seat|seats}' },
  nowNearest: {
    zh: '现在：{count} 个座位，最近的两个（{first}、{second}）相隔 {distance} 米',
    en: 'now: {count} seats, the nearest two ({first} and {second}) {distance} m apart',
  },
  nowNear: { zh: '，{pairs} 对太近', en: ', {pairs} pairs too close' },
  proposal: { zh: '建议：{count} 个座位，{kind}', en: 'proposed: {count} {count:seat|seats}, {kind}' },
  nothing: {
    zh: '建议：一个座位也放不下（每个座位占 {width} × {length} 米）',
    en: 'proposed: not a single seat fits (each takes {width} × {length} m)',
  },
  tooMuch: {
    zh: '建议：室内固定的东西太多，没有排座位',
    en: 'proposed: too much stands in the room, no seats were laid out',
  },
  compared: { zh: '比较过：{list}', en: 'compared: {list}' },
  bound: {
    zh: '上限：{taken}不管怎么摆都不会超过 {bound} 个座位；{gap}',
    en: 'at most: {taken}no way to set out the room has more than {bound} seats; {gap}',
  },
  taken: { zh: '除去室内固定的东西占的地方，', en: 'what stands in the room taken off, ' },
  optimal: { zh: '建议已达到上限', en: 'the proposal reaches it' },
  gap: {
    zh: '建议比它少 {gap} 个，这 {gap} 个未必真能坐下',
    en: 'the proposal is {gap} below it, for which there may be no place',
  },
  notEntered: {
    zh: '没有填{things}：真实的教室里坐得更少',
    en: '{things} entered: fewer will fit in the real room',
  },
  denser: {
    zh: '{name}：{count} 个座位，比建议多 {more} 个；{note}',
    en: '{name}: {count} seats, {more} more than proposed; {note}',
  },
  classSize: {
    zh: '一个班最多 {limit} 人（{clause}），没有再往上排',
    en: 'a class has at most {limit} people ({clause}), so no more were laid out',
  },
  spacing: {
    zh: '任何两个座位中心相隔不少于 {spacing} 米（{clause}）',
    en: 'any two seat centres are at least {spacing} m apart ({clause})',
  },
  place: {
    zh: '每个座位占 {width} × {length} 米（课桌连椅子{origin}），不出墙、不重叠、不占室内固定的东西',
    en: 'each seat takes {width} × {length} m (desk with chair{origin}), within the walls, without overlap, off what stands in the room',
  },
  placeDefault: {
    zh: '；工具默认值，非预案规定，可用 desk 改',
    en: '; toolkit default, not from the plan, changed by desk',
  },
  planNow: { zh: '现在的摆法', en: 'as it is' },
  planProposed: { zh: '建议的摆法', en: 'as proposed' },
  noPlan: {
    zh: '房间太大或座位太密，字符画不下，请用 -f svg',
    en: 'too large or too dense for characters; use -f svg',
  },
  total: {
    zh: '教室 {rooms} 间，发现 {findings} 条',
    en: 'rooms: {rooms}, findings: {findings}',
  },
} as const satisfies Record<string, Wording>;

/** How the text is drawn. */
export interface SeatTextOptions {
  readonly language: Language;
  readonly columns: number;
  readonly colour: boolean;
  readonly limits: Limits;
  /** Draw what is proposed also where there are seats. */
  readonly proposed: boolean;
}

/** Returns the report as people read it in a terminal, with a plan of each room in characters. */
export function toSeatsText({ rooms, findings }: SeatReport, options: SeatTextOptions): string {
  const { language, columns, limits } = options;
  const chalk = new Chalk({ level: options.colour ? 1 : 0 });
  const lines: string[] = [];
  const say = (words: Wording, params: Params = {}): string => forTerminal(fill(words, params, language));
  const put = (text: string, indent = '  '): void => {
    const [first = '', ...rest] = wrap(text, columns - indent.length - 2);
    lines.push(indent + first, ...rest.map((line) => `${indent}  ${line}`));
  };
  for (const finding of findings) {
    const colour = { error: chalk.red, warning: chalk.yellow, info: chalk.cyan }[finding.severity];
    put(`${colour(say(SEVERITY_WORDS[finding.severity]))} ${forTerminal(messageOf(finding, language))}`, '');
    const clause = finding.clause === undefined ? '' : `  ${finding.clause}`;
    // all of a room stands in one file
    const related = finding.related.slice(0, 3).map(({ line, column }) => `${line}:${column}`);
    const see = related.length === 0 ? '' : say(WORDS.see, { places: related.join(', ') });
    put(chalk.dim(`${forTerminal(placeOf(finding, language))}${clause}${see}`), '  ');
  }
  if (findings.length > 0) lines.push('');
  for (const room of rooms) {
    lines.push(
      `${chalk.bold(forTerminal(room.title))}  ${say(WORDS.size, { width: room.width, length: room.length })}`,
    );
    put(room.drawn ? nowOf(room.drawn) : say(WORDS.noSeats));
    for (const sentence of proposalSentences(room, limits)) put(forTerminal(sentence[language]));
    const shown = options.proposed ? (room.proposed ?? room.drawn) : (room.drawn ?? room.proposed);
    if (shown) plan(shown, shown === room.drawn ? WORDS.planNow : WORDS.planProposed);
    if (room.denser && shown === room.proposed) plan(room.denser, DENSER.name);
    lines.push('');
  }
  for (const sentence of assumptionsOf(rooms, limits)) put(forTerminal(sentence[language]), '');
  lines.push(say(WORDS.total, { rooms: rooms.length, findings: findings.length }));
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;

  function nowOf({ seats, tooClose }: SeatMap): string {
    const nearest = nearestSeats(seats);
    if (!nearest) return say(WORDS.now, { count: seats.length });
    const params = { first: nearest.first + 1, second: nearest.second + 1, distance: nearest.distance / 1000 };
    const near = tooClose.length > 0 ? say(WORDS.nowNear, { pairs: tooClose.length }) : '';
    return say(WORDS.nowNearest, { count: seats.length, ...params }) + near;
  }

  function plan(map: SeatMap, title: Wording): void {
    const drawn = textPlan(map, columns - 4, language);
    if (!drawn) {
      put(say(WORDS.noPlan));
      return;
    }
    const coloured = (line: string): string => line.replace(/\d+!/g, (near) => chalkNear(chalk, near));
    lines.push(
      '',
      `  ${chalk.dim(`${say(title)}（${drawn.legend}）`.replace(/（(.*)）$/, language === 'zh' ? '（$1）' : ' ($1)'))}`,
    );
    for (const line of drawn.lines) lines.push(`  ${coloured(line)}`);
  }
}

const chalkNear = (chalk: ChalkInstance, near: string): string => chalk.red(near);

/** What is proposed for a room, and why it ends there. */
function proposalSentences(room: SeatRoom, limits: Limits): Wording[] {
  const { proposal, place, fixtures } = room;
  if (!proposal) return [WORDS.tooMuch];
  const { seats, kind, denser, compared, bound, classSize } = proposal;
  if (seats.length === 0) return [fillBoth(WORDS.nothing, { ...place })];
  const list = (language: Language): string =>
    compared.map((each) => `${LAYOUT_WORDS[each.kind][language]} ${each.count}`).join(language === 'zh' ? '，' : ', ');
  const { source, value } = limits.classSize;
  const gap = bound - seats.length;
  const missing = notEntered(room);
  return [
    fillBoth(WORDS.proposal, { count: seats.length, kind: LAYOUT_WORDS[kind] }),
    ...(kind === 'free' ? [DENSER.note] : []),
    ...(compared.length > 1 ? [fillBoth(WORDS.compared, { list: { zh: list('zh'), en: list('en') } })] : []),
    classSize
      ? fillBoth(WORDS.classSize, { limit: value, clause: clauseOf(source) })
      : fillBoth(WORDS.bound, {
          bound,
          taken: fixtures.length > 0 ? WORDS.taken : { zh: '', en: '' },
          gap: gap > 0 ? fillBoth(WORDS.gap, { gap }) : WORDS.optimal,
        }),
    ...(missing.length > 0 ? [fewerThanDrawn(missing)] : []),
    ...(denser
      ? [fillBoth(WORDS.denser, { ...DENSER, count: denser.length, more: denser.length - seats.length })]
      : []),
  ];
}

/** What every room has, of what the profile or the call does not say. */
function notEntered({ fixtures }: SeatRoom): RoomFixture['kind'][] {
  return (['podium', 'door', 'aisle'] as const).filter((kind) => !fixtures.includes(kind));
}

/** That fewer will fit in the real room. */
function fewerThanDrawn(kinds: readonly RoomFixture['kind'][]): Wording {
  const names = kinds.map((kind) => FIXTURE_WORDS[kind]);
  const things = { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => `no ${en}`).join(', ') };
  return fillBoth(WORDS.notEntered, { things });
}

/** What the proposals of all rooms keep to, said once. */
function assumptionsOf(rooms: readonly SeatRoom[], limits: Limits): Wording[] {
  const places = new Map(
    rooms.map((room) => [`${room.place.width} ${room.place.length} ${room.placeIsDefault}`, room]),
  );
  return [
    fillBoth(WORDS.spacing, { spacing: limits.seatSpacing.value / 1000, clause: clauseOf(limits.seatSpacing.source) }),
    ...[...places.values()].map(({ place, placeIsDefault }) =>
      fillBoth(WORDS.place, { ...place, origin: placeIsDefault ? WORDS.placeDefault : { zh: '', en: '' } }),
    ),
  ];
}

const clauseOf = (source: LimitSource): string => ('clause' in source ? source.clause : '');

/** Returns the report as JSON, in both languages; the same rooms give the same bytes. */
export function toSeatsJson({ rooms, findings }: SeatReport, tool: { name: string; version: string }): string {
  const flat = {
    formatVersion: 1,
    tool,
    rooms: rooms.map((room) => {
      const { title, width, length, place, placeIsDefault, drawn, proposal, proposed, denser } = room;
      return {
        room: title,
        width,
        length,
        place: { ...place, source: placeIsDefault ? 'toolkit default' : 'given' },
        drawn: drawn ? { seats: drawn.seats, tooClose: drawn.tooClose } : null,
        proposal:
          proposal && proposed
            ? {
                seats: proposed.seats,
                layout: proposal.kind,
                compared: proposal.compared,
                upperBound: proposal.bound,
                endedByClassSize: proposal.classSize,
                notEntered: notEntered(room),
                denser: denser ? { seats: denser.seats, clause: DENSER.clause, note: DENSER.note } : null,
              }
            : null,
      };
    }),
    findings: findings.map(({ rule, clause, severity, location, path, message, params, related, fingerprint }) => ({
      rule,
      ...(clause === undefined ? {} : { clause }),
      severity,
      ...location,
      ...(path === undefined ? {} : { path }),
      message: fillBoth(message, params),
      related,
      fingerprint,
    })),
  };
  return `${jsonOf(flat, 2)}\n`;
}
