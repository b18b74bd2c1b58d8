/** Parts are read back as they were written, and never unless they are whole and unchanged. */

import type { Partial } from '../../src/audit/partial.js';
import { writePartial } from '../../src/audit/partial.js';
import { readPartial } from '../../src/audit/read-partial.js';
import { sha256 } from '../../src/io/hash.js';
import { partsOf } from './parts.js';

const [part] = partsOf(['学校甲', 'b', 'c'], 1) as [Partial];
const text = writePartial(part);
const bytes = new TextEncoder().encode(text);

test('a part is read back as it was', () => {
  expect(readPartial(text, 'a')).toEqual(part);
});

test('an empty part is one too', () => {
  const empty = { ...part, institutions: [] };
  expect(readPartial(writePartial(empty), 'a')).toEqual(empty);
});

test('a part cut at any byte is refused', () => {
  const accepted: number[] = [];
  for (let length = 0; length < bytes.length; length++) {
    try {
      readPartial(new TextDecoder().decode(bytes.subarray(0, length)), 'a');
      accepted.push(length);
    } catch (error) {
      expect((error as Error).name).toBe('UnfinishedError');
    }
  }
  expect(accepted).toEqual([]);
});

test('a part with any byte changed is refused', () => {
  const accepted: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const changed = bytes.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    try {
      readPartial(new TextDecoder().decode(changed), 'a');
      accepted.push(at);
    } catch (error) {
      expect((error as Error).name).toBe('UnfinishedError');
    }
  }
  expect(accepted).toEqual([]);
});

test.each([
  ['a line less', (lines: string[]) => lines.toSpliced(1, 1)],
  ['a line twice', (lines: string[]) => lines.toSpliced(1, 0, lines[1] as string)],
  ['another order', (lines: string[]) => [lines[0], lines[2], lines[1], ...lines.slice(3)] as string[]],
  ['something after its end', (lines: string[]) => [...lines.slice(0, -1), '{}', '']],
  ['two parts in one file', (lines: string[]) => [...lines.slice(0, -1), ...lines]],
])('%s is refused', (_, change) => {
  expect(() => readPartial(change(text.split('\n')).join('\n'), 'a')).toThrow('merge/part');
});

test.each(['', '{}', '[]\n', 'null\n', '{"formatVersion":1}\n', 'PK\u0003\u0004'])('%j is no part', (other) => {
  expect(() => readPartial(other, 'a')).toThrow('merge/part');
});

/** A part changed by someone who also put the checksum right. */
function forged(change: (header: Record<string, unknown>, first: Record<string, unknown>) => void): string {
  const [header, first, ...rest] = text
    .split('\n')
    .slice(0, -2)
    .map((line) => JSON.parse(line));
  change(header.resumeCheckPartial, first.institution);
  const body = [header, first, ...rest].map((line) => `${JSON.stringify(line)}\n`).join('');
  return `${body}${JSON.stringify({ end: { institutions: 3, sha256: sha256(body) } })}\n`;
}

test('a checksum put right is accepted', () => {
  expect(
    readPartial(
      forged(() => {}),
      'a',
    ),
  ).toEqual(part);
});

test.each<[string, Parameters<typeof forged>[0]]>([
  ['another version of the format', (header) => Object.assign(header, { formatVersion: 2 })],
  ['a header without its digest', (header) => delete header.options],
  ['a header with a text for a list', (header) => Object.assign(header, { found: 'abc' })],
  ['a header without the number of parts', (header) => delete header.of],
  ['a header whose plan is a text', (header) => Object.assign(header, { plan: 'x' })],
  ['waivers that are no list', (header) => Object.assign(header, { waivers: {} })],
  ['an institution without an id', (_, first) => delete first.id],
  ['an institution without findings', (_, first) => delete first.findings],
  ['a finding that is a text', (_, first) => Object.assign(first, { findings: ['x'] })],
])('%s is refused though the checksum is right', (_, change) => {
  expect(() => readPartial(forged(change), 'a')).toThrow('merge/part');
});
