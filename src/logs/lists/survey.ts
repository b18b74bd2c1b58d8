/** The list of the staff whom the survey of the 14 days covers: by number, or by name where that is empty. */
import type { ListKind } from './kind.js';

/** The columns of this list. */
export const SURVEY_LIST = {
  number: 'L0',
  name: 'survey-list',
  title: { zh: '已核查人员名单', en: 'list of the people surveyed' },
  purpose: { zh: '14天情况核查到的教职工', en: 'the staff covered by the 14-day survey' },
  event: true,
  either: ['person', 'name'],
  standIns: { person: 'name' },
  item: 'person',
  columns: [
    {
      en: 'person',
      zh: '人员',
      aliases: ['编号', '工号', '教职工编号', '人员编号', '职工编号', '教职工'],
      type: 'ref',
      personal: true,
    },
    { en: 'name', zh: '姓名', aliases: ['名字', '教职工姓名', '人员姓名'], type: 'text', personal: true },
  ],
} as const satisfies ListKind;
