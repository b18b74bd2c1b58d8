/** The TypeScript types of the profile, from its schema. The tool that writes them comes by npx: only this needs it. */
import { execFileSync } from 'node:child_process';
import { PROFILE_SCHEMA, withoutMarks } from './profile-schema.mjs';

const NOTE =
  '/** The profile of an institution. Generated from schemas/profile.schema.json by `npm run docs`; do not edit. */';

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

/** Returns the text of src/profile/profile.types.ts. */
export function profileTypes() {
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  const packages = ['json-schema-to-typescript@16.0.0', 'prettier@3.10.1'].map((name) => `--package=${name}`);
  const style = ['--style.singleQuote', '--style.printWidth=120', `--bannerComment=${NOTE}`];
  return execFileSync(npx, ['--yes', ...packages, 'json2ts', ...style], {
    input: JSON.stringify({ ...forTypes(PROFILE_SCHEMA), title: 'Profile' }),
    encoding: 'utf8',
  });
}
