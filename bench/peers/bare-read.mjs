/** The floor of any program in Node: the bytes of a file, read in blocks of 64 KiB. `node bare-read.mjs entry.csv` */
import { openSync, readSync } from 'node:fs';

const block = new Uint8Array(65_536);
const handle = openSync(process.argv[2], 'r');
while (readSync(handle, block, 0, block.length, null) > 0);
