/** How far an institution has come, and which phases of the plan bind it by then. */
import type { Profile } from '../profile/profile.types.js';
import { ifReadable } from '../profile/read.js';
import type { Phase, Stage } from '../types.js';

/** Returns the stage that the profile itself shows: `run` once inspected and passed, `apply` once self-checked. */
export function stageOf(profile: Profile): Stage {
  if (ifReadable(() => profile.inspection?.result) === 'pass') return 'run';
  return ifReadable(() => profile.selfCheck?.date) === undefined ? 'prep' : 'apply';
}

/** Returns whether the rules of a phase bind at the stage. */
export function phaseIsDue(phase: Phase, stage: Stage): boolean {
  switch (phase) {
    case 'prep':
      return true;
    case 'apply':
      return stage !== 'prep';
    default:
      return stage === 'run';
  }
}
