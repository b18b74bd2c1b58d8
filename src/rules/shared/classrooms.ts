/** Which spaces are classrooms: those of the kind, and those of another kind in which a class is held. */
import type { Profile, Space } from '../../profile/profile.types.js';

/** A space with its place in the list, for paths such as `spaces[3]`. */
export interface ListedSpace {
  readonly space: Space;
  readonly i: number;
}

/**
 * Returns the classrooms. A space of another kind counts where a class that is not off-site has it as its room; one
 * outdoors never does, and an appraisal makes no classroom.
 */
export function classroomsOf(profile: Profile | undefined): ListedSpace[] {
  const offsite = new Set((profile?.offsite ?? []).map((each) => each.class));
  const rooms = new Set(
    (profile?.classes ?? []).flatMap(({ id, name, room }) => {
      const isAway = (id !== undefined && offsite.has(id)) || (name !== undefined && offsite.has(name));
      return room === undefined || isAway ? [] : [room];
    }),
  );
  const isRoom = (name: string | undefined): boolean => name !== undefined && rooms.has(name);
  return (profile?.spaces ?? []).flatMap((space, i) => {
    const isUsed = space.kind !== 'outdoor' && (isRoom(space.id) || isRoom(space.name));
    return space.kind === 'classroom' || isUsed ? [{ space, i }] : [];
  });
}
