import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readLogFixture } from '../../scripts/fixtures.mjs';
import { ruleById } from '../../src/rules/index.js';
import { checkLogCase } from './log-case.js';
const GOOD = ['pass', 'warn', 'not-applicable'];
test('x', () => {
  const out: string[] = [];
  let tried = 0;
  for (const f of readdirSync('test/rules/log-cases')) {
    const id = f.replace('.txt', '');
    const rule = ruleById(id)!;
    const cases = readLogFixture(readFileSync(`test/rules/log-cases/${f}`, 'utf8'), f);
    for (const each of cases as any[]) {
      const before = checkLogCase(each, rule);
      const was = before.rules.find((x) => x.id === id)!.outcome;
      const known = new Set(before.findings.filter((x) => x.rule === id).map((x) => x.fingerprint));
      for (const [fi, file] of each.files.entries()) {
        if (file.name === 'profile') continue;
        const lines = file.text.split('\n');
        for (let l = 0; l < lines.length; l++) {
          const cells = lines[l].split(',');
          if (lines[l].trim() === '' || lines[l].includes('"')) continue;
          for (let c = 0; c < cells.length; c++) {
            if (cells[c].trim() === '') continue;
            const damaged = cells.map((x: string, i: number) => (i === c ? '#REF!' : x)).join(',');
            const text = lines.map((x: string, i: number) => (i === l ? damaged : x)).join('\n');
            let report;
            try { report = checkLogCase({ ...each, files: each.files.map((x: any, i: number) => (i === fi ? { ...file, text } : x)) }, rule); } catch (e) { if (l === 0) continue; throw e; }
            tried++;
            const r = report.rules.find((x) => x.id === id)!;
            const fresh = report.findings.filter((x) => x.rule === id && !known.has(x.fingerprint));
            if (GOOD.includes(r.outcome) && r.outcome !== was) out.push(`BETTER ${id} | ${each.line} | ${file.name}:${l + 1} ${cells[c]} | ${was} -> ${r.outcome}`);
            if (fresh.length > 0) out.push(`NEW ${id} | ${each.line} | ${file.name}:${l + 1} ${l === 0 ? 'HEADER ' : ''}${cells[c]} | ${was} -> ${r.outcome} | ${fresh.map((x) => x.location.file+':'+x.location.line+' '+x.fingerprint.replace(/\n/g,'~')).join(' ; ')}`);
          }
        }
      }
    }
  }
  writeFileSync('/tmp/unread/law.txt', `${tried}\n` + out.join('\n'));
}, 900000);
