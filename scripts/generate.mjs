/**
 * Writes what is derived from the schemas: the TypeScript types of the profile (tracked, so that they can be read)
 * and the ajv validators (in build/, not tracked). Run by `npm run build`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { _ } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';

const root = new URL('..', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(`schemas/${name}`, root), 'utf8'));
const schema = read('profile.schema.json');

/** The schema as json-schema-to-typescript wants it: only named types keep a title, words go into the description. */
function forTypes(node) {
  const { title, description, examples, 'x-en': en, 'x-type': type, 'x-personal': _p, 'x-ref': _r, ...rest } = node;
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

/** The schema as ajv needs it: without words, which would only make the validator larger. */
function forValidation(node) {
  const { title, description, examples, 'x-en': _e, 'x-type': _t, 'x-personal': _p, 'x-ref': _r, ...rest } = node;
  if (rest.properties) {
    rest.properties = Object.fromEntries(
      Object.entries(rest.properties).map(([key, value]) => [key, forValidation(value)]),
    );
  }
  if (rest.items) rest.items = forValidation(rest.items);
  return rest;
}

const formats = ['date', 'date-or-range', 'time', 'identifier', 'phone'];
const ajv = new Ajv2020({
  allErrors: true,
  messages: false,
  code: { source: true, esm: true, formats: _`require("../src/profile/formats.ts").FORMATS` },
  formats: Object.fromEntries(formats.map((name) => [name, true])),
});
const code = standalone.default(ajv, ajv.compile(forValidation(schema)));
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
