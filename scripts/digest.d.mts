/** Returns the digest of all that judges in the project, or in a copy of it in another folder, in hexadecimal. */
export function judgingDigest(root?: string): Promise<string>;
