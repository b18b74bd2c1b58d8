/** Parts are read back as they were written, and never unless they are whole and unchanged. */

import type { Partial } from '../../src/audit/partial.js';
import { readPartial, writePartial } from '../../src/audit/partial.js';
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
