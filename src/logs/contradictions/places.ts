/** Contradictions in single rows about rooms and things: airing, disinfection, inspections, stock. */
import { type Agent, agentOf, type Concentration, chlorineOf, concentrationOf } from '../concentration.js';
import { ALCOHOL, CHLORINE, MINUTES_OFF } from '../defaults.js';
import { type Judge, saysNothing } from './judge.js';

/** Checks of airing. */
export const VENTILATION: readonly Judge<'ventilation'>[] = [
  ({ open, close, minutes }, raise) => {
    if (open === undefined || close === undefined || minutes === undefined || close < open) return;
    if (Math.abs(minutes - (close - open)) > MINUTES_OFF) {
      const params = { between: close - open };
      raise('input/contradiction', 'minutesAndTimes', 'error', { column: 'minutes', params });
    }
  },
];

/** What may be disinfected more strongly than surfaces. */
const STRONG = new Set(['厕所', '下水道', '垃圾池', '废弃口罩桶', '终末']);

const form: Judge<'disinfection'> = ({ concentration }, raise) => {
  if (concentration !== undefined && !saysNothing(concentration) && !concentrationOf(concentration))
    raise('input/disinfectant', 'unknownForm', 'info', { column: 'concentration' });
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
  raise('input/disinfectant', message, 'warning', { column: 'concentration', params: { least, most } });
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
    raise('input/disinfectant', 'alcoholSprayed', 'warning', { column: 'method' });
};

const mixed: Judge<'disinfection'> = ({ agent }, raise) => {
  if (agentOf(agent ?? '') === 'several') raise('input/disinfectant', 'mixed', 'warning', { column: 'agent' });
};

const contactTime: Judge<'disinfection'> = ({ start, end, contact_min: contact }, raise) => {
  if (start === undefined || end === undefined || contact === undefined || end < start) return;
  if (contact > end - start + MINUTES_OFF) {
    const params = { between: end - start };
    raise('input/contradiction', 'contactLongerThanTimes', 'warning', { column: 'contact_min', params });
  }
};

/** Checks of disinfection. */
export const DISINFECTION: readonly Judge<'disinfection'>[] = [form, strength, alcoholSprayed, mixed, contactTime];

/** Checks of hygiene inspections. */
export const HYGIENE: readonly Judge<'hygiene'>[] = [
  ({ result, issue }, raise) => {
    if (result === '不合格' && saysNothing(issue))
      raise('input/detail-missing', 'issue', 'warning', { column: 'issue' });
  },
  ({ result, due_on: due, closed_on: closed }, raise) => {
    if (result === '不合格' && due === undefined && closed === undefined)
      raise('input/detail-missing', 'due', 'warning', { column: 'due_on' });
    if (due !== undefined && closed !== undefined && closed > due)
      raise('input/closed-late', 'late', 'warning', { column: 'closed_on' });
  },
];

/** Checks of fire inspections. */
export const FIRE: readonly Judge<'fire'>[] = [
  ({ route_clear: routes, signs_ok: signs, maps_ok: maps, pressure_ok: pressure, issue }, raise) => {
    if ([routes, signs, maps, pressure].includes(false) && saysNothing(issue))
      raise('input/detail-missing', 'issue', 'warning', { column: 'issue' });
  },
];

/** Checks of the supplies ledger. What does not add up is said by the rule about the ledger. */
export const SUPPLIES: readonly Judge<'supplies'>[] = [
  ({ date, expires, in: received }, raise) => {
    if (date !== undefined && expires !== undefined && (received ?? 0) > 0 && expires < date)
      raise('input/contradiction', 'receivedExpired', 'warning', { column: 'expires' });
  },
];
