/**
 * YAML text → profile, with the place of every node.
 *
 * Reading is directed by the schema: where it wants a text, the scalar is taken as it stands in the file, because YAML
 * 1.2 turns `999999199001011238` into another number and `524502007E12345678` into Infinity. A key with an empty value
 * counts as not given. A value that the schema refuses becomes an `input/…` finding and a trap: a rule that reads it is
 * not run, and no other.
 */
import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import validateProfile from '../../build/profile-validator.js';
import { type InputCheck, inputCheck } from '../input-check.js';
import { listOf } from '../logs/lists/index.js';
import type { ListRefusal } from '../logs/lists/read.js';
import type { ShowValues } from '../text/mask.js';
import { isUnanswered, namesNobody } from '../text/placeholder.js';
import type { Input, Location, Params, Unlisted } from '../types.js';
import { excerpts, PLAIN_KEY } from './excerpt.js';
import { type InputFinding, inputFinding } from './input-finding.js';
import {
  isListPath,
  LIST_MISSING,
  LIST_UNREADABLE,
  type ListFile,
  listFile,
  MAX_LIST_ROWS,
  type ReadList,
  staysInside,
} from './lists.js';
import { type Entry, entryAt, stepsOf } from './mistakes.js';
import { namesOf } from './names.js';
import { fullWidthColon, keyOf, type ParsedYaml, parseYaml } from './parse.js';
import type { Profile } from './profile.types.js';
import { mayBeText, PROFILE_SCHEMA, pathOf, property, type SchemaNode, type Step, steps } from './schema.js';
import { labelOf, SCHEMA, wordSchemaError } from './schema-errors.js';
import { suggestKey } from './suggest.js';
import { UnreadableNode } from './unreadable.js';

/** Keys that the schema does not have. They are quoted only where they can be no value of a person. */
export const UNKNOWN_KEY = inputCheck({
  id: 'input/unknown-key',
  severity: 'error',
  messages: {
    unknown: {
      zh: '不认识的键{key}；这里可以写：{known}',
      en: 'unknown key{key}; possible here: {known}',
    },
    near: {
      zh: '不认识的键{key}，是不是 {suggestion}？',
      en: 'unknown key{key}; did you mean {suggestion}?',
    },
    mergeKey: {
      zh: '不支持 << 合并，请把内容直接写出',
      en: 'merge keys (<<) are not supported; write the content out',
    },
  },
});

/** Largest profile that is read, in bytes of UTF-8. */
export const MAX_PROFILE_BYTES = 1024 * 1024;
/** Unknown keys that get a did-you-mean; a file of unknown keys has tens of thousands. */
const MOST_SUGGESTIONS = 1000;
const MOST_KEYS_LISTED = 12;

export type { InputFinding } from './input-finding.js';
export { ifReadable, ifWhole, ofReadableItems, UnreadableNode, whereReadable, whole } from './unreadable.js';

/** A profile that was read, with what was wrong with its form, and where everything is. */
export interface ProfileSource {
  readonly file: string;
  readonly text: string;
  /** Reading a refused node of it throws `UnreadableNode`. */
  readonly profile: Profile;
  readonly findings: readonly InputFinding[];
  /** Findings about the files of lists that were counted and not kept. */
  readonly unlisted: readonly Unlisted[];
  /** The files of lists that were read. */
  readonly lists: readonly Input[];
  /** Returns the path that a node has in the file, where others were left out of its list. */
  origin(path: string): string;
  /** Returns the place of the node, or `undefined` if the path names nothing in the file. */
  locate(path: string): Location | undefined;
  /** Returns the place of the nearest key or item of the file on the way to the path. */
  locateNearest(path: string): Location;
  /** Returns the line with everything masked that is, or could be, about a person. */
  excerpt(line: number, show: ShowValues): string;
}

/**
 * Reads a profile. Where a list is the path of a file, `readList` reads it; without it there is no such file.
 *
 * @throws {UnusableError} if the text is no YAML map, or holds what a profile may not: aliases, tags, the same key
 * twice, several documents, nesting deeper than 64.
 */
export function readProfile(text: string, file: string, readList?: ReadList): ProfileSource {
  const yaml = parseYaml(text, file);
  const reader = new ProfileReader(yaml, file, readList);
  const { profile, findings, lists } = reader;
  return {
    file,
    text,
    profile,
    findings,
    lists: reader.inputs,
    unlisted: [...lists.values()].flatMap((list) => list.unlisted),
    origin: (path) => path,
    locate: (path) => reader.placeAt(steps(path)),
    locateNearest: (path) => reader.placeNearest(steps(path)),
    excerpt: excerpts(yaml, (list) => namesOf(profile, list)),
  };
}

/** Reads a profile from its nodes, and notes what is wrong with them. */
class ProfileReader {
  readonly findings: InputFinding[] = [];
  readonly lists = new Map<string, ListFile>();
  readonly inputs: Input[] = [];
  readonly profile: Profile;
  private rows = 0;
  private unknownKeys = 0;
  /** Lists that could not be read as a whole. */
  private readonly refused: { readonly parts: readonly Step[]; readonly location: Location }[] = [];

  constructor(
    private readonly yaml: ParsedYaml,
    private readonly file: string,
    private readonly readList: ReadList | undefined,
  ) {
    this.profile = this.read(yaml.root, PROFILE_SCHEMA, []) as Profile;
    if (!validateProfile(this.profile)) this.refuseInvalid(validateProfile.errors ?? []);
    for (const { parts, location } of this.refused) trap(this.profile, parts, location);
  }

  private find<Message extends string>(
    check: InputCheck<Message>,
    message: NoInfer<Message>,
    parts: readonly Step[],
    location: Location,
    params: Params = {},
  ): void {
    this.findings.push(inputFinding(check, message, { path: pathOf(parts), location, params }));
  }

  /** The value of a node as the schema wants it read. Unknown keys are reported and left out. */
  private read(node: Node | null, schema: SchemaNode, parts: Step[]): unknown {
    if (isMap(node)) {
      const value: Record<string, unknown> = {};
      for (const pair of node.items) {
        const key = keyOf(pair);
        const child = property(schema, key);
        if (!child) {
          if (schema.properties) this.reportUnknownKey(pair, schema, parts);
          continue;
        }
        const inner = this.read(pair.value as Node | null, child, [...parts, key]);
        if (inner !== null) value[key] = inner;
      }
      return value;
    }
    if (isSeq(node)) {
      const items = schema.items;
      return node.items.map((item, i) => (items ? this.read(item as Node | null, items, [...parts, i]) : null));
    }
    if (!isScalar(node)) return null;
    if (schema['x-file'] !== undefined && typeof node.value === 'string' && isListPath(node.value)) {
      const [start, end] = node.range ?? [0, 0];
      return this.readFile(node.value, schema, parts, this.yaml.at(start, end));
    }
    if (typeof node.value === 'string' && isUnanswered(node.value)) return null;
    // a word for none where a number is wanted: there is no number, rather than one that is not well formed
    if (schema['x-name'] && schema.format && typeof node.value === 'string' && namesNobody(node.value)) return null;
    if (!mayBeText(schema) || node.value === null) return node.value;
    return typeof node.value === 'string' ? node.value : (node.source ?? '');
  }

  /** The items of a list that stands in a file; none where it is refused. */
  private readFile(name: string, schema: SchemaNode, parts: readonly Step[], location: Location): readonly unknown[] {
    const list = listOf(schema['x-file'] as string);
    const refuse = (reason: ListRefusal, params: Params = {}): readonly unknown[] => {
      const said = { ...params, label: labelOf(schema) };
      if (reason === 'missing' || reason === 'outside') this.find(LIST_MISSING, reason, parts, location, said);
      else this.find(LIST_UNREADABLE, reason, parts, location, said);
      this.refused.push({ parts, location });
      return [];
    };
    if (!staysInside(name)) return refuse('outside');
    const reading = this.readList?.(name, list);
    if (!reading) return refuse('missing');
    if (!reading.ok) return refuse(reading.reason, reading.params);
    const { file, encoding } = reading.log;
    this.inputs.push({ file, kind: list.name, encoding, rows: reading.rows.length });
    this.rows += reading.rows.length;
    if (this.rows > MAX_LIST_ROWS) return refuse('too-many', { most: MAX_LIST_ROWS });
    const own = listFile(reading, list, parts);
    this.lists.set(pathOf(parts), own);
    this.findings.push(...own.findings);
    if (own.incomplete) this.refused.push({ parts, location: own.incomplete });
    return own.items;
  }

  private reportUnknownKey(pair: Pair, schema: SchemaNode, parts: Step[]): void {
    const key = keyOf(pair);
    const [start, end] = (pair.key as Node).range ?? [0, 0];
    const location = this.yaml.at(start, end);
    if (key === '<<') {
      this.find(UNKNOWN_KEY, 'mergeKey', parts, location);
      return;
    }
    const suggestion = this.unknownKeys++ < MOST_SUGGESTIONS ? suggestKey(key, schema) : undefined;
    // A key may be a person's name or number: it is quoted only where it looks like a key.
    const quoted = PLAIN_KEY.test(key) ? ` ${key}` : '';
    const shown = { zh: quoted, en: quoted };
    if (suggestion === undefined) {
      const known = Object.keys(schema.properties ?? {});
      const listed = known.length > MOST_KEYS_LISTED ? [...known.slice(0, MOST_KEYS_LISTED), '...'] : known;
      this.find(UNKNOWN_KEY, 'unknown', parts, location, { key: shown, known: listed.join(', ') });
    } else {
      this.find(UNKNOWN_KEY, 'near', parts, location, { key: shown, suggestion });
    }
  }

  /** Says what the schema does not accept, each place once, and lets nothing read it. */
  private refuseInvalid(errors: NonNullable<typeof validateProfile.errors>): void {
    const seen = new Set<string>();
    for (const error of errors) {
      const parts = stepsOf(error.instancePath);
      const path = pathOf(parts);
      if (seen.has(path)) continue;
      seen.add(path);
      const location = this.placeNearest(parts);
      trap(this.profile, parts, location);
      const colon =
        error.keyword === 'type' && error.params.type === 'object' && isScalar(entryAt(this.yaml.root, parts)?.node)
          ? fullWidthColon(this.yaml.lines, location.line, this.file)
          : undefined;
      if (colon) {
        this.find(SCHEMA, 'fullWidthColon', parts, colon);
        continue;
      }
      // the reader of the file has said why it is not there
      if (error.keyword === 'required' && this.isUnread(pathOf([...parts, String(error.params.missingProperty)])))
        continue;
      const { message, params } = wordSchemaError(error.keyword, error.params, parts);
      this.find(SCHEMA, message, parts, location, params);
    }
  }

  private isUnread(path: string): boolean {
    return [...this.lists.values()].some(({ unread }) => unread.has(path));
  }

  /** A scalar is placed at itself, a map or list at its key, an item of a list at its beginning. */
  private place(found: Entry): Location {
    const { key, node } = found;
    const target = isScalar(node) && node.value !== null ? node : (key ?? node);
    if (!target?.range) return this.yaml.at(0, 0);
    if (isMap(target) && target.items[0]) {
      const first = target.items[0].key as Node;
      return this.yaml.at(first.range?.[0] ?? 0, first.range?.[1] ?? 0);
    }
    return this.yaml.at(target.range[0], target.range[1]);
  }

  /** The place of a node, in the profile or in the file of a list. */
  placeAt(parts: readonly Step[]): Location | undefined {
    for (let length = 1; length < parts.length && this.lists.size > 0; length++) {
      const list = this.lists.get(pathOf(parts.slice(0, length)));
      if (list) return list.locate(parts.slice(length));
    }
    const found = entryAt(this.yaml.root, parts);
    return found && this.place(found);
  }

  /** The place of a node, or of the nearest one around it. */
  placeNearest(parts: readonly Step[]): Location {
    for (let length = parts.length; length >= 0; length--) {
      const found = this.placeAt(parts.slice(0, length));
      if (found) return found;
    }
    return this.yaml.at(0, 0);
  }
}

/** Puts a throwing getter in place of a refused node, so that only rules that read it are not run. */
function trap(profile: Profile, parts: readonly Step[], location: Location): void {
  let holder: unknown = profile;
  for (const step of parts.slice(0, -1)) {
    const descriptor = Object.getOwnPropertyDescriptor(holder as object, step);
    if (!descriptor || descriptor.get) return;
    holder = descriptor.value;
  }
  const last = parts.at(-1);
  if (last === undefined || typeof holder !== 'object' || holder === null) return;
  Object.defineProperty(holder, last, {
    enumerable: true,
    configurable: true,
    get() {
      throw new UnreadableNode(location);
    },
  });
}
