/** Contradictions in single rows about rooms and things: airing, disinfection, inspections, stock. */
import { inputCheck } from '../../input-check.js';
import { type Agent, agentOf, type Concentration, chlorineOf, concentrationOf } from '../concentration.js';
import { ALCOHOL, CHLORINE, MINUTES_OFF } from '../defaults.js';
import { contradictions, type Judge, missingDetails, saysNothing } from './judge.js';

export const CONTRADICTION = contradictions({
  minutesAndTimes: {
    zh: '时长与开窗、关窗时间不符，按时间是 {between} 分钟',
    en: 'the length does not agree with the times, between which there are {between} minutes',
  },
  contactLongerThanTimes: {
    zh: '作用时间比开始到结束的 {between} 分钟还长',
    en: 'the contact time is longer than the {between} minutes from start to end',
  },
  receivedExpired: { zh: '入库时已过有效期', en: 'it had expired when it came into stock' },
});

export const DETAIL_MISSING = missingDetails({
  issue: { zh: '不合格，没有写是什么问题', en: 'it was not in order, and what was wrong is not stated' },
  due: { zh: '要整改，没有写期限', en: 'it has to be mended, and by when is not stated' },
});

/** What is used to disinfect. */
export const DISINFECTANT = inputCheck({
  id: 'input/disinfectant',
  severity: 'warning',
  messages: {
    unknownForm: {
      zh: '浓度看不懂，没有核对。写成 500mg/L、1:99 或 75%',
      en: 'this concentration was not understood, and not checked; write 500mg/L, 1:99 or 75%',
    },
    chlorineStrength: {
      zh: '有效氯不在 {least} 到 {most} mg/L 之间（工具默认值，非预案规定；84 按 5% 折算）',
      en: 'the available chlorine is not within {least} to {most} mg/L (toolkit default; 84 counts as 5%)',
    },
    alcoholStrength: {
      zh: '酒精不在 {least}% 到 {most}% 之间（工具默认值，非预案规定）',
      en: 'the alcohol is not within {least} to {most}% (toolkit default)',
    },
    alcoholSprayed: {
      zh: '酒精不要喷洒，易燃。改用擦拭',
      en: 'do not spray alcohol, it catches fire; wipe with it',
    },
    mixed: {
      zh: '同一行写了含氯消毒剂和酒精。不要混用，分行写明各用在哪里',
      en: 'chlorine and alcohol in one row; do not mix them, and write in rows of their own what each was used for',
    },
  },
});

/** What was put right too late. */
export const CLOSED_LATE = inputCheck({
  id: 'input/closed-late',
  severity: 'warning',
  messages: {
    late: { zh: '完成日期在整改期限之后', en: 'completed after the date by which it was due' },
  },
});

/** Checks of airing. */
export const VENTILATION: readonly Judge<'ventilation'>[] = [
  ({ open, close, minutes }, raise) => {
    if (open === undefined || close === undefined || minutes === undefined || close < open) return;
    if (Math.abs(minutes - (close - open)) > MINUTES_OFF) {
      const params = { between: close - open };
      raise(CONTRADICTION, 'minutesAndTimes', { column: 'minutes', params, severity: 'error' });
    }
  },
];

/** What may be disinfected more strongly than surfaces. */
const STRONG = new Set(['厕所', '下水道', '垃圾池', '废弃口罩桶', '终末']);

const form: Judge<'disinfection'> = ({ concentration }, raise) => {
  if (concentration !== undefined && !saysNothing(concentration) && !concentrationOf(concentration))
    raise(DISINFECTANT, 'unknownForm', { column: 'concentration', severity: 'info' });
};

const strength: Judge<'disinfection'> = ({ agent, concentration, object }, raise) => {
  const kind = agentOf(agent ?? '');
  const written = concentration === undefined ? undefined : concentrationOf(concentration);
  if (!written || kind === undefined || kind === 'several') return;
  const outside =
    kind === 'alcohol' ? alcoholIsOutside(written) : chlorineIsOutside(written, agent ?? '', object ?? []);
  if (!outside) return;
  const { least, most } = limitsOf(kind);
  const message = kind === 'alcohol' ? 'alcoholStrength' : 'chlorineStrength';
  raise(DISINFECTANT, message, { column: 'concentration', params: { least, most } });
};

function limitsOf(kind: Agent): { readonly least: number; readonly most: number } {
  return kind === 'alcohol' ? ALCOHOL : CHLORINE;
}

function alcoholIsOutside(written: Concentration): boolean {
  return written.form === 'percent' && (written.span[1] < ALCOHOL.least || written.span[0] > ALCOHOL.most);
}

function chlorineIsOutside(written: Concentration, agent: string, objects: readonly string[]): boolean {
  const chlorine = chlorineOf(written, agent);
  if (!chlorine) return false;
  const [least, most] = chlorine;
  const mayBeStrong = objects.length > 0 && objects.every((object) => STRONG.has(object));
  return most < CHLORINE.least || (least > CHLORINE.most && !mayBeStrong);
}

const alcoholSprayed: Judge<'disinfection'> = ({ agent, method }, raise) => {
  if (agentOf(agent ?? '') === 'alcohol' && (method === '喷洒' || method === '喷雾'))
    raise(DISINFECTANT, 'alcoholSprayed', { column: 'method' });
};

const mixed: Judge<'disinfection'> = ({ agent }, raise) => {
  if (agentOf(agent ?? '') === 'several') raise(DISINFECTANT, 'mixed', { column: 'agent' });
};

const contactTime: Judge<'disinfection'> = ({ start, end, contact_min: contact }, raise) => {
  if (start === undefined || end === undefined || contact === undefined || end < start) return;
  if (contact > end - start + MINUTES_OFF) {
    const params = { between: end - start };
    raise(CONTRADICTION, 'contactLongerThanTimes', { column: 'contact_min', params });
  }
};

/** Checks of disinfection. */
export const DISINFECTION: readonly Judge<'disinfection'>[] = [form, strength, alcoholSprayed, mixed, contactTime];

/** Checks of hygiene inspections. */
export const HYGIENE: readonly Judge<'hygiene'>[] = [
  ({ result, issue }, raise) => {
    if (result === '不合格' && saysNothing(issue)) raise(DETAIL_MISSING, 'issue', { column: 'issue' });
  },
  ({ result, due_on: due, closed_on: closed }, raise) => {
    if (result === '不合格' && due === undefined && closed === undefined)
      raise(DETAIL_MISSING, 'due', { column: 'due_on' });
    if (due !== undefined && closed !== undefined && closed > due) raise(CLOSED_LATE, 'late', { column: 'closed_on' });
  },
];

/** Checks of fire inspections. */
export const FIRE: readonly Judge<'fire'>[] = [
  ({ route_clear: routes, signs_ok: signs, maps_ok: maps, pressure_ok: pressure, issue }, raise) => {
    if ([routes, signs, maps, pressure].includes(false) && saysNothing(issue))
      raise(DETAIL_MISSING, 'issue', { column: 'issue' });
  },
];

/** Checks of the supplies ledger. What does not add up is said by the rule about the ledger. */
export const SUPPLIES: readonly Judge<'supplies'>[] = [
  ({ date, expires, in: received }, raise) => {
    if (date !== undefined && expires !== undefined && (received ?? 0) > 0 && expires < date)
      raise(CONTRADICTION, 'receivedExpired', { column: 'expires' });
  },
];
