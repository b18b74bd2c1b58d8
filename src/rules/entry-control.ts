/** 四（七）人员出入管控: the checkpoint at the door, the register, and who may come in. */
import { type Rule, rule } from './rule.js';
import { amount, tooFew } from './shared/measure.js';
import { daysWithPeople, NOT_ENTERED } from './shared/present-people.js';
import { isUnreadable } from './shared/unreadable.js';
import { unrelatedPeople } from './shared/unrelated-people.js';

const temperatureCheckpoint = rule({
  id: 'temperature-checkpoint',
  clauses: ['四（七）'],
  phase: 'prep',
  class: 'profile',
  checklist: true,
  needs: { profile: ['entrances'] },
  limits: ['checkpoints'],
  title: { zh: '体温检测点', en: 'Temperature checkpoint' },
  demand: { zh: '机构设置体温检测点', en: 'The institution has a temperature checkpoint' },
  advice: {
    zh: '每个开放的入口都设检测点，不设的入口关闭',
    en: 'Set up a checkpoint at every open entrance, or close the entrance',
  },
  reading: {
    zh: '检测点设在入口；一处也没有为不符合，开放的入口没有的只提醒',
    en: 'the place is the entrance; none at all fails, an open entrance without one only warns',
  },
  messages: {
    tooFew: {
      zh: '体温检测点 {have} 处，至少 {least} 处',
      en: '{have} temperature {have:checkpoint|checkpoints}; at least {least} needed',
    },
    openWithout: {
      zh: '出入口 {entrance} 开放，没有体温检测点',
      en: 'entrance {entrance} is open without a temperature checkpoint',
    },
  },
  *profile({ profile, limits }) {
    const entrances = profile.entrances;
    if (entrances === undefined) {
      yield { missing: 'entrances' };
      return;
    }
    const have = entrances.filter((entrance) => entrance.checkpoint).length;
    const unstated = entrances.some(({ checkpoint, open }) => checkpoint === undefined && open !== false);
    const checkpoints = amount('checkpoint', have, limits.checkpoints, 'entrances');
    yield { measured: checkpoints };
    if (!checkpoints.met && !unstated) {
      yield tooFew(checkpoints, 'tooFew');
      return;
    }
    for (const [i, { id, open, checkpoint }] of entrances.entries()) {
      if (checkpoint || open === false) continue;
      if (checkpoint === undefined) yield { missing: `entrances[${i}].checkpoint` };
      else if (open === undefined) yield { missing: `entrances[${i}].open` };
      else {
        yield {
          at: `entrances[${i}].checkpoint`,
          message: 'openWithout',
          severity: 'warning',
          params: { entrance: id ?? i + 1 },
          get: { item: 'checkpoint', quantity: 1 },
        };
      }
    }
  },
});

const entryIdentityTempRegister = rule({
  id: 'entry-identity-temp-register',
  clauses: ['四（七）'],
  ground: '二',
  groundPart: 'etc',
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { logs: ['L1', 'L17', 'L3'] },
  title: { zh: '进入核验登记', en: 'Identity, temperature and register' },
  demand: {
    zh: '职工、学员进入时核验身份、测体温，进出人员都登记',
    en: 'The identity of staff and trainees is checked and their temperature taken when they enter; everyone who comes and goes is registered',
  },
  advice: {
    zh: '进门时逐项登记，当天到场的人都要有一条',
    en: 'Fill in every column at the door; everyone present that day has a row',
  },
  reading: {
    zh: '进入的每个人都这样看，登记要有姓名和时间；体温没有填的由“健康码和测温”一条报；没有放行的人不算；住宿未离开的人和校外课次的人当天不必再登记',
    en: 'everyone who enters is looked at in this way, with name and time; an empty temperature is reported with the health code; whoever was not let in is left out; boarders who did not leave, and people of off-site sessions, need no new row that day',
  },
  messages: {
    notChecked: { zh: '没有核验身份而进入', en: 'entered without a check of identity' },
    notRegistered: {
      zh: '{day} 到场的人至少有 {count} 人没有登记',
      en: 'on {day} at least {count} of those present {count:is|are} not registered',
    },
  },
  rows: {
    entry: (row, raise) => {
      if (row.admitted === false || row.id_checked === true) return;
      if (row.id_checked === false) raise('notChecked', { column: 'id_checked' });
      else if (!isUnreadable(row, 'id_checked')) raise('missing', { column: 'id_checked' });
    },
  },
  *logs({ logs, profile }) {
    if (!logs.has('entry')) {
      yield { notGiven: ['entry'] };
      return;
    }
    for (const { day, missing, at } of daysWithPeople(logs, profile)) {
      if (missing > 0 && at)
        yield {
          ...at,
          message: 'notRegistered',
          params: { day, count: missing },
          key: day,
          about: 'entry',
          unless: NOT_ENTERED,
        };
    }
  },
});

const noUnrelatedEntry = rule({
  id: 'no-unrelated-entry',
  clauses: ['四（七）'],
  phase: 'run',
  class: 'log',
  checklist: false,
  needs: { profile: ['staff', 'classes', 'appraisals'], logs: ['L1', 'L2', 'L17'] },
  title: { zh: '无关人员不入', en: 'Nobody without business' },
  demand: { zh: '无关人员不进入机构', en: 'Nobody unrelated enters' },
  advice: {
    zh: '访客登记来访事由、受访人和批准人；考生、考评员列入鉴定名单',
    en: "Register the visitor's reason, host and approver; list candidates and assessors with the assessment",
  },
  reading: {
    zh: '登记了来访事由、受访人或批准人的访客不算无关，受访人和批准人有一个即可；考生和考评员在有课或有鉴定的当天可以进；没有放行的人、重名分不清的人不算；没有完整名单时只看登记为外来、督导的人',
    en: 'a visitor registered with a reason and a host or an approver is not unrelated; candidates and assessors may enter on a day with a session; whoever was not let in, and names that could be several people, are left out; without complete lists only people registered as visitors or inspectors are looked at',
  },
  messages: {
    noHost: { zh: '受访人和批准人都没有填', en: 'neither a host nor an approver is given' },
    unrelated: {
      zh: '{day} 有 {count} 人进入，不在名单里，也没有外来人员登记',
      en: '{count} {count:person|people} entered on {day} who {count:is|are} in no list and not registered as visitors',
    },
  },
  *logs({ logs, profile, asOf }) {
    for (const row of logs.rows('visitor')) {
      if (row.purpose === undefined) yield { row, column: 'purpose', message: 'missing' };
      if (row.host === undefined && row.approved_by === undefined)
        yield { row, column: 'host', message: 'noHost', unless: {} };
    }
    if (!logs.has('entry') || !logs.has('visitor')) {
      yield { notGiven: [logs.has('entry') ? 'visitor' : 'entry'] };
      return;
    }
    for (const { day, count, mark } of unrelatedPeople(logs, profile, asOf)) {
      yield {
        mark,
        message: 'unrelated',
        params: { day, count },
        key: day,
        unless: { each: 'count', reasons: ['session'] },
      };
    }
  },
});

/** The rules of this heading, in the order of the plan. */
export const RULES: readonly Rule[] = [temperatureCheckpoint, entryIdentityTempRegister, noUnrelatedEntry];
