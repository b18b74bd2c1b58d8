/** `roster`: the county's monthly list of the institutions that have resumed (八·流程（四）), from the report of an audit. */

import { monthBefore, rosterOf } from '../audit/roster.js';
import { type PaperFormat, ROSTER_FORMATS } from '../command-line/formats.js';
import type { OptionsOf } from '../command-line/options.js';
import { renderRoster } from '../documents/county.js';
import { UnusableError } from '../errors.js';
import { oneFile } from '../io/one-file.js';
import type { Session } from '../io/session.js';
import { fullName } from '../plan/areas.js';
import { addMonths } from '../plan/days.js';
import { keeps } from '../plan/limit.js';
import { toRosterCsv, toRosterText } from '../report/roster.js';
import { drawTable } from '../report/table.js';
import { PLAN } from '../run/plan.js';
import { visible } from '../text/escape.js';
import { fill } from '../text/fill.js';
import type { Params, Roster, Wording } from '../types.js';
import { loadAudit } from './parts/listed-report.js';
import { keepInputs, pairOutputs, writeOutputs } from './parts/outputs.js';
import { bytesOf } from './parts/paper-bytes.js';
import { templateSource } from './parts/template-files.js';

type Format = (typeof ROSTER_FORMATS)[number];

const WORDS = {
  defaultMonth: {
    zh: '没有写 --month，按报告日期的上个月：{month}',
    en: 'no --month: the month before the report, {month}',
  },
  due: {
    zh: '{month} 的名单应在 {due} 之前报市人社局备案（八·流程（四））；--submitted 写报送日期',
    en: 'the list for {month} is due with the city before {due} (八·流程（四）); --submitted gives the day of filing',
  },
  onTheDay: {
    zh: '警告：{submitted} 报送，“之前”可能不含 {limit} 日（八·流程（四））',
    en: 'warning: filed on {submitted}; "before" may not include day {limit} (八·流程（四）)',
  },
  late: {
    zh: '迟了：{submitted} 报送，应在每月 {limit} 日之前（八·流程（四））',
    en: 'late: filed on {submitted}, it is due before day {limit} of the month (八·流程（四）)',
  },
  early: {
    zh: '早了：{submitted} 报送，{month} 还没有到',
    en: 'early: filed on {submitted}, before {month}',
  },
  notWhole: {
    zh: '报告只到 {until}，{month} 还没有完，月底以后要重做',
    en: 'the report ends on {until}, before {month} is over; make the list again after it',
  },
  districts: {
    zh: '报告里的机构分属 {districts}，每个县（区）各报各的',
    en: 'the institutions of the report are of {districts}; each county or district files its own',
  },
  leftOut: { zh: '没有列入：{name}，{reason}', en: 'not listed: {name}, {reason}' },
  noApplication: { zh: '{name} 没有填申请日期', en: '{name} gives no day of application' },
} as const satisfies Record<string, Wording>;

/** Writes the list; returns 1 if it is filed too late, or before its month. */
export async function roster(named: string, options: OptionsOf<'roster'>, session: Session): Promise<number> {
  const outputs = pairOutputs(ROSTER_FORMATS, options.format, options.output);
  const path = await oneFile(named);
  keepInputs(outputs, [path]);
  for (const { format, file } of outputs) if (file === undefined && isBinary(format)) throw needsFile(format);
  const { language } = session;
  const submittedOn = options.submitted;
  const report = loadAudit(path);
  const month = options.month ?? monthBefore(report.asOf);
  const source = templateSource(options.templates);
  const list = rosterOf(report, month);
  const { rosterDay } = PLAN.limits;
  const due = `${addMonths(month, 1)}-${String(rosterDay.value).padStart(2, '0')}`;
  const facts = { month, due, submitted: submittedOn ?? '', limit: rosterDay.value };
  const say = (words: Wording, params: Params = {}, as = language): string => fill(words, params, as);
  const late = submittedOn !== undefined && (submittedOn > due || !keeps(rosterDay, dayOf(submittedOn)));
  const early = submittedOn !== undefined && submittedOn.slice(0, 7) < month;
  const day = ((): Wording | undefined => {
    if (submittedOn === undefined) return WORDS.due;
    if (early) return WORDS.early;
    if (late) return WORDS.late;
    return dayOf(submittedOn) === rosterDay.value ? WORDS.onTheDay : undefined;
  })();
  const said = [
    ...(options.month === undefined ? [say(WORDS.defaultMonth, { month })] : []),
    ...(day ? [say(day, facts)] : []),
  ];
  const districts = [
    ...new Set(
      report.institutions.flatMap(({ facts }) =>
        facts?.district === undefined ? [] : fullName(PLAN.area, facts.district),
      ),
    ),
  ];
  await writeOutputs(outputs, render, session);
  // the text tells what is uncertain itself
  const told = outputs.some(({ format, file }) => format === 'text' && file === undefined);
  const uncertain = told ? [] : notesOf(list, districts).map(([words, params]) => say(words, params));
  for (const line of [...said, ...uncertain]) await session.note(`${visible(line)}\n`);
  return late || early ? 1 : 0;

  async function render(format: Format): Promise<string | Uint8Array> {
    const isPaper = isBinary(format) || format === 'html';
    const notes = notesOf(list, districts).map(([words, params]) => say(words, params, isPaper ? 'zh' : language));
    if (format === 'csv') return toRosterCsv(list, submittedOn);
    if (format === 'text') return toRosterText(list, { language, columns: session.terminal.columns, notes, drawTable });
    const unit = districts.length === 1 ? `${districts[0]}人力资源和社会保障局` : '';
    const paper = { roster: list, unit, notes, ...(submittedOn === undefined ? {} : { submittedOn }) };
    return bytesOf(renderRoster(paper, source), format, false);
  }
}

/** What a reader of the list must know: what it does not hold, and why. */
function notesOf(list: Roster, districts: readonly string[]): [Wording, Params][] {
  const { month, until, isWhole, rows, leftOut } = list;
  const undated = rows.filter(({ facts }) => facts.appliedOn === undefined);
  return [
    ...(isWhole ? [] : [[WORDS.notWhole, { month, until }] as [Wording, Params]]),
    ...(districts.length > 1 ? [[WORDS.districts, { districts: districts.join('、') }] as [Wording, Params]] : []),
    ...undated.map(({ name }): [Wording, Params] => [WORDS.noApplication, { name }]),
    ...leftOut.map(({ name, reason }): [Wording, Params] => [WORDS.leftOut, { name, reason }]),
  ];
}

function isBinary(format: Format): format is Exclude<PaperFormat, 'html'> {
  return format === 'docx' || format === 'pdf';
}

function needsFile(format: string): UnusableError {
  return new UnusableError(
    'usage/outputs',
    {
      zh: '{format} 要写到文件：-f {format} -o 恢复名单.{format}',
      en: '{format} needs a file: -f {format} -o roster.{format}',
    },
    { format },
  );
}

function dayOf(date: string): number {
  return Number(date.slice(8));
}
