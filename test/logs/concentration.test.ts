/** Strengths of disinfectants as they stand in real logs. */
import { agentOf, chlorineOf, concentrationOf } from '../../src/logs/concentration.js';

test.each([
  ['500mg/L', 'mg/L', 500, 500],
  ['有效氯 500 毫克/升', 'mg/L', 500, 500],
  ['500ppm', 'mg/L', 500, 500],
  ['每升500毫克', 'mg/L', 500, 500],
  ['250～500mg/L', 'mg/L', 250, 500],
  ['250mg/L-500mg/L', 'mg/L', 250, 500],
  ['1:99', 'parts', 99, 99],
  ['1：100', 'parts', 100, 100],
  ['1比50', 'parts', 50, 50],
  ['1:50-1:100', 'parts', 50, 100],
  ['75%', 'percent', 75, 75],
  ['７５％', 'percent', 75, 75],
  ['70%-80%', 'percent', 70, 80],
  ['0.05%', 'percent', 0.05, 0.05],
  ['1:99（500mg/L）', 'mg/L', 500, 500],
])('%s is %s from %d to %d', (text, form, least, most) => {
  expect(concentrationOf(text)).toEqual({ form, span: [least, most] });
});

test.each(['原液', '免稀释', '按说明', '按产品说明书配比'])('%s is the product as it is sold', (text) => {
  expect(concentrationOf(text)).toEqual({ form: 'undiluted' });
});

test.each(['', '适量', '500', '一瓶盖', '%', '11:99'])('"%s" is no strength', (text) => {
  expect(concentrationOf(text)).toBeUndefined();
});

test.each([
  ['84消毒液', 'bleach84'],
  ['八四', 'bleach84'],
  ['含氯消毒剂', 'chlorine'],
  ['泡腾片', 'chlorine'],
  ['75%酒精', 'alcohol'],
  ['84和酒精', 'several'],
  ['二氧化氯', undefined],
  ['季铵盐', undefined],
  ['1840', undefined],
])('%s is %s', (name, agent) => {
  expect(agentOf(name)).toBe(agent);
});

test.each([
  ['1:99', '84', [500, 505.05]],
  ['1:200', '84', [248.76, 250]],
  ['1:99', '84（6%）', [600, 606.06]],
  ['0.05%', '84', [500, 500]],
  ['5%', '84', undefined],
  ['1:99', '泡腾片', undefined],
  ['原液', '84', undefined],
])('%s of %s is %j mg/L of chlorine', (text, agent, expected) => {
  const concentration = concentrationOf(text);
  const chlorine = concentration && chlorineOf(concentration, agent);
  expect(chlorine?.map((each) => Math.round(each * 100) / 100)).toEqual(expected);
});
