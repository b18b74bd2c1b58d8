/** The page of the daily logs: a made-up kind in full, and the page in docs/. */
import { readFileSync } from 'node:fs';
import type { LogKind } from '../../src/logs/kind.js';
import { KINDS } from '../../src/logs/kinds/index.js';
import { toMarkdown } from '../../src/report/log-catalogue.js';

const KIND: LogKind = {
  number: 'L99',
  name: 'sample',
  title: { zh: '样例', en: 'Sample' },
  purpose: { zh: '看一看', en: 'to look at' },
  event: true,
  columns: [
    { en: 'date', zh: '日期', aliases: ['a|b', '检查日期'], type: 'date', required: true },
    { en: 'slot', zh: '时段', type: 'enum', values: ['晨', '午'], synonyms: { 早: '晨', 早上: '晨' } },
    { en: 'ok', zh: '正常', type: 'bool', rule: 'some-rule' },
    {
      en: 'temp',
      zh: '体温',
      type: 'decimal',
      unit: '℃',
      personal: true,
      requiredUnless: { column: 'ok', is: true },
      requiredWith: 'slot',
    },
    { en: 'note', zh: '说明', type: 'text', requiredUnless: { column: 'slot', is: '午' } },
  ],
  wide: [{ sets: { slot: '晨' }, headers: { temp: ['晨体温', '早体温'] } }],
};

test('a kind is shown with its columns and what may stand in them', () => {
  const page = toMarkdown([KIND]);
  expect(page.slice(page.indexOf('## '))).toBe(`## L99 样例 / Sample

\`sample\` 看一看 / to look at

没有发生就只留表头。If there was nothing to record, the header alone says so.

| 表头 | header | 内容 / value | 必填 / required | 可填的值 / values | 也可写作 / also |
| --- | --- | --- | --- | --- | --- |
| 日期 | \`date\` | 日期 / date | ✓ |  | a\\|b、检查日期 |
| 时段 | \`slot\` | 选一项 / one of |  | 晨（早、早上）、午 |  |
| 正常 | \`ok\` | 是或否 / yes or no | 按规则 / by rule \`some-rule\` |  |  |
| 体温 ● | \`temp\` | 数 / number, ℃ | ✓ 除非 正常 = 是 / unless \`ok\` = 是; 填了 时段 时 / with \`slot\` |  |  |
| 说明 | \`note\` | 文字 / text | ✓ 除非 时段 = 午 / unless \`slot\` = 午 |  |  |

一行里也可以并排写几次：Several may stand side by side in one row:

- 时段 晨: 体温: 晨体温、早体温
`);
});

test('the list of kinds stands before them', () => {
  expect(toMarkdown([KIND])).toContain('| L99 | `sample` | 样例 | Sample |\n\n## L99');
});

test('docs/logs.md is current', () => {
  expect(readFileSync(new URL('../../docs/logs.md', import.meta.url), 'utf8')).toBe(toMarkdown(KINDS));
});
