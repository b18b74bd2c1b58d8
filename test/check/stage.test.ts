/** How far an institution has come, and which rules bind it by then. */
import { phaseIsDue, stageOf } from '../../src/check/stage.js';
import { readProfile } from '../../src/profile/read.js';
import type { Phase, Stage } from '../../src/types.js';

const stageIn = (text: string): Stage => stageOf(readProfile(text, 'profile.yaml').profile);

test.each([
  ['prep', 'nothing is said of either', 'institution: { name: 示例学校 }'],
  ['prep', 'the self-check has no date', 'selfCheck: { items: [{ item: 物资储备, result: 是 }] }'],
  ['prep', 'the application is dated, but there was no self-check', 'application: { date: 2020-05-06 }'],
  ['apply', 'the self-check is dated', 'selfCheck: { date: 2020-05-03 }'],
  ['apply', 'the inspection was not passed', 'selfCheck: { date: 2020-05-03 }\ninspection: { result: fail }'],
  ['apply', 'something is to be rectified', 'selfCheck: { date: 2020-05-03 }\ninspection: { result: rectify }'],
  ['apply', 'the inspection is only dated', 'selfCheck: { date: 2020-05-03 }\ninspection: { date: 2020-05-11 }'],
  ['run', 'the inspection was passed', 'selfCheck: { date: 2020-05-03 }\ninspection: { result: pass }'],
  ['run', 'the inspection was passed, whatever the self-check', 'inspection: { result: pass }'],
] as const)('%s, where %s', (stage, _, text) => {
  expect(stageIn(text)).toBe(stage);
});

test.each([
  ['prep', 'the day of the self-check is none', 'selfCheck: { date: 2020-02-30 }'],
  [
    'apply',
    'the result of the inspection is not well formed',
    'selfCheck: { date: 2020-05-03 }\ninspection: { result: 1 }',
  ],
  ['apply', 'the inspection is not well formed', 'selfCheck: { date: 2020-05-03 }\ninspection: pass'],
  [
    'run',
    'the self-check is not well formed, but the inspection was passed',
    'selfCheck: 1\ninspection: { result: pass }',
  ],
] as const)('%s, where %s: what cannot be read counts as not given', (stage, _, text) => {
  expect(readProfile(text, 'profile.yaml').findings.length).toBeGreaterThan(0);
  expect(stageIn(text)).toBe(stage);
});

test.each<[Phase, boolean, boolean, boolean]>([
  ['prep', true, true, true],
  ['apply', false, true, true],
  ['run', false, false, true],
  ['incident', false, false, true],
  ['recover', false, false, true],
])('rules of phase %s bind in prep: %s, in apply: %s, in run: %s', (phase, prep, apply, run) => {
  expect((['prep', 'apply', 'run'] as const).map((stage) => phaseIsDue(phase, stage))).toEqual([prep, apply, run]);
});
