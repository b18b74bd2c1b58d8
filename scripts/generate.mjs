/** Writes the ajv validators of the schemas into build/, which is not tracked. Run by `npm run build`. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { _, Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { dataSchemas } from './data-schemas.mjs';
import { PROFILE_SCHEMA, withoutMarks } from './profile-schema.mjs';

const root = new URL('..', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(`schemas/${name}`, root), 'utf8'));
const directory = new URL('build/', root);
mkdirSync(directory, { recursive: true });
/** What the validators were bundled from, from the root. */
export const inputs = [];

/**
 * The schema of a YAML file as ajv needs it: without words, and with equal leaves shared as definitions, since ajv writes
 * out the code of every leaf anew and the validator's size counts at every start.
 */
function forYaml(schema) {
  const definitions = new Map();
  const bare = (node) => {
    const { title, description, examples, default: _d, ...rest } = withoutMarks(node);
    delete rest.$schema;
    delete rest.$id;
    if (rest.properties) {
      // unlike additionalProperties, this says with the mistake which names there are
      if (rest.additionalProperties === false) rest.propertyNames = { enum: Object.keys(rest.properties) };
      delete rest.additionalProperties;
      rest.properties = Object.fromEntries(Object.entries(rest.properties).map(([key, value]) => [key, bare(value)]));
    }
    if (rest.items) rest.items = bare(rest.items);
    if (rest.items || (rest.properties && rest.type === 'object')) return rest;
    const key = JSON.stringify(rest);
    if (!definitions.has(key)) definitions.set(key, { name: `leaf${definitions.size}`, schema: rest });
    return { $ref: `#/$defs/${definitions.get(key).name}` };
  };
  const root = bare(schema);
  return { ...root, $defs: Object.fromEntries([...definitions.values()].map((leaf) => [leaf.name, leaf.schema])) };
}

/** The schema without the check for unknown keys: the reader of profiles reports them itself, and leaves them out. */
function open({ additionalProperties: _, ...node }) {
  if (node.items) node.items = open(node.items);
  if (node.properties)
    node.properties = Object.fromEntries(Object.entries(node.properties).map(([key, each]) => [key, open(each)]));
  return node;
}

/** Writes the validator of a schema to build/. */
async function writeValidator(name, schema, { of: Draft, ...options }, others = []) {
  const formats = ['date', 'date-or-range', 'time', 'identifier', 'phone'];
  const ajv = new Draft({
    messages: false,
    allowUnionTypes: true,
    strictRequired: false,
    code: { source: true, esm: true, formats: _`require("../src/profile/formats.ts").FORMATS` },
    // the functions are imported by the generated code; `true` would mean "do not check"
    formats: Object.fromEntries(formats.map((format) => [format, () => true])),
    schemas: others,
    ...options,
  });
  const code = standalone.default(ajv, ajv.compile(schema));
  // ajv's standalone code keeps `require` calls even as ESM, so it is bundled before anything imports it.
  const { metafile } = await build({
    metafile: true,
    stdin: { contents: code, resolveDir: fileURLToPath(directory), loader: 'js' },
    outfile: fileURLToPath(new URL(`${name}-validator.js`, directory)),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    absWorkingDir: fileURLToPath(root),
    logLevel: 'warning',
  });
  inputs.push(...Object.keys(metafile.inputs));
  writeFileSync(
    new URL(`${name}-validator.d.ts`, directory),
    `import type { Validator } from '../src/profile/mistakes.js';
/** Returns whether the value is what schemas/${name}.schema.json says; the errors are left on the function. */
declare const validate: Validator;
export default validate;
`,
  );
}

// for all mistakes of a file at once; a message needs the first one in the file, whatever the order of the schema
const YAML = { of: Ajv, allErrors: true, inlineRefs: false };
await writeValidator('profile', forYaml(open(PROFILE_SCHEMA)), YAML);
for (const [name, content] of Object.entries(await dataSchemas())) {
  await writeValidator(name.replace('.schema.json', ''), forYaml(content), YAML);
}
const report = read('report.schema.json');
// keys may be added to reports by later versions
await writeValidator('report', report, { of: Ajv2020, removeAdditional: true, inlineRefs: false });
await writeValidator('partial', read('partial.schema.json'), { of: Ajv2020, inlineRefs: false }, [report]);
