/**
 * Papers: the packet of an institution with 30 staff in HTML and DOCX, and 2,000 trainee pledges in one DOCX, beside
 * docxtemplater filling a pledge of the same layout for 2,000 people. Whole processes, one round of all after the other;
 * medians. docxtemplater is installed into a temporary folder. `node bench/documents.mjs [runs]`, alone on the machine.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { parseDocument, stringify } from 'yaml';
import { inRounds, measurer, tableLine } from './measure.mjs';

const runs = Number(process.argv[2] ?? 5);
const root = new URL('..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'resume-check-bench-'));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const program = join(root, 'bin/resume-check.js');
const measure = measurer(folder);

/** The complete example as plain data; every scalar keeps its text. */
function example() {
  const document = parseDocument(readFileSync(join(root, 'examples/complete/profile.yaml'), 'utf8'), {
    intAsBigInt: true,
  });
  return document.toJS();
}

const write = (name, profile) =>
  writeFileSync(join(folder, name), stringify(profile, { aliasDuplicateObjects: false }));

try {
  const school = example();
  const [model] = school.staff.slice(-1);
  while (school.staff.length < 30) {
    const no = school.staff.length + 1;
    school.staff.push({ ...model, id: `S${no}`, name: `员工${no}` });
  }
  const ids = school.staff.map((member) => member.id);
  school.healthSurvey.coveredStaff = ids;
  for (const record of school.training.records) record.attendees = ids;
  school.commitments = ids.map((person) => ({ kind: 'staff', person, signedOn: '2020-05-04' }));
  school.application.documents[1].people = ids;
  write('school.yaml', school);

  const many = example();
  const [trainee] = many.classes[0].trainees;
  many.classes = Array.from({ length: 50 }, (_, c) => ({
    ...many.classes[0],
    id: `K${c}`,
    trainees: Array.from({ length: 40 }, (__, i) => ({ ...trainee, id: `T${c}-${i}`, name: `学员${c}-${i}` })),
  }));
  many.offsite = [];
  many.meals = { provided: false };
  write('many.yaml', many);

  const one = example();
  one.classes = [{ ...one.classes[0], trainees: [{ ...trainee, name: '{name}', idNumber: '{idNumber}' }] }];
  one.offsite = [];
  one.meals = { provided: false };
  write('one.yaml', one);
  execFileSync(process.execPath, [program, 'generate', 'trainee-pledge', 'one.yaml', '-o', 'one', '--lang', 'zh'], {
    cwd: folder,
    stdio: 'ignore',
  });
  const parts = unzipSync(readFileSync(join(folder, 'one', '参训人员承诺书.docx')));
  const mark = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const xml = strFromU8(parts['word/document.xml']);
  const end = xml.lastIndexOf('<w:sectPr');
  parts['word/document.xml'] = strToU8(
    `${xml.slice(0, end).replace('<w:body>', `<w:body>${mark('{#people}')}`)}${mark('{/people}')}${xml.slice(end)}`,
  );
  writeFileSync(join(folder, 'template.docx'), zipSync(parts));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  execFileSync(npm, ['install', '--silent', '--no-audit', '--no-fund', 'docxtemplater@3', 'pizzip@3'], {
    cwd: folder,
    stdio: 'ignore',
  });
  writeFileSync(
    join(folder, 'peer.mjs'),
    `import { readFileSync, writeFileSync } from 'node:fs';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
const people = Array.from({ length: 2000 }, (_, i) => ({ name: '学员' + i, idNumber: '999999199501150103' }));
const document = new Docxtemplater(new PizZip(readFileSync('template.docx')), { paragraphLoop: true });
document.render({ people });
writeFileSync('filled.docx', document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' }));
`,
  );

  const generate = (document, profile, ...more) => {
    return [process.execPath, program, 'generate', document, profile, ...more, '-o', document, '--force'];
  };
  const jobs = {
    'packet of 30 staff, HTML and DOCX': generate('packet', 'school.yaml', '-f', 'docx,html'),
    '2,000 trainee pledges, DOCX': generate('trainee-pledge', 'many.yaml'),
    'docxtemplater: 2,000, two fields each': [process.execPath, 'peer.mjs'],
  };
  const [packet, pledges, peer] = Object.keys(jobs);
  process.stdout.write(`${runs} rounds, Node ${process.version}\n`);
  // once for the caches of the machine
  for (const job of Object.values(jobs)) measure(job);
  const { of, compared } = inRounds(jobs, runs, measure);
  process.stdout.write(tableLine('', 'seconds', 'CPU s', 'peak MiB'));
  for (const name of [packet, pledges, peer]) {
    const cells = [of(name, 'wall').toFixed(2), of(name, 'cpu').toFixed(2), of(name, 'peak').toFixed(0)];
    process.stdout.write(tableLine(name, ...cells));
  }
  process.stdout.write(`${pledges} / ${peer}: ${compared(pledges, peer)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
