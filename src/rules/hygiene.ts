/** 四（五）卫生清洁和预防性消毒: pests, cleaning, disinfection, ventilation, hand-washing and used masks. */
import { keeps, leastWhole } from '../plan/limit.js';
import type { Wording } from '../types.js';
import { type Rule, rule } from './rule.js';
import { missingFrom } from './shared/missing.js';

type VectorControl = '灭鼠' | '灭蚊' | '清除卫生死角' | '清除孳生地';

/** What a campaign consists of. Any of the kinds of a task stands for it. */
const CAMPAIGN: readonly { readonly task: Wording; readonly kinds: readonly VectorControl[] }[] = [
  { task: { zh: '灭鼠', en: 'rodent control' }, kinds: ['灭鼠'] },
  { task: { zh: '灭蚊', en: 'mosquito control' }, kinds: ['灭蚊'] },
  {
    task: { zh: '清除卫生死角或孳生地', en: 'clearing of dead corners or breeding sites' },
    kinds: ['清除卫生死角', '清除孳生地'],
  },
];

const vectorControlCampaign = rule({
  id: 'vector-control-campaign',
  clauses: ['四（五）1'],
  ground: '二',
  phase: 'prep',
  class: 'log',
  also: ['profile'],
  checklist: true,
  needs: { profile: ['hygiene.vectorControl', 'selfCheck.date'], logs: ['L10'] },
  title: { zh: '灭鼠灭蚊和清除孳生地', en: 'Rodents, mosquitoes and breeding sites' },
  demand: {
    zh: '做过灭鼠、灭蚊，清除过卫生死角和病媒生物孳生地',
    en: 'Rodent control, mosquito control, and the clearing of dead corners and breeding sites have been done',
  },
  advice: {
    zh: '补做缺的项目，连日期填入 hygiene.vectorControl',
    en: 'Do what is lacking and enter it with its date in hygiene.vectorControl',
  },
  reading: {
    zh: '清除卫生死角与清除孳生地有一项即可；应在自查之前做，晚于自查只提醒（工具的理解）',
    en: 'clearing dead corners or clearing breeding sites will do for both; all should precede the self-check, else a warning (toolkit reading)',
  },
  messages: {
    notDone: { zh: '没有“{task}”的记录', en: 'no record of {task}' },
    afterSelfCheck: {
      zh: '“{task}”在 {on}，晚于自查日期 {selfCheck}',
      en: '{task} was on {on}, after the self-check of {selfCheck}',
    },
  },
  *profile({ profile }) {
    const records = profile.hygiene?.vectorControl;
    const selfCheck = profile.selfCheck?.date;
    if (records === undefined) {
      yield { missing: 'hygiene.vectorControl' };
      return;
    }
    yield* missingFrom(records, 'hygiene.vectorControl', ['on']);
    for (const { task, kinds } of CAMPAIGN) {
      const done = records.flatMap((record, i) => (kinds.includes(record.kind) ? [{ on: record.on, i }] : []));
      const first = done[0];
      if (first === undefined) {
        yield { at: 'hygiene.vectorControl', message: 'notDone', params: { task } };
        continue;
      }
      const late = done.every(({ on }) => on !== undefined && selfCheck !== undefined && on > selfCheck);
      if (!late || first.on === undefined || selfCheck === undefined) continue;
      yield {
        at: `hygiene.vectorControl[${first.i}].on`,
        message: 'afterSelfCheck',
        severity: 'warning',
        params: { task, on: first.on, selfCheck },
        related: ['selfCheck.date'],
      };
    }
  },
});

const sitewideCleanDaily = rule({
  id: 'sitewide-clean-daily',
  clauses: ['四（五）1'],
  ground: '二',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L8'] },
  title: { zh: '每日全面清洁消毒', en: 'Daily cleaning of the whole site' },
  demand: {
    zh: '每个开放日至少全面清洁并必要消毒一次',
    en: 'On every open day the whole site is cleaned, and disinfected as necessary, at least once',
  },
  advice: { zh: '每天做完就记一条全面清洁', en: 'Record one site-wide cleaning each day when it is done' },
  reading: {
    zh: '当天各处记录合起来覆盖全部教室、走廊、厕所也算（工具的理解）',
    en: 'rows of a day that together cover every classroom, corridor and toilet count too (toolkit reading)',
  },
  messages: {},
});

const publicAreaDisinfectionRecorded = rule({
  id: 'public-area-disinfection-recorded',
  clauses: ['四（五）2'],
  ground: '二',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { profile: ['spaces'], logs: ['L8'] },
  title: { zh: '教室和公共区域消毒记录', en: 'Disinfection records of rooms and public areas' },
  demand: {
    zh: '教室、走廊、厕所、食堂定期消毒，有记录',
    en: 'Classrooms, corridors, toilets and canteens are disinfected regularly, with records',
  },
  advice: { zh: '把漏掉的场所排进消毒安排并记录', en: 'Put the places left out on the schedule, and record them' },
  reading: {
    zh: '“定期”没有数字：连续7个开放日没有消毒记录的提醒（工具默认值，非预案规定），从来没有的为不符合',
    en: 'the clause gives no interval: 7 open days without a record warn (toolkit default); no record at all fails',
  },
  messages: {},
});

const highTouchDaily = rule({
  id: 'high-touch-daily',
  clauses: ['四（五）2'],
  ground: '二',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { profile: ['premises.absent'], logs: ['L8'] },
  title: { zh: '高频接触表面每日消毒', en: 'High-touch surfaces daily' },
  demand: {
    zh: '桌椅、门把手、水龙头、楼梯扶手、教学用具五类，每天各消毒至少一次',
    en: 'Desks and chairs, door handles, taps, handrails and teaching tools are each disinfected at least once a day',
  },
  advice: {
    zh: '消毒对象逐类写明；没有的设施填入 premises.absent',
    en: 'Name each class of surface in the record; enter what the premises lack as premises.absent',
  },
  messages: {},
});

const ventilation3x30 = rule({
  id: 'ventilation-3x30',
  clauses: ['四（五）3'],
  ground: '二',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { profile: ['spaces'], logs: ['L17', 'L9'] },
  title: { zh: '教室自然通风', en: 'Natural ventilation of classrooms' },
  demand: {
    zh: '用过的教室每天开窗通风至少3次，每次至少30分钟',
    en: 'Each classroom in use is aired by its windows at least 3 times a day, at least 30 minutes each',
  },
  advice: {
    zh: '早、中、晚各开窗半小时以上，分开记',
    en: 'Open the windows for half an hour or more in the morning, at noon and in the evening; record each',
  },
  reading: {
    zh: '时间重叠或首尾相接的算一次（工具的理解）',
    en: 'times that overlap or touch count as one (toolkit reading)',
  },
  messages: {},
});

const mechanicalVentilationCautious = rule({
  id: 'mechanical-ventilation-cautious',
  clauses: ['四（五）3'],
  severity: 'warning',
  phase: 'run',
  class: 'log',
  also: ['profile'],
  checklist: false,
  needs: { profile: ['spaces'], logs: ['L9'] },
  title: { zh: '谨慎使用空调', en: 'Caution with air conditioning' },
  demand: {
    zh: '疫情期间谨慎用空调和其他机械通风',
    en: 'Air conditioning and other mechanical ventilation are used with caution',
  },
  advice: {
    zh: '尽量开窗；确需使用的，留存新风和清洗记录',
    en: 'Prefer open windows; where it must be used, keep records of fresh air and cleaning',
  },
  reading: {
    zh: '使用空调的场所逐处提醒；教室须写明用不用（工具的理解）',
    en: 'each place that uses it gets a warning; for classrooms the profile must say whether it is used (toolkit reading)',
  },
  messages: {
    inUse: { zh: '场所 {room} 使用空调', en: 'air conditioning is in use in room {room}' },
  },
  *profile({ profile }) {
    const spaces = profile.spaces ?? [];
    if (spaces.length === 0) yield { missing: 'spaces' };
    for (const [i, space] of spaces.entries()) {
      if (space.airConditioning) {
        yield { at: `spaces[${i}].airConditioning`, message: 'inUse', params: { room: space.id ?? i + 1 } };
      } else if (space.airConditioning === undefined && space.kind === 'classroom') {
        yield { missing: `spaces[${i}].airConditioning` };
      }
    }
  },
});

const handwashFacilities = rule({
  id: 'handwash-facilities',
  clauses: ['四（五）4'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['hygiene.washPoints'] },
  limits: ['washTaps'],
  title: { zh: '洗手设施', en: 'Hand-washing' },
  demand: {
    zh: '有洗手水龙头，配洗手液或手消毒剂',
    en: 'There are taps for washing hands, with soap or hand sanitizer',
  },
  advice: {
    zh: '每处水龙头旁放洗手液或手消毒剂',
    en: 'Put soap or hand sanitizer at every wash point',
  },
  reading: {
    zh: '“充足”没有数字，够不够须现场看；有的洗手处缺洗手液和手消毒剂，只提醒',
    en: '"enough" has no number, a person must judge it; a single wash point without soap and sanitizer only warns',
  },
  messages: {
    tooFewTaps: {
      zh: '洗手水龙头 {have} 个，至少 {least} 个',
      en: '{have} taps for washing hands; at least {least} needed',
    },
    noSoap: { zh: '没有一处有洗手液或手消毒剂', en: 'no wash point has soap or hand sanitizer' },
    pointWithout: {
      zh: '第 {point} 处没有洗手液，也没有手消毒剂',
      en: 'wash point {point} has neither soap nor hand sanitizer',
    },
  },
  *profile({ profile, limits }) {
    const points = profile.hygiene?.washPoints;
    if (points === undefined) {
      yield { missing: 'hygiene.washPoints' };
      return;
    }
    const have = points.reduce((sum, point) => sum + (point.taps ?? 0), 0);
    if (!keeps(limits.washTaps, have)) {
      const unstated = [...missingFrom(points, 'hygiene.washPoints', ['taps'])];
      yield* unstated;
      const least = leastWhole(limits.washTaps);
      if (unstated.length === 0) {
        yield {
          at: 'hygiene.washPoints',
          message: 'tooFewTaps',
          params: { have, least },
          get: { item: 'washTap', quantity: least - have },
        };
      }
    }
    const bare = points.map((point, i) => ({ point, i })).filter(({ point }) => !point.soap && !point.sanitizer);
    const known = bare.filter(({ point }) => point.soap !== undefined && point.sanitizer !== undefined);
    if (known.length === points.length) {
      yield { at: 'hygiene.washPoints', message: 'noSoap', get: { item: 'handSoap', quantity: 1 } };
      return;
    }
    for (const { point, i } of bare) {
      if (point.soap === undefined) yield { missing: `hygiene.washPoints[${i}].soap` };
      else if (point.sanitizer === undefined) yield { missing: `hygiene.washPoints[${i}].sanitizer` };
      else {
        yield {
          at: `hygiene.washPoints[${i}]`,
          message: 'pointWithout',
          severity: 'warning',
          params: { point: i + 1 },
          get: { item: 'handSoap', quantity: 1 },
        };
      }
    }
  },
});

const maskBinLabelled = rule({
  id: 'mask-bin-labelled',
  clauses: ['四（五）5'],
  ground: '二',
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['hygiene.maskBins'] },
  limits: ['maskBins'],
  title: { zh: '废弃口罩专用桶', en: 'Bins for used masks' },
  demand: { zh: '设废弃口罩专用桶，标识清楚', en: 'There are clearly labelled bins for used masks only' },
  advice: { zh: '设专用桶，贴上清楚的标识', en: 'Set up such a bin and label it clearly' },
  messages: {
    tooFew: {
      zh: '废弃口罩专用桶 {have} 个，至少 {least} 个',
      en: '{have} bins for used masks; at least {least} needed',
    },
    unlabelled: { zh: '专用桶 {bin} 标识不清楚', en: 'bin {bin} is not clearly labelled' },
  },
  *profile({ profile, limits }) {
    const bins = profile.hygiene?.maskBins;
    if (bins === undefined) {
      yield { missing: 'hygiene.maskBins' };
      return;
    }
    if (!keeps(limits.maskBins, bins.length)) {
      const least = leastWhole(limits.maskBins);
      yield {
        at: 'hygiene.maskBins',
        message: 'tooFew',
        params: { have: bins.length, least },
        get: { item: 'maskBin', quantity: least - bins.length },
      };
    }
    yield* missingFrom(bins, 'hygiene.maskBins', ['labelled']);
    for (const [i, bin] of bins.entries()) {
      if (bin.labelled !== false) continue;
      yield { at: `hygiene.maskBins[${i}].labelled`, message: 'unlabelled', params: { bin: bin.id ?? i + 1 } };
    }
  },
});

const maskBinDaily = rule({
  id: 'mask-bin-daily',
  clauses: ['四（五）5'],
  ground: '二',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L11'] },
  title: { zh: '专用桶每日清理', en: 'Mask bins cleared daily' },
  demand: {
    zh: '每个专用桶每天清理，先消毒再收运',
    en: 'Every bin is cleared daily: first disinfected, then collected',
  },
  advice: { zh: '每桶每天记一条，写明消毒和收运时间', en: 'Record each bin once a day with both times' },
  messages: {},
});

const wasteDrainToiletDaily = rule({
  id: 'waste-drain-toilet-daily',
  clauses: ['四（五）5'],
  ground: '二',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { profile: ['premises.absent'], logs: ['L8'] },
  title: { zh: '垃圾池、下水道、厕所每日消毒', en: 'Refuse point, drains and toilets daily' },
  demand: {
    zh: '垃圾池、下水道、厕所每天各消毒至少一次',
    en: 'Refuse point, drains and toilets are each disinfected at least once a day',
  },
  advice: {
    zh: '三处逐一记录；没有的设施填入 premises.absent',
    en: 'Record each of the three; enter what the premises lack as premises.absent',
  },
  messages: {},
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [
  vectorControlCampaign,
  sitewideCleanDaily,
  publicAreaDisinfectionRecorded,
  highTouchDaily,
  ventilation3x30,
  mechanicalVentilationCautious,
  handwashFacilities,
  maskBinLabelled,
  maskBinDaily,
  wasteDrainToiletDaily,
];
