/** The seating plans of papers: each classroom drawn to a scale at which it fits on the page, with the classes in it. */
import type { Limits } from '../plan/limits.js';
import type { Profile, Space } from '../profile/profile.types.js';
import { drawingSize, drawSeats, UNITS_PER_METRE } from '../seats/drawing.js';
import { seatMap } from '../seats/map.js';
import type { Figure } from './fragment.js';
import { type View, viewNode } from './view.js';

/** A plan: what templates are told of it, and the drawing. */
export interface SeatPlan {
  readonly view: View;
  readonly figure: Figure;
  /** The ids of the classes in the room. */
  readonly classes: readonly string[];
}

/** The largest drawing on a page, in millimetres: the width of the text, and what leaves room for its heading. */
const MOST = { width: 156, height: 150 };
const SCALES = [75, 100, 125, 150, 200, 250, 300, 400, 500, 750, 1000, 2000];
/** Rooms that are drawn; further ones are named. */
const MOST_PLANS = 100;

/** The plans of a profile's classrooms, and the names of those that can't be drawn. */
export interface SeatPlans {
  readonly plans: readonly SeatPlan[];
  readonly lacking: readonly string[];
}

/** Returns the seating plans of a profile. */
export function seatPlansOf(profile: Profile, limits: Limits): SeatPlans {
  const plans: SeatPlan[] = [];
  const lacking: string[] = [];
  for (const [i, space] of (profile.spaces ?? []).entries()) {
    if (space.kind !== 'classroom') continue;
    const map = plans.length < MOST_PLANS ? seatMap(space, limits, i) : undefined;
    if (!map) {
      lacking.push(nameOf(space, i));
      continue;
    }
    const classes = (profile.classes ?? []).filter((each) => each.room !== undefined && isCalled(space, each.room));
    const units = drawingSize(map);
    const millimetres = (length: number, scale: number): number => ((length / UNITS_PER_METRE) * 1000) / scale;
    const scale = SCALES.find(
      (each) => millimetres(units.width, each) <= MOST.width && millimetres(units.height, each) <= MOST.height,
    );
    const used = scale ?? SCALES[SCALES.length - 1] ?? 1;
    const view = viewNode({
      no: plans.length + 1,
      plan: String(plans.length),
      room: nameOf(space, i),
      classes: classes.map((each) => each.name ?? each.id ?? '').join('、'),
      width: map.width,
      length: map.length,
      seats: map.seats.length,
      spacing: map.spacing,
      tooClose: map.tooClose.length,
      scale: `1:${used}`,
    });
    const figure = {
      svg: drawSeats(map, 'zh'),
      units,
      width: Math.min(MOST.width, millimetres(units.width, used)),
      height: millimetres(units.height, used),
      text: `${nameOf(space, i)}座位平面图`,
    };
    plans.push({ view, figure, classes: classes.flatMap(({ id }) => id ?? []) });
  }
  return { plans, lacking };
}

const nameOf = (space: Space, i: number): string => space.name ?? space.id ?? String(i + 1);
const isCalled = (space: Space, name: string): boolean => space.id === name || space.name === name;
