/** Seats of classrooms that can't be where the profile draws them: `validate` and `seats` judge them alike. */
import type { Limits } from '../plan/limits.js';
import type { Space } from '../profile/profile.types.js';
import { ifReadable, ofReadableItems, type ProfileSource, whole } from '../profile/read.js';
import { classroomsOf } from '../rules/shared/classrooms.js';
import { checkClasses, checkSeats, SEATS, type SeatFinding } from '../seats/check.js';
import { type Draft, ofCheck } from './draft.js';

/** Returns the findings about the seats of each classroom that can be read as a whole, and about who sits there. */
export function seatDrafts(source: ProfileSource, limits: Limits): Draft[] {
  const { profile } = source;
  const rooms = ifReadable(() => classroomsOf(profile)) ?? readableClassrooms(source);
  const drawn = rooms.flatMap(({ space, i }) => [
    ...(ifReadable(() => [...checkSeats(whole(space), `spaces[${i}]`, limits)]) ?? []),
  ]);
  const ofClasses = ifReadable(() => [...checkClasses(profile.classes ?? [], (profile.spaces ?? []).map(whole))]) ?? [];
  return [...drawn, ...ofClasses].map((finding) => draftOf(finding, source));
}

/** The classrooms by their kind, where some space, class or off-site class can't be read. */
function readableClassrooms({ profile }: ProfileSource): { space: Space; i: number }[] {
  return ofReadableItems(
    () => profile.spaces,
    (each, i) => {
      const space = whole(each);
      return space.kind === 'classroom' ? { space, i } : undefined;
    },
  );
}

function draftOf({ related, clause, message, ...found }: SeatFinding, source: ProfileSource): Draft {
  return {
    ...ofCheck(SEATS, message, {
      ...found,
      location: source.locateNearest(found.path),
      related: related.flatMap((each) => source.locate(each) ?? []),
      key: SEATS.messages[message].en,
    }),
    ...(clause === undefined ? {} : { clause }),
  };
}
