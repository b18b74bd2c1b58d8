/** L8 消毒记录: what was disinfected where, with what and by whom. */
import { type InputCheck, inputCheck } from '../../input-check.js';
import {
  type Agent,
  agentAndStrength,
  agentOf,
  type Concentration,
  chlorineOf,
  concentrationOf,
} from '../concentration.js';
import { contradictions, type Judge, saysNothing } from '../contradictions.js';
import type { Column, LogKind } from '../kind.js';

/** Headers of a cell that holds two columns. */
const AGENT_AND_STRENGTH = ['消毒剂名称及浓度', '消毒剂及浓度', '消毒剂/浓度', '消毒药品及浓度', '消毒液及浓度'];
const PLACE_AND_OBJECT = ['消毒区域/物品', '消毒部位/物品', '区域/物品', '消毒区域及物品'];

/** Who answers for it: the one who does it, unless a column of its own says that, or else the one who checks it. */
const RESPONSIBLE = ['负责人', '负责人签字'];

/** The kind. */
export const KIND = {
  number: 'L8',
  name: 'disinfection',
  title: { zh: '消毒记录', en: 'Disinfection' },
  purpose: { zh: '每次消毒的场所、对象、消毒剂和浓度', en: 'what was disinfected where, with what and by whom' },
  due: { on: 'openDays', rule: 'sitewide-clean-daily' },
  dated: 'date',
  key: ['space', 'start'],
  recorder: 'operator',
  ordered: [['start', 'end']],
  columns: [
    { en: 'date', zh: '日期', aliases: ['消毒日期'], type: 'date', required: true },
    {
      en: 'start',
      zh: '开始时间',
      aliases: ['消毒时间', '消毒时段', '消毒开始时间', '开始', '时间'],
      type: 'time',
      required: true,
    },
    { en: 'end', zh: '结束时间', aliases: ['消毒结束时间', '结束'], type: 'time' },
    // besides the rooms of the profile
    {
      en: 'space',
      zh: '场所',
      aliases: ['消毒场所', '消毒部位', '消毒区域', '消毒地点', '地点', '区域', ...PLACE_AND_OBJECT],
      type: 'text',
      says: 'what',
      values: ['全校', '全院', '公共区域', '垃圾池', '下水道'],
      required: true,
    },
    {
      en: 'object',
      zh: '消毒对象',
      aliases: ['对象', '消毒范围', '消毒物品', '物品', '消毒内容', ...PLACE_AND_OBJECT],
      type: 'list',
      says: 'what',
      values: [
        '桌椅',
        '门把手',
        '水龙头',
        '楼梯扶手',
        '教学用具',
        '地面',
        '厕所',
        '下水道',
        '垃圾池',
        '废弃口罩桶',
        '全面',
        '终末',
        '其他',
      ],
      synonyms: {
        桌子: '桌椅',
        椅子: '桌椅',
        桌面: '桌椅',
        课桌: '桌椅',
        课桌椅: '桌椅',
        课桌面: '桌椅',
        把手: '门把手',
        门把: '门把手',
        门拉手: '门把手',
        龙头: '水龙头',
        扶手: '楼梯扶手',
        楼梯把手: '楼梯扶手',
        教具: '教学用具',
        教学工具: '教学用具',
        教学设备: '教学用具',
        地板: '地面',
        卫生间: '厕所',
        洗手间: '厕所',
        公厕: '厕所',
        下水口: '下水道',
        下水管道: '下水道',
        排水沟: '下水道',
        排水口: '下水道',
        垃圾站: '垃圾池',
        垃圾房: '垃圾池',
        垃圾点: '垃圾池',
        垃圾堆放点: '垃圾池',
        口罩桶: '废弃口罩桶',
        口罩专用桶: '废弃口罩桶',
        废弃口罩收集桶: '废弃口罩桶',
        废弃口罩专用桶: '废弃口罩桶',
        全面消毒: '全面',
        终末消毒: '终末',
        其它: '其他',
      },
      required: true,
    },
    {
      en: 'method',
      zh: '消毒方式',
      aliases: ['方式', '消毒方法'],
      type: 'enum',
      values: ['擦拭', '喷洒', '喷雾', '拖拭', '冲洗', '浸泡', '紫外线', '其他'],
      synonyms: {
        擦: '擦拭',
        擦洗: '擦拭',
        抹擦: '擦拭',
        擦抹: '擦拭',
        喷: '喷洒',
        雾化: '喷雾',
        拖: '拖拭',
        拖地: '拖拭',
        湿拖: '拖拭',
        拖洗: '拖拭',
        冲: '冲洗',
        泡: '浸泡',
        紫外: '紫外线',
        紫外灯: '紫外线',
        紫外线灯: '紫外线',
        紫外线照射: '紫外线',
        其它: '其他',
      },
      required: true,
    },
    {
      en: 'agent',
      zh: '消毒剂',
      aliases: ['消毒剂名称', '消毒药品', '消毒液', '药品名称', '消毒药物', '消毒用品', ...AGENT_AND_STRENGTH],
      type: 'text',
      says: 'what',
      required: true,
      requiredUnless: { column: 'method', is: '紫外线' },
    },
    {
      en: 'concentration',
      zh: '浓度',
      aliases: ['配比', '比例', '消毒浓度', '消毒剂浓度', '配制比例', ...AGENT_AND_STRENGTH],
      type: 'text',
      says: 'what',
      unit: 'mg/L, 1:n, %',
      requiredUnless: { column: 'method', is: '紫外线' },
    },
    {
      en: 'contact_min',
      zh: '作用时间',
      aliases: ['作用时长', '消毒时长', '消毒时长/作用时间'],
      type: 'int',
      unit: 'min',
    },
    {
      en: 'operator',
      zh: '消毒人',
      aliases: [
        ...['消毒员', '消毒人员', '消毒人员签名', '消毒操作员签字', '操作员', '操作员签字', '操作人', '执行人'],
        ...RESPONSIBLE,
      ],
      type: 'text',
      says: 'who',
      required: true,
      personal: true,
    },
    {
      en: 'checker',
      zh: '验收人',
      aliases: ['验收人签字', '检查人', ...RESPONSIBLE],
      type: 'text',
      says: 'who',
      personal: true,
    },
    { en: 'remark', zh: '备注', aliases: ['备注说明'], type: 'text', says: 'whether', personal: true },
  ],
  shared: [
    { columns: ['agent', 'concentration'], cut: agentAndStrength },
    { columns: ['space', 'object'], cut: placeAndObject, byHeader: true },
  ],
} as const satisfies LogKind;

/** 101教室桌椅: what is known as an object, at the end, and the place before it. */
function placeAndObject(text: string): readonly string[] {
  const written = text.trim();
  const { values = [], synonyms = {} } = KIND.columns.find(({ en }) => en === 'object') as Column;
  const words = [...values, ...Object.keys(synonyms)].filter((word) => written.endsWith(word));
  const object = words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
  if (object === '') return [written];
  const place = written.slice(0, -object.length).trim();
  return place === '' ? [written, object] : [place, object];
}

const CONTRADICTION = contradictions({
  contactLongerThanTimes: {
    zh: '作用时间比开始到结束的 {between} 分钟还长',
    en: 'the contact time is longer than the {between} minutes from start to end',
  },
});

/** What is used to disinfect. */
const DISINFECTANT = inputCheck({
  id: 'input/disinfectant',
  severity: 'warning',
  messages: {
    unknownForm: {
      zh: '浓度看不懂，没有核对。写成 500mg/L、1:99 或 75%',
      en: 'this concentration was not understood, and not checked; write 500mg/L, 1:99 or 75%',
    },
    chlorineStrength: {
      zh: '有效氯不在 {least} 到 {most} mg/L 之间（工具默认值，非预案规定；84 按 5% 折算）',
      en: 'the available chlorine is not within {least} to {most} mg/L (toolkit default; 84 counts as 5%)',
    },
    alcoholStrength: {
      zh: '酒精不在 {least}% 到 {most}% 之间（工具默认值，非预案规定）',
      en: 'the alcohol is not within {least} to {most}% (toolkit default)',
    },
    alcoholSprayed: {
      zh: '酒精不要喷洒，易燃。改用擦拭',
      en: 'do not spray alcohol, it catches fire; wipe with it',
    },
    mixed: {
      zh: '同一行写了含氯消毒剂和酒精。不要混用，分行写明各用在哪里',
      en: 'chlorine and alcohol in one row; do not mix them, and write in rows of their own what each was used for',
    },
  },
});

/** What its rows may not say at once, as declared. */
export const CHECKS: readonly InputCheck[] = [CONTRADICTION, DISINFECTANT];

/** Available chlorine on surfaces, mg/L (toolkit default): schools wrote 500, or 250 to 1000. */
const CHLORINE = { least: 250, most: 1000 } as const;
/** Alcohol that disinfects, percent (toolkit default). */
const ALCOHOL = { least: 70, most: 80 } as const;
/** By how many minutes a written length may differ from the times (toolkit default). */
const MINUTES_OFF = 1;

/** What may be disinfected more strongly than surfaces. */
const STRONG = new Set(['厕所', '下水道', '垃圾池', '废弃口罩桶', '终末']);

const form: Judge<typeof KIND> = ({ concentration }, raise) => {
  if (concentration !== undefined && !saysNothing(concentration) && !concentrationOf(concentration))
    raise(DISINFECTANT, 'unknownForm', { column: 'concentration', severity: 'info' });
};

const strength: Judge<typeof KIND> = ({ agent, concentration, object }, raise) => {
  const kind = agentOf(agent ?? '');
  const written = concentration === undefined ? undefined : concentrationOf(concentration);
  if (!written || kind === undefined || kind === 'several') return;
  const outside =
    kind === 'alcohol' ? alcoholIsOutside(written) : chlorineIsOutside(written, agent ?? '', object ?? []);
  if (!outside) return;
  const { least, most } = limitsOf(kind);
  const message = kind === 'alcohol' ? 'alcoholStrength' : 'chlorineStrength';
  raise(DISINFECTANT, message, { column: 'concentration', params: { least, most } });
};

function limitsOf(kind: Agent): { readonly least: number; readonly most: number } {
  return kind === 'alcohol' ? ALCOHOL : CHLORINE;
}

function alcoholIsOutside(written: Concentration): boolean {
  return written.form === 'percent' && (written.span[1] < ALCOHOL.least || written.span[0] > ALCOHOL.most);
}

function chlorineIsOutside(written: Concentration, agent: string, objects: readonly string[]): boolean {
  const chlorine = chlorineOf(written, agent);
  if (!chlorine) return false;
  const [least, most] = chlorine;
  const mayBeStrong = objects.length > 0 && objects.every((object) => STRONG.has(object));
  return most < CHLORINE.least || (least > CHLORINE.most && !mayBeStrong);
}

const alcoholSprayed: Judge<typeof KIND> = ({ agent, method }, raise) => {
  if (agentOf(agent ?? '') === 'alcohol' && (method === '喷洒' || method === '喷雾'))
    raise(DISINFECTANT, 'alcoholSprayed', { column: 'method' });
};

const mixed: Judge<typeof KIND> = ({ agent }, raise) => {
  if (agentOf(agent ?? '') === 'several') raise(DISINFECTANT, 'mixed', { column: 'agent' });
};

const contactTime: Judge<typeof KIND> = ({ start, end, contact_min: contact }, raise) => {
  if (start === undefined || end === undefined || contact === undefined || end < start) return;
  if (contact > end - start + MINUTES_OFF) {
    const params = { between: end - start };
    raise(CONTRADICTION, 'contactLongerThanTimes', { column: 'contact_min', params });
  }
};

/** Checks of disinfection. */
export const CONTRADICTIONS: readonly Judge<typeof KIND>[] = [form, strength, alcoholSprayed, mixed, contactTime];
