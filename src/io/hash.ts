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

/** Returns a key for digests that no other run can make. */
export function randomKey(): string {
  return crypto().randomBytes(32).toString('hex');
}

/** Returns a digest of bytes that says nothing to those who don't have the key. */
export function keyedDigest(key: string, blocks: Iterable<Uint8Array>): string {
  const digest = crypto().createHmac('sha256', key);
  for (const block of blocks) digest.update(block);
  return digest.digest('hex');
}
