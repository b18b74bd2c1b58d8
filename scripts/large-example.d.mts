/** Returns the text of examples/large/profile.yaml. */
export function largeExample(): string;
