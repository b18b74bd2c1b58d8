/** The things that an institution may have to get, with the unit in which they are counted. */
import type { Wording } from '../types.js';

interface Item {
  readonly name: Wording;
  readonly unit: Wording;
}

const bottle = { zh: '瓶', en: 'bottles' };
const piece = { zh: '个', en: '' };

/** Everything that can stand on the shopping list. */
export const ITEMS = {
  alcohol: { name: { zh: '酒精消毒液', en: 'alcohol disinfectant' }, unit: bottle },
  bleach84: { name: { zh: '84消毒液（500克）', en: '84 bleach (500 g)' }, unit: bottle },
  sprayer: { name: { zh: '背负式电动喷雾器', en: 'electric backpack sprayer' }, unit: { zh: '台', en: '' } },
  mask: { name: { zh: '口罩', en: 'masks' }, unit: { zh: '只', en: '' } },
  thermometerGun: { name: { zh: '体温枪', en: 'thermometer guns' }, unit: { zh: '把', en: '' } },
  ppeMask: { name: { zh: '一次性口罩（成套）', en: 'disposable masks (for the sets)' }, unit: { zh: '只', en: '' } },
  ppeCap: { name: { zh: '一次性帽子', en: 'disposable caps' }, unit: { zh: '顶', en: '' } },
  ppeGloves: { name: { zh: '医用手套', en: 'medical gloves' }, unit: { zh: '双', en: 'pairs' } },
  ppeShoeCovers: { name: { zh: '鞋套', en: 'shoe covers' }, unit: { zh: '双', en: 'pairs' } },
  clinicalThermometer: { name: { zh: '体温针', en: 'clinical thermometers' }, unit: { zh: '支', en: '' } },
  coldMedicine: { name: { zh: '感冒药', en: 'cold medicine' }, unit: { zh: '盒', en: 'packs' } },
  isolationBed: { name: { zh: '隔离室床位或座位', en: 'isolation-room beds or seats' }, unit: piece },
  isolationThermometer: { name: { zh: '隔离室体温计', en: 'isolation-room thermometers' }, unit: { zh: '支', en: '' } },
  isolationMask: { name: { zh: '隔离室口罩', en: 'isolation-room masks' }, unit: { zh: '只', en: '' } },
  isolationDisinfectant: {
    name: { zh: '隔离室消毒用品', en: 'isolation-room disinfectant' },
    unit: { zh: '份', en: '' },
  },
  maskBin: { name: { zh: '废弃口罩专用收集桶', en: 'bins for used masks' }, unit: piece },
  washTap: { name: { zh: '洗手水龙头', en: 'hand-washing taps' }, unit: piece },
  handSoap: { name: { zh: '洗手液或手消毒剂', en: 'soap or hand sanitizer' }, unit: { zh: '份', en: '' } },
  extinguisher: { name: { zh: '灭火器', en: 'fire extinguishers' }, unit: { zh: '具', en: '' } },
  publicityBoard: { name: { zh: '防控知识宣传栏', en: 'epidemic-knowledge boards' }, unit: { zh: '块', en: '' } },
  checkpoint: { name: { zh: '体温检测点', en: 'temperature checkpoints' }, unit: { zh: '处', en: '' } },
} as const satisfies Record<string, Item>;

/** The name of a thing to get. */
export type ItemId = keyof typeof ITEMS;
