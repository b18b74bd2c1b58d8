/** The n-th -o belongs to the n-th -f, at most one result goes to stdout, and no input is written over. */
import { keepInputs, pairOutputs, writeOutputs } from '../../../src/commands/parts/outputs.js';
import { UnusableError } from '../../../src/errors.js';
import { writeAll } from '../../../src/io/publish.js';
import type { Session } from '../../../src/io/session.js';

const KNOWN = ['text', 'json', 'markdown'] as const;

describe('formats and files are paired', () => {
  test.each<[readonly string[] | undefined, readonly string[] | undefined, unknown]>([
    [undefined, undefined, [{ format: 'text' }]],
    [undefined, ['-'], [{ format: 'text' }]],
    [undefined, ['a'], [{ format: 'text', file: 'a' }]],
    [['json'], undefined, [{ format: 'json' }]],
    [['json'], ['a'], [{ format: 'json', file: 'a' }]],
    [['json', 'text'], ['a'], [{ format: 'json', file: 'a' }, { format: 'text' }]],
    [
      ['json', 'text'],
      ['-', 'a'],
      [{ format: 'json' }, { format: 'text', file: 'a' }],
    ],
    [
      ['json', 'json'],
      ['a', 'b'],
      [
        { format: 'json', file: 'a' },
        { format: 'json', file: 'b' },
      ],
    ],
    [
      ['markdown', 'json', 'text'],
      ['a', 'b'],
      [{ format: 'markdown', file: 'a' }, { format: 'json', file: 'b' }, { format: 'text' }],
    ],
  ])('-f %j -o %j', (formats, files, expected) => {
    expect(pairOutputs(KNOWN, formats, files)).toEqual(expected);
  });
});

describe('is refused', () => {
  test.each<[string, readonly string[] | undefined, readonly string[] | undefined, string]>([
    ['more files than formats', ['json'], ['a', 'b'], 'usage/outputs'],
    ['two files without a format', undefined, ['a', 'b'], 'usage/outputs'],
    ['a file twice', ['json', 'text'], ['a', 'a'], 'usage/outputs'],
    ['a file twice, spelt differently', ['json', 'text'], ['a', 'b/../a'], 'usage/outputs'],
    ['two formats for stdout', ['json', 'text'], undefined, 'usage/outputs'],
    ['two formats for stdout, one of them named', ['json', 'text'], ['-'], 'usage/outputs'],
    ['stdout twice', ['json', 'text'], ['-', '-'], 'usage/outputs'],
  ])('%s', (_, formats, files, code) => {
    expect(() => pairOutputs(KNOWN, formats, files)).toThrow(UnusableError);
    expect(() => pairOutputs(KNOWN, formats, files)).toThrow(code);
  });

  test('a result that would be written over an input', () => {
    expect(() => keepInputs([{ format: 'json', file: './a/../p.yaml' }], ['q.yaml', 'p.yaml'])).toThrow(UnusableError);
    expect(() => keepInputs([{ format: 'json' }, { format: 'text', file: 'out' }], ['p.yaml'])).not.toThrow();
  });
});

test('nothing is printed where a file could not be written', async () => {
  const printed: string[] = [];
  const session = { out: async (text: string) => void printed.push(text), write: writeAll } as unknown as Session;
  const outputs = [{ format: 'text' }, { format: 'json', file: '.' }] as const;
  await expect(writeOutputs(outputs, (format) => format, session)).rejects.toThrow('io/write');
  expect(printed).toEqual([]);
});
