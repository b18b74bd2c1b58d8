/** Names of counties and districts as papers have them: in full, shortened, before 2016, with city and region or without. */
import { fullName, isWithin, sameArea } from '../../src/plan/areas.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';

const { area } = LIUZHOU_2020;

describe('two names', () => {
  test.each([
    ['融水县', '融水苗族自治县'],
    ['融水', '融水苗族自治县'],
    ['三江县', '三江侗族自治县'],
    ['柳州市三江县', '三江侗族自治县'],
    ['柳江县', '柳江区'],
    ['广西壮族自治区柳州市柳江县', '柳江区'],
    ['城中区', '柳州市城中区'],
    ['阳和工业新区', '柳州市 阳和工业新区'],
    ['来宾市兴宾区', '兴宾区'],
    ['广西来宾市兴宾区', '来宾市兴宾区'],
  ])('%s and %s are one place', (one, other) => {
    expect(sameArea(area, one, other)).toBe(true);
    expect(sameArea(area, other, one)).toBe(true);
  });

  test.each([
    ['柳江区', '柳城县'],
    ['柳南区', '柳北区'],
    ['柳', '柳江区'],
    ['鱼峰区', ''],
    ['兴宾区', '城中区'],
    // a city far away has a district of the same name
    ['西宁市城中区', '城中区'],
    ['来宾市兴宾区', '桂林市兴宾区'],
  ])('%s and %s are not', (one, other) => {
    expect(sameArea(area, one, other)).toBe(false);
    expect(sameArea(area, other, one)).toBe(false);
  });

  test.each(area.districts)('%s is itself, and none of the others', (district) => {
    expect(area.districts.filter((other) => sameArea(area, district, other))).toEqual([district]);
  });
});

test.each([
  ['融水县人社局', '融水苗族自治县人社局'],
  ['柳州市柳江县人力资源和社会保障局', '柳江区人力资源和社会保障局'],
  ['柳州市人社局', '人社局'],
  ['自治区人社厅', '自治区人社厅'],
  ['来宾市兴宾区', '兴宾区'],
])('%s in full is %s', (name, full) => {
  expect(fullName(area, name)).toBe(full);
});

test.each([
  ['柳州市人力资源和社会保障局', true],
  ['广西柳州市柳北区人力资源和社会保障局', true],
  ['柳江县人力资源和社会保障局', true],
  ['融水县人社局', true],
  ['三江侗族自治县人力资源和社会保障局', true],
  ['来宾市兴宾区人力资源和社会保障局', false],
  ['兴宾区人力资源和社会保障局', false],
  ['西宁市城中区人力资源和社会保障局', false],
  ['自治区人力资源和社会保障厅', false],
])('%s is in the area of the plan: %s', (authority, within) => {
  expect(isWithin(area, authority)).toBe(within);
});
