/** Returns the bundle of a file as a script that puts what the file exports into the global `page`. */
export function bundleForBrowser(file: string): Promise<string>;
