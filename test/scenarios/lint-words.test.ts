/** A word that names nobody, in the built program: the finding says it, unless someone of the lists is called so. */
import { run } from './run.js';

const LOG = '日期,收集点,数量,消毒时间,收运时间,去向,操作人\n2020-05-06,K1,3,17:00,17:30,待定,某某\n';
const PROFILE = 'institution: { id: a, name: 示例学校 }\noperation: { start: 2020-05-06 }\n';
const CALLED_SO = `${PROFILE}staff: [{ id: S01, name: 某某, role: 后勤 }]\n`;

interface Report {
  readonly institutions: readonly {
    readonly findings: readonly { readonly rule: string; readonly params: { readonly word?: string } }[];
  }[];
}

/** The words that findings about empty cells say. */
async function words(call: string, profile: string): Promise<(string | undefined)[]> {
  const files = { 'school/profile.yaml': profile, 'school/logs/废弃口罩.csv': LOG };
  const { stdout } = await run([...call.split(' '), '--as-of', '2020-05-08', '-f', 'json'], { files });
  const { institutions } = JSON.parse(stdout) as Report;
  const found = institutions.flatMap(({ findings }) => findings.filter(({ rule }) => rule === 'input/cell-empty'));
  return found.map(({ params }) => params.word);
}

test.each(['lint school', 'audit school'])('%s says it, and knows people of the lists', async (call) => {
  expect(await words(call, PROFILE)).toEqual(['待定', '某某']);
  expect(await words(call, CALLED_SO)).toEqual(['待定']);
});

test('the text and the rejects say it in both languages', async () => {
  const files = { 'logs/废弃口罩.csv': LOG };
  const call = ['lint', 'logs', '--no-profile', '--as-of', '2020-05-08'];
  const zh = await run([...call, '--lang', 'zh'], { files });
  expect(zh.stdout).toContain('这里写的“待定”不算填写：没有填写“去向”');
  const en = await run([...call, '--lang', 'en'], { files });
  expect(en.stdout).toContain('"待定" is no answer here: "destination" is empty');
});
