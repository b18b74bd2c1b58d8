/** Things and units of the supplies ledger as people write them. */
import { itemOf, unitOf } from '../../src/logs/items.js';

describe('the name of a thing', () => {
  test.each([
    ['84', 'bleach84'],
    ['84消毒液', 'bleach84'],
    ['８４ 消毒液（500g）', 'bleach84'],
    ['八四消毒水', 'bleach84'],
    ['次氯酸钠消毒液', 'bleach84'],
    ['75%医用酒精', 'alcohol'],
    ['乙醇消毒液', 'alcohol'],
    ['酒精棉片', 'alcoholWipes'],
    ['免洗手消毒液', 'handSoap'],
    ['免洗手消', 'handSoap'],
    ['酒精免洗手消毒凝胶', 'handSoap'],
    ['洗手液', 'handSoap'],
    ['医用外科口罩', 'mask'],
    ['N95', 'mask'],
    ['废弃口罩专用收集桶', 'maskBin'],
    ['体温枪', 'thermometerGun'],
    ['红外线额温枪', 'thermometerGun'],
    ['红外体温计', 'thermometerGun'],
    ['水银体温计', 'clinicalThermometer'],
    ['背负式电动喷雾器', 'sprayer'],
    ['一次性帽子', 'ppeCap'],
    ['医用手套', 'ppeGloves'],
    ['鞋套', 'ppeShoeCovers'],
    ['防护服', 'protectiveClothing'],
    ['护目镜', 'goggles'],
    ['含氯消毒片', 'chlorine'],
    ['感冒灵颗粒', 'coldMedicine'],
    ['干粉灭火器', 'extinguisher'],
  ])('%s means %s', (name, id) => {
    expect(itemOf(name)).toBe(id);
  });

  test.each(['', '拖把', '消毒液', '1840', '184', '__proto__'])('%j is not known', (name) => {
    expect(itemOf(name)).toBeUndefined();
  });
});

describe('a unit', () => {
  test.each([
    ['只', 'piece'],
    ['个', 'piece'],
    [' 片 ', 'piece'],
    ['双', 'pair'],
    ['套', 'set'],
    ['瓶', 'bottle'],
    ['盒', 'pack'],
    ['包', 'pack'],
    ['袋', 'pack'],
  ])('%s counts a %s', (text, unit) => {
    expect(unitOf(text)).toBe(unit);
  });

  test.each(['', '公斤', '盒装口罩', 'constructor'])('%j is not known', (text) => {
    expect(unitOf(text)).toBeUndefined();
  });
});
