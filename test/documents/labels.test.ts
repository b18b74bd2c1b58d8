/** Papers name what the plan does not say itself: a mark at each row that rests on it, and what the mark means. */
import { toHtml } from '../../src/documents/html.js';
import { LABELS } from '../../src/plan/limit.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { assumptionsOf } from '../../src/rules/assumptions.js';
import { RULES } from '../../src/rules/index.js';
import { COMPLETE, rendered } from './papers.js';

const WITHOUT_PHONE = COMPLETE.replace('contact: 戊联络, phone: 13800000015,', 'contact: 戊联络,');
const htmlOf = (name: string, yaml = COMPLETE, draft = false): string => {
  const [paper] = rendered(yaml, [name], { draft }).papers;
  return paper ? toHtml(paper.name, paper.sections, draft) : '';
};
const MEANING = `${LABELS.reading.zh}或${LABELS.default.zh}`;

test('each row of the checklist whose rule reads or adds something is marked, and no other', () => {
  const html = htmlOf('checklist');
  expect(html).toContain(MEANING);
  const rows = RULES.filter(({ checklist }) => checklist);
  const marked = rows.filter(({ title }) => html.includes(`${title.zh}※`));
  expect(marked.map(({ id }) => id)).toEqual(
    rows.filter((rule) => assumptionsOf(rule, LIUZHOU_2020.limits)).map(({ id }) => id),
  );
  expect(marked.length).toBeLessThan(rows.length);
});

test.each([
  ['notice', false],
  ['application', true],
] as const)('what is open in the %s is marked where only a reading asks for it', (name, draft) => {
  expect(WITHOUT_PHONE).not.toBe(COMPLETE);
  const html = htmlOf(name, WITHOUT_PHONE, draft);
  expect(html).toContain('五类对接单位※');
  expect(html).toContain(MEANING);
});

test('the systems label their own readings and defaults', () => {
  const { papers } = rendered(COMPLETE, ['systems']);
  const all = papers.map(({ name, sections }) => toHtml(name, sections, false)).join('');
  expect(all).toContain(`（${LABELS.reading.zh}）`);
  expect(all).toContain(`（${LABELS.default.zh}，可改）`);
});
