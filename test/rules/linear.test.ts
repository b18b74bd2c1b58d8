/**
 * The work of reading and judging logs grows with their rows and no faster, also where all of them have the same day,
 * room and person. What is counted is steps over arrays, maps and sets, and calls that arrays make: never time.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { type LogFixtureCase, readLogFixture } from '../../scripts/fixtures.mjs';
import { ruleById } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import { checkLogCase } from './log-case.js';

const FOLDER = new URL('log-cases/', import.meta.url);
/** Rows of the smallest log. */
const ROWS = 100;
/** Steps for each pair of rows that are taken for none: sorting takes a little more than a step for each row. */
const LEAST_QUADRATIC = 0.1;

/** Methods of arrays that call a function for each item, and those that look at the items themselves. */
const CALLING = [
  'map',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'some',
  'every',
  'flatMap',
  'forEach',
  'reduce',
  'sort',
];
const LOOKING = ['includes', 'indexOf', 'lastIndexOf', 'slice', 'concat', 'join', 'reverse'];

/** Returns how many steps a function takes. */
function stepsOf(action: () => unknown): number {
  let steps = 0;
  const restore: (() => void)[] = [];
  const replace = (owner: object, name: string, by: (original: (...args: never[]) => unknown) => unknown): void => {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    if (!descriptor) throw new Error(`there is no ${name}`);
    Object.defineProperty(owner, name, { ...descriptor, value: by(descriptor.value) });
    restore.push(() => Object.defineProperty(owner, name, descriptor));
  };
  for (const iterable of [[], new Map(), new Set()]) {
    replace(Object.getPrototypeOf(iterable[Symbol.iterator]()), 'next', (original) => {
      return function (this: unknown) {
        steps++;
        return original.call(this);
      };
    });
  }
  for (const name of CALLING) {
    replace(Array.prototype, name, (original) => {
      return function (this: unknown, call: unknown, ...rest: unknown[]) {
        const counted = (...args: unknown[]): unknown => {
          steps++;
          return (call as (...each: unknown[]) => unknown)(...args);
        };
        const given = typeof call === 'function' ? [counted, ...rest] : [];
        return original.apply(this, given as never[]);
      };
    });
  }
  for (const name of LOOKING) {
    replace(Array.prototype, name, (original) => {
      return function (this: readonly unknown[], ...args: unknown[]) {
        steps += this.length;
        return original.apply(this, args as never[]);
      };
    });
  }
  try {
    action();
  } finally {
    for (const each of restore) each();
  }
  return steps;
}

/** Returns how many steps there are for each pair of rows, by those of so many rows, twice and four times as many. */
function quadratic(stepsFor: (rows: number) => number, rows: number): number {
  // what is made at the first call only
  stepsFor(1);
  const [once, twice, fourTimes] = [1, 2, 4].map((times) => stepsFor(rows * times)) as [number, number, number];
  return (fourTimes - 3 * twice + 2 * once) / (6 * rows * rows);
}

test('steps are told apart by how they grow', () => {
  const items = (rows: number): number[] => Array.from({ length: rows }, (_, i) => i);
  expect(quadratic((rows) => stepsOf(() => [...items(rows)].sort((a, b) => b - a).map(String)), ROWS)).toBeLessThan(
    LEAST_QUADRATIC,
  );
  const copied = (rows: number): void => {
    let all: readonly number[] = [];
    for (const each of items(rows)) all = [...all, each];
  };
  const looked = (rows: number): void => {
    const all = items(rows);
    for (const each of all) all.find((other) => other === each);
  };
  for (const worst of [copied, looked])
    expect(quadratic((rows) => stepsOf(() => worst(rows)), ROWS)).toBeGreaterThan(2 * LEAST_QUADRATIC);
});

/** A case with the rows of a log again and again, so many. */
function grown(each: LogFixtureCase, kind: string, rows: number): LogFixtureCase {
  const files = each.files.map(({ name, text }) => {
    if (name !== kind) return { name, text };
    const [header, ...own] = text.trimEnd().split('\n');
    const all = Array.from({ length: rows }, (_, i) => own[i % own.length]);
    return { name, text: `${[header, ...all].join('\n')}\n` };
  });
  return { ...each, files };
}

/** Of each rule and each kind of log that its cases have, the first case in which the kind has rows. */
const CASES = readdirSync(FOLDER).flatMap((file) => {
  const rule = ruleById(file.replace(/\.txt$/, '')) as Rule;
  const cases = readLogFixture(readFileSync(new URL(file, FOLDER), 'utf8'), file);
  const first = new Map<string, LogFixtureCase>();
  for (const each of cases) {
    for (const { name, text } of each.files) {
      const isPlain = name !== 'profile' && !text.includes('"') && text.trimEnd().includes('\n');
      if (isPlain && !first.has(name)) first.set(name, each);
    }
  }
  return [...first].map(([kind, each]) => [rule.id, kind, each] as const);
});

test('there are cases of many rules and kinds', () => {
  expect(new Set(CASES.map(([rule]) => rule)).size).toBeGreaterThan(40);
  expect(new Set(CASES.map(([, kind]) => kind)).size).toBeGreaterThan(18);
});

test.each(CASES)('%s: the work grows with the rows of %s', (id, kind, each) => {
  const rule = ruleById(id) as Rule;
  const stepsFor = (rows: number): number => stepsOf(() => checkLogCase(grown(each, kind, rows), rule));
  expect(quadratic(stepsFor, ROWS)).toBeLessThan(LEAST_QUADRATIC);
});
