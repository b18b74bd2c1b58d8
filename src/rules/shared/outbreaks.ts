/** Finds the incidents that were classified as an outbreak. */
import type { Incident, Profile } from '../../profile/profile.types.js';

/** An incident with its place in the list, for paths such as `incidents[0]`. */
export interface ListedIncident {
  readonly incident: Incident;
  readonly index: number;
}

/** Returns the incidents classified 突发疫情. */
export function outbreaks(profile: Profile): ListedIncident[] {
  return (profile.incidents ?? [])
    .map((incident, index) => ({ incident, index }))
    .filter(({ incident }) => incident.classification === '突发疫情');
}
