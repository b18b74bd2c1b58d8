/** Which day is judged: a day of the profile that has not come is passed over; only --as-of looks ahead. */
import { dayOfCheck } from '../../src/commands/parts/as-of.js';
import { readProfile } from '../../src/profile/read.js';
import { projectFile, run } from './run.js';

const SOURCE = (asOf: string) => readProfile(`asOf: ${asOf}\n`, 'profile.yaml');

test.each([
  ['what is asked for, also ahead', '2031-01-01', '2020-05-11', '2031-01-01', false],
  ['the day of the profile', undefined, '2020-05-11', '2020-05-11', false],
  ['the day of the profile where it is today', undefined, '2020-06-01', '2020-06-01', false],
  ['today where the profile looks ahead by a day', undefined, '2020-06-02', '2020-06-01', true],
])('%s', (_, asked, given, asOf, isAhead) => {
  expect(dayOfCheck(asked, SOURCE(given), '2020-06-01')).toEqual({ asOf, isAhead });
});

test('without a profile, or a day in it, today', () => {
  expect(dayOfCheck(undefined, undefined, '2020-06-01')).toEqual({ asOf: '2020-06-01', isAhead: false });
  expect(dayOfCheck(undefined, SOURCE(''), '2020-06-01')).toEqual({ asOf: '2020-06-01', isAhead: false });
});

test.each(['validate profile.yaml', 'lint logs'])('%s warns of a day that has not come', async (call) => {
  const files = {
    'profile.yaml': projectFile('examples/complete/profile.yaml').replace(/^asOf: .*$/m, 'asOf: 9999-12-31'),
    'logs/a.csv': '日期,场所,开窗时间,关窗时间,通风方式,责任人\n2020-05-06,J101,08:00,08:30,自然,李示例\n',
  };
  const { stdout } = await run([...call.split(' '), '-f', 'json'], { files });
  const report = JSON.parse(stdout) as {
    asOf: string;
    institutions: { findings: { rule: string; severity: string }[] }[];
  };
  expect(report.asOf < '9999-12-31').toBe(true);
  const said = report.institutions[0]?.findings.filter(({ rule }) => rule === 'input/as-of-ahead');
  expect(said?.map(({ severity }) => severity)).toEqual(['warning']);
});
