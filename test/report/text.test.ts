/**
 * The text report. The golden outputs were checked by hand; after a deliberate change they are written anew with
 * RESUME_CHECK_GOLDEN=write, and read before they are committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { checkProfile } from '../../src/check/check.js';
import { addUp } from '../../src/check/summary.js';
import { LIUZHOU_2020 } from '../../src/plan/plan.js';
import { readProfile } from '../../src/profile/read.js';
import { drawTable } from '../../src/report/table.js';
import { type TextOptions, toText } from '../../src/report/text.js';
import { RULES } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import { widthOf } from '../../src/text/wrap.js';
import type { Language, Report } from '../../src/types.js';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const LANGUAGES: readonly Language[] = ['zh', 'en'];
/** In the golden outputs: one rule that fails, one that warns, one not evidenced, one not run, two that pass. */
const FEW = [
  'mask-stock',
  'thermometer-guns',
  'temperature-checkpoint',
  'report-recipients',
  'ventilation-3x30',
  'no-resume-before-pass',
];
const few = RULES.filter(({ id }) => FEW.includes(id));
// biome-ignore lint/suspicious/noControlCharactersInRegex: colour sequences begin with a control character
const COLOURS = /\u001b\[[\d;]*m/g;

interface Shown extends Partial<TextOptions> {
  readonly file?: string;
  readonly change?: (report: Report) => Report;
}

function textOf(text: string, rules: readonly Rule[], { file = 'profile.yaml', change, ...shown }: Shown = {}): string {
  const source = readProfile(text, file);
  const asOf = source.profile.asOf ?? '2020-05-06';
  const digest = (each: string): string => each;
  const institution = checkProfile(source, { plan: LIUZHOU_2020, rules, asOf, digest, encoding: 'utf-8' });
  const report: Report = {
    formatVersion: 1,
    tool: { name: 'resume-check', version: '0.0.0' },
    plan: { id: LIUZHOU_2020.id, digest: '' },
    asOf,
    institutions: [institution],
    summary: { institutions: 1, files: 1, ...addUp([institution.summary]) },
  };
  return toText(change ? change(report) : report, {
    language: 'zh',
    columns: 80,
    colour: false,
    quiet: false,
    rules,
    plan: LIUZHOU_2020,
    drawTable,
    excerpt: (_, line) => source.excerpt(line, 'none'),
    ...shown,
  });
}

describe('the golden output', () => {
  test.each(LANGUAGES)('in %s, 80 columns wide and without colours', (language) => {
    const golden = `test/golden/report.${language}.txt`;
    const text = textOf(read('test/golden/profile.yaml'), few, { language });
    if (process.env.RESUME_CHECK_GOLDEN === 'write') {
      // an output that was written by the same run would prove nothing
      expect(process.env.CI).toBeUndefined();
      writeFileSync(new URL(golden, root), text);
    }
    expect(text).toBe(read(golden));
  });
});

describe('a finding', () => {
  const marked = (text: string, rules: readonly Rule[], shown?: Shown): { line: string; carets: string } => {
    const lines = textOf(text, rules, shown).split('\n');
    const at = lines.findIndex((line) => /\^/.test(line));
    return { line: lines[at - 1] ?? '', carets: lines[at] ?? '' };
  };
  const only = (id: string): Rule[] => RULES.filter((rule) => rule.id === id);
  /** What stands above the carets, by columns. */
  const pointedAt = ({ line, carets }: { line: string; carets: string }): string => {
    const from = carets.indexOf('^');
    let width = 0;
    let found = '';
    for (const character of line) {
      if (width >= from && width < carets.length) found += character;
      width += widthOf(character);
    }
    return found;
  };

  test('is shown with its place, and with carets under it, also behind wide characters', () => {
    const entrances = 'entrances:\n  - { id: 后门东侧, open: true, checkpoint: false }\n';
    expect(pointedAt(marked(entrances, only('temperature-checkpoint')))).toBe('entrances');
    const open =
      'entrances:\n  - { id: 大门, checkpoint: true }\n  - { id: 后门东侧, open: true, checkpoint: false }\n';
    const found = marked(open, only('temperature-checkpoint'));
    expect(pointedAt(found)).toBe('false');
    expect(found.line.trim()).toBe('3 | - { id: 后门东侧, open: true, checkpoint: false }');
  });

  test.each([40, 60, 80, 110])('in a long line is still shown with carets under it, in %d columns', (columns) => {
    const people = Array.from({ length: 20 }, (_, i) => `S${i + 10}`).join(', ');
    const line = `  - { source: 人社, issue: ${'隔离室门口没有警示标识'.repeat(4)}, raisedOn: 2020-04-18, dueOn: 2020-04-30 }`;
    const found = marked(`# ${people}\nrectifications:\n${line}\n`, only('rectify-issues'), { columns });
    expect(pointedAt(found)).toBe('2020-04-30');
    expect(widthOf(found.line)).toBeLessThanOrEqual(columns);
    expect(found.line).toContain('...');
  });

  test('never shows what is personal', () => {
    const text =
      'staff: [{ id: S01, name: 张示例, role: 教师, phone: 13800000001 }]\nleadingGroup: { directResponsible: [] }\n';
    const shown = textOf(text, only('teachers-direct-responsible'));
    expect(shown).toContain('role: 教师');
    for (const personal of ['张示例', '13800000001', 'S01']) expect(shown).not.toContain(personal);
  });

  test('shows control characters of the file instead of obeying them', () => {
    const text =
      'entrances:\n  - { id: 大门, checkpoint: true }\n  - { id: "\\e[2J后门", open: true, checkpoint: false }\n';
    const shown = textOf(text, only('temperature-checkpoint'));
    expect(shown).not.toContain('\u001b');
    expect(shown).toContain('\\u{1b}[2J后门');
  });

  test('that breaks several rules of the form stands before the chapters', () => {
    const shown = textOf('maskk: 1\nsupplies:\n  masks: { pieces: many }\n', few);
    const lines = shown.split('\n');
    expect(lines.indexOf('文件的写法')).toBeGreaterThan(0);
    expect(lines.indexOf('文件的写法')).toBeLessThan(lines.findIndex((line) => line.startsWith('四（二）2')));
    expect(shown).toContain('概况有 2 处写法不对，先改正再核对');
  });
});

describe('the lists', () => {
  test('add up what is to be got of the same thing, with every clause that asks for it', () => {
    const rules = RULES.filter(({ id }) => ['alcohol-per-classroom', 'alcohol-per-2-3-offices'].includes(id));
    const spaces = [
      ...['J1', 'J2'].map((id) => `{ id: ${id}, kind: classroom, alcoholBottles: 0 }`),
      ...['B1', 'B2', 'B3', 'B4'].map((id) => `{ id: ${id}, kind: office }`),
    ];
    const text = `spaces: [${spaces.join(', ')}]\nsupplies: { alcohol: { officeBottles: 0 } }\n`;
    expect(textOf(text, rules)).toMatch(/^ {2}酒精消毒液 +4 瓶 +四（六）1$/m);
    expect(textOf(text, rules, { language: 'en' })).toMatch(/^ {2}alcohol disinfectant +4 bottles +四（六）1$/m);
    const one = text
      .replace('officeBottles: 0', 'officeBottles: 1')
      .replace(', { id: J2, kind: classroom, alcoholBottles: 0 }', '')
      .replace(/, \{ id: B[34], kind: office \}/g, '');
    expect(textOf(one, rules, { language: 'en' })).toMatch(/^ {2}alcohol disinfectant +1 bottle +四（六）1$/m);
    expect(textOf(one, rules)).toMatch(/^ {2}酒精消毒液 +1 瓶 +四（六）1$/m);
  });

  test('are left out where there is nothing for them', () => {
    const shown = textOf(read('examples/complete/profile.yaml'), RULES);
    expect(shown).not.toContain('补齐清单');
    expect(shown).not.toContain('要办的事');
    expect(shown).toContain('须现场看');
  });

  test('do not tell what to do where everything lacking can be counted', () => {
    const shown = textOf(
      'spaces: [{ kind: classroom }]\nsupplies: { masks: { pieces: 1 } }\n',
      RULES.filter(({ id }) => id === 'mask-stock'),
    );
    expect(shown).toMatch(/^ {2}口罩 +15 只 +四（六）4$/m);
    expect(shown).not.toContain('要办的事');
  });
});

describe('the verdict', () => {
  const verdictOf = (text: string, rules: readonly Rule[], shown: Shown = {}): string => {
    const all = textOf(text, rules, { columns: 110, ...shown });
    const verdict = all.slice(all.lastIndexOf(shown.language === 'en' ? '\nVerdict\n' : '\n结论\n'));
    return verdict.replace(/\n +/g, ' ');
  };
  const passing = RULES.filter(({ id }) => id === 'thermometer-guns');
  const guns = (count: number): string => `supplies: { thermometerGuns: ${count} }\n`;

  test('says that all is met, and what comes next', () => {
    expect(verdictOf(guns(3), passing)).toContain('按概况所填，准备阶段的要求都已达到');
    expect(verdictOf(guns(3), passing)).toContain('下一步：自查');
    expect(verdictOf(guns(3), passing, { language: 'en' })).toContain('Next: self-check');
  });

  test.each([
    ['selfCheck: { date: 2020-05-03 }', '下一步：向所在县（区）人社部门提交申请'],
    ['inspection: { result: pass, date: 2020-05-03 }', '下一步：每天做好各项记录和日报告'],
  ])('says what comes next at its stage: %s', (stage, next) => {
    expect(verdictOf(`${guns(3)}${stage}\n`, passing)).toContain(next);
  });

  test('counts what is not met, and says nothing of what comes next', () => {
    expect(verdictOf(guns(2), passing)).toContain('准备阶段还有 1 项要求没有达到或没有填写');
    expect(verdictOf('asOf: 2020-05-06\n', passing)).toContain('准备阶段还有 1 项要求没有达到或没有填写');
    expect(verdictOf(guns(2), passing)).not.toContain('下一步');
    expect(verdictOf(guns(2), passing, { language: 'en' })).toContain(
      'requirements of the preparation stage not met or not evidenced: 1',
    );
  });

  test('does not count recommendations', () => {
    const drill = RULES.filter(({ id }) => id === 'emergency-drill');
    expect(verdictOf('training: { drills: [] }\n', drill)).toContain('按概况所填，准备阶段的要求都已达到');
  });

  test('is open where obligations were not checked', () => {
    const daily = RULES.filter(({ id }) => id === 'daily-zero-report');
    expect(verdictOf('inspection: { result: pass }\n', daily)).toContain('但有 1 项没有核对（多为日志），不能下结论');
  });

  test('is none outside the scope of the plan', () => {
    const text = 'institution:\n  approval: { authority: 南宁市人力资源和社会保障局, permitNo: A1 }\n';
    expect(verdictOf(text, RULES)).toContain('本预案不适用，没有可核对的');
    expect(verdictOf(text, RULES)).not.toContain('下一步');
  });

  test('names the grounds that the failures would match if an outbreak occurs, in their order, with their number', () => {
    const mistakes = read('examples/mistakes/profile.yaml');
    expect(verdictOf(mistakes, RULES)).toContain(
      '若疫情暴发、流行，以上不符合项对应预案所列追责情形：八·追责（一） 1，八·追责（二） 6，八·追责（五） 1',
    );
    expect(verdictOf(mistakes, RULES, { language: 'en' })).toContain(
      'If an epidemic breaks out or spreads, the failures above match listed grounds of the plan: 八·追责（一） 1, 八·追责（二） 6,',
    );
    expect(verdictOf(guns(2), passing)).not.toContain('追责');
  });
});

describe('however it is shown', () => {
  const mistakes = read('examples/mistakes/profile.yaml');

  test.each(LANGUAGES.flatMap((language) => [40, 60, 80, 110].map((columns) => [language, columns] as const)))(
    'in %s, no line needs more than %d columns',
    (language, columns) => {
      const lines = textOf(mistakes, RULES, { language, columns }).split('\n');
      expect(lines.filter((line) => widthOf(line) > columns)).toEqual([]);
    },
  );

  test.each([1, 12, 39])('in %d columns it is drawn as in 40, for which its tables are made', (columns) => {
    expect(textOf(mistakes, RULES, { columns })).toBe(textOf(mistakes, RULES, { columns: 40 }));
  });

  test('wide terminals are not filled: no line needs more than 110 columns', () => {
    const lines = textOf(mistakes, RULES, { columns: 300 }).split('\n');
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(110);
  });

  test.each(LANGUAGES)('in %s, colours change nothing else', (language) => {
    const coloured = textOf(mistakes, RULES, { language, colour: true });
    expect(coloured).toMatch(COLOURS);
    expect(coloured.replace(COLOURS, '')).toBe(textOf(mistakes, RULES, { language }));
    expect(textOf(mistakes, RULES, { language })).not.toMatch(COLOURS);
  });

  test('no line ends in a blank, and the text ends in a single line break', () => {
    const text = textOf(mistakes, RULES);
    expect(text.split('\n').filter((line) => /\s$/.test(line))).toEqual([]);
    expect(text).toMatch(/[^\n]\n$/);
  });

  test('quiet, it shows what fails and the verdict, not what passed, warned or is to be done', () => {
    const quiet = textOf(mistakes, RULES, { quiet: true });
    expect(quiet).toContain('mask-stock');
    expect(quiet).toContain('liaison-five-parties');
    expect(quiet).toContain('结论');
    for (const left of ['temperature-checkpoint', '要办的事', '\n须现场看\n', '\n  通过 ', '未核对 送发热门诊']) {
      expect(quiet).not.toContain(left);
    }
  });

  test('nobody is called liable', () => {
    for (const language of LANGUAGES) {
      expect(textOf(mistakes, RULES, { language })).not.toMatch(/\bliab|guilty|应承担|违法/i);
    }
  });

  test('an institution without a name is called by its id', () => {
    expect(textOf('institution: { id: L01 }\n', few).split('\n')[0]).toBe('L01');
  });

  test('a line that is not at hand is left out, its place stays', () => {
    const shown = textOf(read('test/golden/profile.yaml'), few, { excerpt: () => undefined });
    expect(shown).toContain('profile.yaml:16:20');
    expect(shown).not.toContain('pieces');
  });
});
