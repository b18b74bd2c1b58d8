/** Values back as text in their plain forms: read again, such a text gives the value without any leniency. */
import type { Column, LogKind } from '../kind.js';
import type { Layout } from './header-layout.js';
import { namesOf, normaliseHeader } from './header-names.js';
import type { CellReading } from './reading.js';

const DAY_MINUTES = 1440;

/** Returns the value of a cell in its plain form. */
export function plainText(value: NonNullable<CellReading['value']>, { type }: Column): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (type === 'time' && typeof value === 'number') return clockOf(value);
  if (type === 'list' && typeof value !== 'string' && typeof value !== 'number')
    return value.length === 0 ? '无' : value.join('、');
  return type === 'datetime' ? String(value).replace('T', ' ') : String(value);
}

function clockOf(minutes: number): string {
  if (minutes === DAY_MINUTES) return '24:00';
  const two = (number: number): string => String(number).padStart(2, '0');
  const clock = `${two(Math.floor((minutes % DAY_MINUTES) / 60))}:${two(minutes % 60)}`;
  return minutes < DAY_MINUTES ? clock : `次日${clock}`;
}

/** Returns whether a header says that its column is signed: a blank there is no one else's signature. */
export function isSigned(header: string): boolean {
  return /签[名字章]/.test(header);
}

/**
 * Returns the headers of a table in one row. One that the kind knows stays as it is written, and one that it does not know;
 * others get the name of their column.
 *
 * @param written - the headers as they are in the file: each with what stands above it, where it has two rows
 */
export function plainHeaders(kind: LogKind, layout: Layout, written: readonly string[]): string[] {
  const names = new Map<number, string[]>();
  const { plain, wide } = namesOf(kind);
  const isKnown = (header: string): boolean => plain.has(normaliseHeader(header)) || wide.has(normaliseHeader(header));
  const add = (at: number, name: string): void => void names.set(at, [...(names.get(at) ?? []), name]);
  for (const { en, zh } of kind.columns) {
    const at = layout.positions.get(en);
    if (at !== undefined) add(at, zh);
  }
  for (const { sets, positions } of layout.wide) {
    const headers = kind.wide?.find((each) => each.sets === sets)?.headers ?? {};
    for (const [column, at] of positions) add(at, headers[column]?.[0] ?? '');
  }
  return Array.from({ length: layout.width }, (_, at) => {
    const [name = '', ...others] = names.get(at) ?? [];
    const own = written[at] ?? '';
    return name === '' || others.length > 0 || isKnown(own) ? own : name;
  });
}
