/** Pairs -f with -o, and writes each result where it belongs. */
import { type Format, WRITTEN_IN } from '../../command-line/formats.js';
import { UnusableError } from '../../errors.js';
import { isSameFile } from '../../io/files.js';
import type { Contents } from '../../io/publish.js';
import type { Session } from '../../io/session.js';
import { through } from '../../text/doors.js';
import { redact } from '../../text/redact.js';
import type { Input } from '../../types.js';
import { writeFiles } from './files.js';

/** One result to write: a format, and a file or stdout. */
export interface Output<Name extends string> {
  readonly format: Name;
  /** Absent for stdout. */
  readonly file?: string;
}

/**
 * Pairs formats and files: the n-th file belongs to the n-th format; without a format there is one, the first of
 * those that can be. A format without a file, or with `-`, goes to stdout, at most one.
 *
 * @throws {UnusableError} for more files than formats, a file twice, or two results for stdout.
 */
export function pairOutputs<Name extends string>(
  [usual]: readonly [Name, ...Name[]],
  formats: readonly Name[] = [],
  files: readonly string[] = [],
): Output<Name>[] {
  const wanted = formats.length > 0 ? formats : [usual];
  if (files.length > wanted.length) {
    throw new UnusableError('usage/outputs', { zh: '-o 比 -f 多', en: 'there are more -o than -f' });
  }
  const named = files.filter((file) => file !== '-');
  if (named.some((file, i) => named.slice(0, i).some((other) => isSameFile(file, other)))) {
    throw new UnusableError('usage/outputs', { zh: '两个 -o 写到同一个文件', en: 'two -o name the same file' });
  }
  const outputs = wanted.map((format, i): Output<Name> => {
    const file = files[i];
    return file === undefined || file === '-' ? { format } : { format, file };
  });
  if (outputs.filter((output) => output.file === undefined).length > 1) {
    throw new UnusableError('usage/outputs', {
      zh: '标准输出只能放一种格式，其余请用 -o 指定文件',
      en: 'only one format can go to standard output; name files for the others with -o',
    });
  }
  return outputs;
}

/** Returns the paths of the files that were read. */
export function pathsOf(inputs: readonly Input[]): string[] {
  return inputs.map(({ file }) => file);
}

/**
 * Makes sure that no result would be written over an input.
 *
 * @throws {UnusableError} if one would.
 */
export function keepInputs(outputs: readonly Output<string>[], inputs: readonly string[]): void {
  if (outputs.some(({ file }) => file !== undefined && inputs.some((input) => isSameFile(file, input)))) {
    throw new UnusableError('usage/outputs', {
      zh: '-o 指定的是这次要读的文件，会把它覆盖',
      en: '-o names a file that is read here, and would overwrite it',
    });
  }
}

/**
 * Makes sure that the rejects are written neither over an input nor over a report.
 *
 * @throws {UnusableError} if they would be.
 */
export function keepApart(rejects: string, outputs: readonly Output<string>[], inputs: readonly string[]): void {
  if (inputs.some((input) => isSameFile(rejects, input))) {
    throw new UnusableError('usage/outputs', {
      zh: '--rejects 指定的是这次要读的文件，会把它覆盖',
      en: '--rejects names a file that is read here, and would overwrite it',
    });
  }
  if (outputs.some(({ file }) => file !== undefined && isSameFile(rejects, file))) {
    throw new UnusableError('usage/outputs', {
      zh: '--rejects 和 -o 写到同一个文件',
      en: '--rejects and -o name the same file',
    });
  }
}

/**
/** What is said of outputs besides what they hold. */
export interface Sealing<Name> {
  /** Whether numbers of people were asked for in a format; no if absent. */
  readonly shows?: (format: Name) => boolean;
  /** Files that are written with them, or not at all. */
  readonly besides?: Contents | undefined;
}

/**
 * Writes the outputs when all of them are made: files first, so that a failed write is not hidden behind a printed report.
 * Whatever made it, each leaves through the door of its format, without numbers of people unless they were asked for in it.
 */
export async function writeOutputs<Name extends Format>(
  outputs: readonly Output<Name>[],
  render: (format: Name, toFile: boolean) => string | Uint8Array | Promise<string | Uint8Array>,
  session: Session,
  { shows = () => false, besides = new Map() }: Sealing<Name> = {},
): Promise<void> {
  const files = new Map(besides);
  const printed: Uint8Array[] = [];
  for (const { format, file } of outputs) {
    const content = await render(format, file !== undefined);
    const sealed = typeof content === 'string' ? bytesThrough(format, content, shows(format)) : content;
    if (file === undefined) printed.push(sealed);
    else files.set(file, sealed);
  }
  await writeFiles(files, session, true);
  for (const bytes of printed) await session.out(bytes);
}

function bytesThrough(format: Format, content: string, shows: boolean): Uint8Array {
  const door = WRITTEN_IN[format];
  if (door === 'bytes') throw new Error(`${format} is no text`);
  return new TextEncoder().encode(through(door, shows ? content : redact(content)));
}
