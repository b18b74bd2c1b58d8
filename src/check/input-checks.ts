/** All checks of the input, with the words of each, in the order in which the catalogue lists them. */
import { byId, type InputCheck } from '../input-check.js';
import { LOG_CHECKS } from '../logs/input-checks.js';
import { LIST_MISSING, LIST_UNREADABLE } from '../profile/lists.js';
import { NOT_A_PROFILE } from '../profile/parse.js';
import { UNKNOWN_KEY } from '../profile/read.js';
import { DUPLICATE_ID, UNKNOWN_REFERENCE } from '../profile/references.js';
import { SCHEMA } from '../profile/schema-errors.js';
import { YAML } from '../profile/yaml-errors.js';
import { SEATS } from '../seats/check.js';
import { BEFORE_EPIDEMIC } from './before-epidemic.js';
import { CLASH } from './clash-hints.js';
import { CLUSTER } from './cluster-hints.js';
import { ROWS_COPIED, ROWS_DISAGREE } from './copied-rows.js';
import {
  CRASHED,
  NO_LOGS,
  NOT_LOOKED_INTO,
  NOT_SUBMITTED,
  OUTSIDE,
  OWN_CONFIG,
  OWN_CONFIG_UNUSED,
  OWN_WAIVERS,
  SAME_ID,
  SAME_LOG,
  UNUSABLE_FILES,
} from './handed-in.js';
import { AS_OF_AHEAD, CONFIGURED } from './input-findings.js';
import { NOT_HAPPENED, NOT_IN_SERVICE } from './left-out.js';
import { COPIED_DAY, ENTERED_LATER, FEW_READINGS, IDENTICAL_BLOCK, SAME_MINUTE } from './log-hints.js';
import * as references from './log-references.js';
import { NAMES_ALIKE } from './names-alike.js';
import { RETEST } from './retest-hints.js';
import { WAIVER_EXPIRED, WAIVER_UNUSED } from './waive.js';

const PROFILE = [
  YAML,
  NOT_A_PROFILE,
  SCHEMA,
  UNKNOWN_KEY,
  UNKNOWN_REFERENCE,
  DUPLICATE_ID,
  LIST_MISSING,
  LIST_UNREADABLE,
  AS_OF_AHEAD,
  NOT_HAPPENED,
  NOT_IN_SERVICE,
];
const NAMES = [
  ...Object.values(references.NOT_IN_PROFILE),
  ...[references.PERSON_UNKNOWN, references.PERSON_RENAMED, references.PERSON_AMBIGUOUS],
  NAMES_ALIKE,
  ...[references.RECORDER_UNKNOWN, references.ITEM_UNKNOWN],
];
const HINTS = [IDENTICAL_BLOCK, COPIED_DAY, FEW_READINGS, SAME_MINUTE, ENTERED_LATER, CLUSTER, RETEST, CLASH, SAME_LOG];

/** The checks of the input, by their ids. */
export const INPUT_CHECKS: ReadonlyMap<string, InputCheck> = byId([
  ...UNUSABLE_FILES,
  ...[OUTSIDE, NOT_LOOKED_INTO],
  ...PROFILE,
  SEATS,
  ...LOG_CHECKS.values(),
  ...NAMES,
  ...[
    ROWS_COPIED,
    ROWS_DISAGREE,
    BEFORE_EPIDEMIC,
    CONFIGURED,
    WAIVER_EXPIRED,
    WAIVER_UNUSED,
    OWN_WAIVERS,
    OWN_CONFIG,
    OWN_CONFIG_UNUSED,
  ],
  ...[NO_LOGS, NOT_SUBMITTED, SAME_ID, CRASHED],
  ...HINTS,
]);
