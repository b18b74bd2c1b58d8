import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readLogFixture } from '../../scripts/fixtures.mjs';
import { ruleById } from '../../src/rules/index.js';
import { checkLogCase } from './log-case.js';
test('x', () => {
  const out: string[] = [];
  for (const f of readdirSync('test/rules/log-cases')) {
    const id = f.replace('.txt', '');
    const rule = ruleById(id)!;
    const cases = readLogFixture(readFileSync(`test/rules/log-cases/${f}`, 'utf8'), f);
    for (const each of cases as any[]) {
      const report = checkLogCase(each, rule);
      const r = report.rules.find((x) => x.id === id)!;
      const own = report.findings.filter((x) => x.rule === id).flatMap((x) => Array.from({ length: x.cells ?? 1 }, (_, i) => `${x.location.file}:${x.location.line + i}`)).sort().join(' ');
      const exp = each.expected.map((x: any) => `${x.file}:${x.line}`).sort().join(' ');
      if (r.outcome !== each.outcome || own !== exp) out.push(`${id} | ${each.line} ${each.title} | ${each.outcome} -> ${r.outcome} | ${own === exp ? '' : `${exp} -> ${own}`} | ${JSON.stringify(r.unread?.places.map((p: any) => `${p.file}:${p.line}:${p.header?.en ?? '*'}`))} ${report.findings.filter((x) => x.rule === id).map((x) => x.message.en).join(';').slice(0, 200)}`);
    }
  }
  writeFileSync('/tmp/unread/list.txt', out.join('\n'));
}, 600000);
