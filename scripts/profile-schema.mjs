/** The schema of the profile once files are read: what may be the path of a list's file is a list then. */
import { readFileSync } from 'node:fs';

export const PROFILE_SCHEMA = asRead(
  JSON.parse(readFileSync(new URL('../schemas/profile.schema.json', import.meta.url), 'utf8')),
);

function asRead(node) {
  const { 'x-file': file, ...rest } = node;
  if (file) rest.type = 'array';
  if (rest.items) rest.items = asRead(rest.items);
  if (rest.properties)
    rest.properties = Object.fromEntries(Object.entries(rest.properties).map(([key, each]) => [key, asRead(each)]));
  return rest;
}

/** Returns a node without our own marks, but for those named. */
export function withoutMarks(node, kept = []) {
  return Object.fromEntries(Object.entries(node).filter(([key]) => !key.startsWith('x-') || kept.includes(key)));
}
