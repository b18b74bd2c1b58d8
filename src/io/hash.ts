/** Digests and random names. node:crypto is loaded only when one is needed: it costs 3 ms at every start. */

const crypto = () => process.getBuiltinModule('node:crypto');

/** Returns the SHA-256 of a text as lower-case hexadecimal. */
export function sha256(text: string): string {
  return crypto().createHash('sha256').update(text).digest('hex');
}

/** Returns eight random hexadecimal digits, for the names of temporary files. */
export function randomName(): string {
  return crypto().randomBytes(4).toString('hex');
}
