/**
 * Writes what is derived from the schemas: the TypeScript types of the profile (tracked, so that they can be read)
 * and the ajv validators (in build/, not tracked). Run by `npm run build`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { _, Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';

const root = new URL('..', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(`schemas/${name}`, root), 'utf8'));
const schema = asRead(read('profile.schema.json'));

/** The schema once files are read: what may be the path of a list's file is a list then. */
function asRead(node) {
  const { 'x-file': file, ...rest } = node;
  if (file) rest.type = 'array';
  if (rest.items) rest.items = asRead(rest.items);
  if (rest.properties)
    rest.properties = Object.fromEntries(Object.entries(rest.properties).map(([key, each]) => [key, asRead(each)]));
  return rest;
}

/** A node without our own marks, but for those named. */
function withoutMarks(node, kept = []) {
  return Object.fromEntries(Object.entries(node).filter(([key]) => !key.startsWith('x-') || kept.includes(key)));
}

/** The schema as json-schema-to-typescript wants it: only named types keep a title, words go into the description. */
function forTypes(node) {
  const { title, description, examples, 'x-en': en, 'x-type': type, ...rest } = withoutMarks(node, ['x-en', 'x-type']);
  const words = [title, description, en?.title].filter(Boolean).join(' · ');
  const typed = { ...rest, description: words };
  if (type) typed.title = type;
  if (rest.properties) {
    typed.properties = Object.fromEntries(
      Object.entries(rest.properties).map(([key, value]) => [key, forTypes(value)]),
    );
  }
  if (rest.items) typed.items = forTypes(rest.items);
  return typed;
}

const types = await compile({ ...forTypes(schema), title: 'Profile' }, 'Profile', {
  bannerComment:
    '/** The profile of an institution. Generated from schemas/profile.schema.json by `npm run build`; do not edit. */',
  style: { singleQuote: true, printWidth: 120 },
});
writeFileSync(new URL('src/profile/profile.types.ts', root), types);

const definitions = new Map();

/**
 * The schema as ajv needs it: without words, and with equal leaves shared as definitions, since ajv writes out the code
 * of every leaf anew and the validator's size counts at every start.
 */
function forValidation(node) {
  const { title, description, examples, ...rest } = withoutMarks(node);
  // the reader itself reports unknown keys, with a did-you-mean, and leaves them out
  delete rest.additionalProperties;
  delete rest.$schema;
  if (rest.properties) {
    rest.properties = Object.fromEntries(
      Object.entries(rest.properties).map(([key, value]) => [key, forValidation(value)]),
    );
    return rest;
  }
  if (rest.items) return { ...rest, items: forValidation(rest.items) };
  const key = JSON.stringify(rest);
  if (!definitions.has(key)) definitions.set(key, { name: `leaf${definitions.size}`, schema: rest });
  return { $ref: `#/$defs/${definitions.get(key).name}` };
}

const formats = ['date', 'date-or-range', 'time', 'identifier', 'phone'];
const ajv = new Ajv({
  allErrors: true,
  messages: false,
  inlineRefs: false,
  code: { source: true, esm: true, formats: _`require("../src/profile/formats.ts").FORMATS` },
  // the functions are imported by the generated code; `true` would mean "do not check"
  formats: Object.fromEntries(formats.map((name) => [name, () => true])),
});
const bare = forValidation(schema);
bare.$defs = Object.fromEntries([...definitions.values()].map(({ name, schema: leaf }) => [name, leaf]));
const code = standalone.default(ajv, ajv.compile(bare));
const directory = new URL('build/', root);
mkdirSync(directory, { recursive: true });
// ajv's standalone code keeps `require` calls even as ESM, so it is bundled before anything imports it.
await build({
  stdin: { contents: code, resolveDir: directory.pathname, loader: 'js' },
  outfile: new URL('profile-validator.js', directory).pathname,
  bundle: true,
  minifySyntax: true,
  minifyWhitespace: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  absWorkingDir: root.pathname,
  logLevel: 'warning',
});
writeFileSync(
  new URL('profile-validator.d.ts', directory),
  `import type { ErrorObject } from 'ajv';
/** Returns whether the value is a profile by schemas/profile.schema.json; the errors are left on the function. */
declare const validate: ((value: unknown) => boolean) & { errors?: ErrorObject[] | null };
export default validate;
`,
);
