/** What the supplies ledger names: things and units as people write them. */
import type { ItemId } from '../plan/items.js';

/** A thing in the ledger: one of the plan's, or another that is often kept with them. */
export type SupplyId = ItemId | 'chlorine' | 'alcoholWipes' | 'protectiveClothing' | 'goggles';

/** In what a thing is counted. How much is in a pack is not known. */
export type SupplyUnit = 'piece' | 'pair' | 'set' | 'bottle' | 'pack';

/** Words by which a thing is known. Of all that occur in a name the longest decides: 口罩桶 is no 口罩. */
const ITEM_WORDS: readonly (readonly [SupplyId, readonly string[]])[] = [
  ['mask', ['口罩', 'n95', 'kn95']],
  ['maskBin', ['口罩桶', '口罩收集桶', '口罩专用桶', '口罩回收桶', '口罩垃圾桶', '口罩专用收集桶']],
  ['alcohol', ['酒精', '乙醇']],
  ['alcoholWipes', ['酒精棉', '酒精湿巾', '酒精湿纸巾', '酒精消毒湿巾', '酒精消毒棉']],
  [
    'handSoap',
    ['洗手液', '手消', '手消毒', '手部消毒', '酒精洗手液', '免洗凝胶', '消毒凝胶', '酒精凝胶', '香皂', '肥皂'],
  ],
  ['bleach84', ['八四', '次氯酸钠']],
  ['chlorine', ['含氯', '泡腾片', '漂白粉', '二氧化氯', '消毒片']],
  ['sprayer', ['喷雾器', '喷雾机', '电动喷雾']],
  [
    'thermometerGun',
    ['体温枪', '额温枪', '测温枪', '额温计', '耳温枪', '红外测温仪', '红外线测温仪', '红外体温计', '红外线体温计'],
  ],
  ['clinicalThermometer', ['体温针', '体温计', '体温表', '温度针']],
  ['ppeCap', ['帽子', '一次性帽', '医用帽', '防护帽', '工作帽']],
  ['ppeGloves', ['手套']],
  ['ppeShoeCovers', ['鞋套', '靴套', '脚套']],
  ['protectiveClothing', ['防护服', '隔离衣', '防护衣']],
  ['goggles', ['护目镜', '防护眼镜', '面屏', '面罩']],
  ['coldMedicine', ['感冒药', '感冒灵', '感冒颗粒', '感冒清', '板蓝根', '连花清瘟']],
  ['extinguisher', ['灭火器']],
];

const UNIT_WORDS: Readonly<Record<SupplyUnit, readonly string[]>> = {
  piece: ['只', '个', '片', '枚', '支', '把', '台', '具', '顶', '块', '根'],
  pair: ['双', '副', '对'],
  set: ['套'],
  bottle: ['瓶', '桶', '壶'],
  pack: ['盒', '包', '袋', '箱', '扎'],
};

/** Returns what the name of a thing means, undefined if it is not known. */
export function itemOf(name: string): SupplyId | undefined {
  // 84 is a word only where it is not part of another number
  const text = dense(name).replace(/(?<!\d)84(?!\d)/g, '八四');
  let longest = '';
  let found: SupplyId | undefined;
  for (const [id, words] of ITEM_WORDS) {
    for (const word of words) {
      if (word.length > longest.length && text.includes(word)) {
        longest = word;
        found = id;
      }
    }
  }
  return found;
}

const UNITS = new Map(
  Object.entries(UNIT_WORDS).flatMap(([unit, words]) => words.map((word) => [word, unit as SupplyUnit] as const)),
);

/** Returns in what a thing is counted, undefined if the unit is not known. */
export function unitOf(text: string): SupplyUnit | undefined {
  return UNITS.get(dense(text));
}

function dense(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
