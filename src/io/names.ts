/** File names made of names from the profile. */
import filenamify from 'filenamify';

/**
 * Returns a name that is safe on Windows, macOS and Linux: no separators, control or bidirectional characters, no
 * reserved name, at most 60 characters. The caller puts its own words first, so that it never begins with a dash.
 */
export function safeName(name: string): string {
  return filenamify(name.normalize('NFC').replace(/\p{Cf}/gu, ''), { replacement: '_', maxLength: 60 });
}
