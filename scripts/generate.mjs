/** Writes the ajv validator of the profile into build/, which is not tracked. Run by `npm run build`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { _, Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { PROFILE_SCHEMA, withoutMarks } from './profile-schema.mjs';

const root = new URL('..', import.meta.url);
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
const bare = forValidation(PROFILE_SCHEMA);
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
