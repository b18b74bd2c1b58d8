/** Windows' name of what keeps nothing that is written to it, in whatever folder the name stands. */

/**
 * Returns whether a path is `NUL`. Node would make a file of that name, which Explorer can't delete; /dev/null needs no
 * such test, since it is there, and no file.
 */
export function isNullDevice(path: string, platform: string = process.platform): boolean {
  return platform === 'win32' && /(?:^|[\\/:])nul:?$/i.test(path);
}
