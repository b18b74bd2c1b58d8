/** Why a rule was not judged. */
import type { UnreadRows, Wording } from '../types.js';

/** So many places of what could not be read are named in a reason; reports as data have more. */
const PLACES_NAMED = 3;

/** The reasons, worded. */
export const REASONS = {
  outOfScope: { zh: '机构不在本预案适用范围', en: 'the plan does not apply to this institution' },
  county: { zh: '县（区）人社部门的职责', en: 'a duty of the county or district department' },
  noCountyList: {
    zh: '没有给县（区）自己的恢复名单（audit --bureau）',
    en: "the county's own list of resumed institutions was not given (audit --bureau)",
  },
  noIncident: { zh: '没有疫情事件或停训记录', en: 'no incident or suspension on record' },
  noLogs: { zh: '没有给日志', en: 'no logs were given' },
  noLogsButProfile: {
    zh: '概况部分没有问题，但没有给日志',
    en: 'nothing wrong in the profile, but no logs were given',
  },
  'from-prep': { zh: '准备阶段起', en: 'from the preparation stage' },
  'from-apply': { zh: '申请阶段起', en: 'from the application stage' },
  'from-run': { zh: '恢复培训后起', en: 'from resumption' },
  'from-incident': { zh: '发生疫情时', en: 'when there is an incident' },
  'from-recover': { zh: '停训后', en: 'after a suspension' },
  ownDay: (day: string | undefined): Wording =>
    day === undefined
      ? { zh: '开班日期还没有定', en: 'the first day of class is not set yet' }
      : { zh: `要到 ${day}`, en: `due on ${day}` },
  noProfile: { zh: '没有给机构概况，无法比对', en: 'no profile was given to compare with' },
  profileUnread: { zh: '没有读到机构概况', en: 'the profile could not be read' },
  logsUnread: (files: readonly string[]): Wording => {
    const listed = files.slice(0, PLACES_NAMED);
    const isMore = files.length > listed.length;
    return {
      zh: `交来的没有读到：${listed.join('、')}${isMore ? ' 等' : ''}`,
      en: `what was given could not be read: ${listed.join(', ')}${isMore ? ' and more' : ''}`,
    };
  },
  logNotGiven: ({ zh, en }: Wording): Wording => ({
    zh: `没有给日志：${zh}`,
    en: `no log of this kind was given: ${en}`,
  }),
  logEmpty: ({ zh, en }: Wording): Wording => ({
    zh: `日志没有一行记录：${zh}`,
    en: `the log has no rows: ${en}`,
  }),
  unread: ({ rows, of, places }: UnreadRows, isClean: boolean): Wording => {
    const judged = of - rows;
    const listed = places.slice(0, PLACES_NAMED);
    const [zh, en] = (['zh', 'en'] as const).map((language) =>
      listed.map(({ file, line, header }) => `${file}:${line}${header ? ` ${header[language]}` : ''}`),
    ) as [string[], string[]];
    const isMore = places.length > listed.length;
    return {
      zh: `${of} 行里核对了 ${judged} 行${isClean ? '，没有发现问题' : ''}；有 ${rows} 行没有读懂：${zh.join('、')}${isMore ? ' 等' : ''}`,
      en: `${judged} of ${of} rows judged${isClean ? ', nothing found' : ''}; ${rows} unread: ${en.join(', ')}${isMore ? ' and more' : ''}`,
    };
  },
  unreadable: (line: number): Wording => ({
    zh: `要读的内容写法不对（第 ${line} 行）`,
    en: `what it reads is not well formed (line ${line})`,
  }),
} as const;
