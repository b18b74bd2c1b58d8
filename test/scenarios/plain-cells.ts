/** A valid text for a cell of each type, for tests that fill whole rows of every kind of log. */
import type { Column } from '../../src/logs/kind.js';

const PLAIN: Readonly<Record<Column['type'], string>> = {
  date: '2020-05-06',
  month: '2020-05',
  time: '08:00',
  datetime: '2020-05-06 08:00',
  text: '甲',
  enum: '',
  bool: '是',
  phone: '13800000001',
  id: '999999199001010001',
  decimal: '37.8',
  int: '3',
  list: '发热',
  ref: 'C1',
};

/** Returns a valid text for a cell of the column. */
export function plainCell({ type, values }: Column): string {
  return type === 'enum' ? (values?.[0] ?? '甲') : PLAIN[type];
}
