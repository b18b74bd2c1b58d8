/** The records of a small table that is at hand as text: a roster, a list of waivers. Cut as those of logs are. */
import { splitRecord } from './cells.js';
import { sniffDelimiter } from './delimiter.js';
import { MAX_RECORD_BYTES } from './log.js';
import { records } from './records.js';

/** A record that is not blank. */
export interface TextRecord {
  readonly cells: readonly string[];
  /** The physical line on which it begins, from 1. */
  readonly line: number;
  /** UTF-16 units of that line. */
  readonly length: number;
}

/** What a text holds. */
export interface TextRecords {
  readonly records: readonly TextRecord[];
  /** The first line whose quotes make no sense; nothing from there on is among the records. */
  readonly badQuote?: number;
}

/** Cuts a text into records and those into cells. A byte order mark, blank lines and Excel's `sep=` are left out. */
export function textRecords(text: string): TextRecords {
  const plain = text.replace(/^\ufeff/, '');
  const firstLines = plain.slice(0, 65_536).split(/[\r\n]+/);
  const { delimiter, sepLine } = sniffDelimiter(firstLines.filter((line) => line.trim() !== '').slice(0, 10));
  const found: TextRecord[] = [];
  const options = { delimiter, encoding: 'utf-8', maxRecordBytes: MAX_RECORD_BYTES } as const;
  const reading = records([new TextEncoder().encode(plain)], options);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let isFirst = true;
  let step = reading.next();
  for (; !step.done; step = reading.next()) {
    const { bytes, starts, ends, lines, quoted, count } = step.value;
    for (let i = 0; i < count; i++) {
      const record = decoder.decode(bytes.subarray(starts[i], ends[i]));
      const line = lines[i] as number;
      const isNamed = isFirst && sepLine;
      isFirst = false;
      if (isNamed || record.trim() === '') continue;
      const cells = splitRecord(record, delimiter, quoted[i] === 1);
      if (cells === 'bad-quote') return { records: found, badQuote: line };
      found.push({ cells, line, length: /[\r\n]/.exec(record)?.index ?? record.length });
    }
  }
  const badQuote = step.value.unclosedQuote?.line ?? step.value.tooLong?.line;
  return { records: found, ...(badQuote === undefined ? {} : { badQuote }) };
}
