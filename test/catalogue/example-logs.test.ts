/** The logs that are shipped as examples: they are what their scripts write, and what lint says of them is known. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { countyExample } from '../../scripts/county-example.mjs';
import { runningExample } from '../../scripts/example-logs.mjs';
import { mistakenLogs } from '../../scripts/mistaken-logs.mjs';
import { check } from '../../src/check/check.js';
import { giveLogs, readOneLog } from '../../src/load/logs.js';
import { loadProfile } from '../../src/load/profile.js';
import { RULES } from '../../src/rules/index.js';
import { runOf } from '../../src/run/run.js';
import type { InstitutionReport } from '../../src/types.js';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));

/** Judges an example as `lint` does, or as `audit` does. */
function lint(name: string, judge: 'logs' | 'both' = 'logs'): InstitutionReport {
  const folder = `${EXAMPLES}${name}`;
  const { source } = loadProfile(`${folder}/profile.yaml`);
  const run = runOf({ asOf: source.profile.asOf ?? '' });
  const readings = readdirSync(`${folder}/logs`)
    .filter((file) => file.endsWith('.csv'))
    .map((file) => readOneLog({ path: `${folder}/logs/${file}`, options: { keepAll: false } }, run));
  return check(
    { id: name, profile: source, logs: giveLogs(readings, source.profile, run.asOf), judge, inputs: [] },
    run,
  );
}

/** What differs between the files of an example and those that its script writes. */
function differing(name: string, files: ReadonlyMap<string, Uint8Array>): string[] {
  return [...files].flatMap(([path, bytes]) =>
    readFileSync(`${EXAMPLES}${name}/${path}`).equals(bytes) ? [] : [path],
  );
}

describe('examples/running', () => {
  test('its files are those that scripts/example-logs.mjs writes', () => {
    const files = runningExample();
    expect(differing('running', files)).toEqual([]);
    expect(
      readdirSync(`${EXAMPLES}running/logs`)
        .map((file) => `logs/${file}`)
        .sort(),
    ).toEqual([...files.keys()].filter((path) => path !== 'profile.yaml').sort());
  });

  test('a month of logs passes: nothing is found, and nothing is left unjudged', () => {
    const report = lint('running');
    expect(report.findings).toEqual([]);
    expect([report.stage, report.compliant]).toEqual(['run', true]);
    expect(report.rules.filter(({ outcome }) => outcome === 'not-run')).toEqual([]);
    expect(report.rules.filter(({ outcome }) => outcome === 'pass').length).toBeGreaterThan(40);
  });
});

describe('examples/mistakes', () => {
  const mistakes = lint('mistakes');
  const besides = lint('mistakes/besides');
  const seeds = [
    ...readFileSync(`${EXAMPLES}mistakes/logs/README.md`, 'utf8').matchAll(/^\| `(\S+)` \| (\S+) \| (\d*) \|/gm),
  ].map(([, rule, file, line]) => ({ rule, file, line }));

  test('its logs are those that scripts/mistaken-logs.mjs writes', () => {
    expect(differing('mistakes', mistakenLogs())).toEqual([]);
  });

  test('every rule about logs has a seeded mistake, and no other is named', () => {
    const rules = RULES.filter(({ logs, rows }) => logs ?? rows).map(({ id }) => id);
    expect([...new Set(seeds.map(({ rule }) => rule))].sort()).toEqual(rules.sort());
  });

  test.each(seeds)('$rule is found in $file, line $line', ({ rule, file, line }) => {
    const report = file?.startsWith('../besides/') ? besides : mistakes;
    expect(['fail', 'warn']).toContain(report.rules.find(({ id }) => id === rule)?.outcome);
    const found = report.findings.filter((finding) => finding.rule === rule);
    expect(found.length).toBeGreaterThan(0);
    const name = file?.split('/').at(-1) ?? '';
    const places = found.map(({ location }) => `${location.file.split('/').at(-1)}:${location.line}`);
    if (line !== '') expect(places).toContain(`${name}:${line}`);
  });
});

describe('examples/county', () => {
  const roster = readFileSync(`${EXAMPLES}county/roster.csv`, 'utf8').match(/LZ\d\d/g) ?? [];
  const folders = readdirSync(`${EXAMPLES}county`).filter((name) => !name.endsWith('.csv'));

  test('its files are those that scripts/county-example.mjs writes', () => {
    const files = countyExample();
    expect(differing('county', files)).toEqual([]);
    expect([...files.values()].reduce((sum, { length }) => sum + length, 0)).toBeLessThan(1_500_000);
  });

  test('one of the twenty in the roster is missing', () => {
    expect(roster).toHaveLength(20);
    expect(roster.filter((id) => !folders.includes(id))).toEqual(['LZ20']);
  });

  test('six have errors of the plan, and one has a log that is cut off, each in its own way', () => {
    const found = folders.flatMap((id) => {
      const rules = lint(`county/${id}`, 'both').findings.filter(({ severity }) => severity === 'error');
      return rules.length === 0 ? [] : [[id, ...new Set(rules.map(({ rule }) => rule))]];
    });
    expect(found).toEqual([
      ['LZ02', 'daily-zero-report'],
      [
        'LZ05',
        'return-clearance',
        'symptomatic-reported',
        'symptomatic-to-fever-clinic',
        'report-not-concealed-or-false',
      ],
      ['LZ08', 'bleach-84-5x500g'],
      ['LZ11', 'ventilation-3x30'],
      ['LZ14', 'no-resume-before-pass'],
      ['LZ16', 'class-size'],
      ['LZ18', 'input/quote'],
    ]);
  });
});

describe('all examples with logs', () => {
  test.each(['running', 'mistakes', 'county/LZ01'])('the people of examples/%s are nobody', (name) => {
    const folder = `${EXAMPLES}${name}`;
    const texts = [
      readFileSync(`${folder}/profile.yaml`, 'utf8'),
      ...readdirSync(`${folder}/logs`).map((file) => readFileSync(`${folder}/logs/${file}`, 'utf8')),
    ];
    const numbers = texts.flatMap((text) => text.match(/\b\d{17}[\dX]\b/g) ?? []);
    expect(numbers.filter((number) => !number.startsWith('999999'))).toEqual([]);
    const phones = texts.flatMap((text) => text.match(/\b1[3-9]\d{9}\b/g) ?? []);
    expect(phones.filter((phone) => !phone.startsWith('1380000'))).toEqual([]);
  });
});
