/**
 * A layer over Node's file calls: the n-th of those that write below a folder fails, or is met by a signal. Loaded with
 * --require it takes what FAULT says; a test in the same process calls `faulty`.
 */
'use strict';
const fs = require('node:fs');
const { resolve, sep } = require('node:path');

/** What a path is of a file that is written. */
function partOf(path) {
  if (/\.resume-check-[0-9a-f]{8}$/.test(path)) return 'unseen folder';
  if (/\.resume-check-[0-9a-f]{8}[/\\]/.test(path)) return 'folder of the run';
  if (/\.resume-check$/.test(path)) return 'hidden folder';
  return /\.resume-check[/\\].+[/\\](new|old)$/.exec(path)?.[1] ?? 'place';
}

/**
 * Puts the layer in, and returns how it is taken out, with the calls that came.
 *
 * @param folder - only calls below it count
 * @param at - the number of the call that fails, from 0
 * @param fault - the code of the error, a signal, or `short`: the call writes half of what it was given
 * @param lasting - whether all calls after it fail too, but for those that remove
 */
function faulty({ folder, at, fault, lasting = false }) {
  const calls = [];
  const paths = new Map();
  const real = {};
  const isBelow = (path) => typeof path === 'string' && `${resolve(path)}${sep}`.startsWith(`${folder}${sep}`);
  const pathOf = (given) => (typeof given === 'number' ? paths.get(given) : given);
  /** Returns whether the call that comes now fails. */
  const fails = (name, from, to) => {
    calls.push(`${name} ${to === undefined ? partOf(from) : `${partOf(from)} to ${partOf(to)}`}`);
    const number = calls.length - 1;
    if (number === at && fault.startsWith('SIG')) process.kill(process.pid, fault);
    return !fault.startsWith('SIG') && (number === at || (lasting && number > at && !name.startsWith('rm')));
  };
  const wrap = (name, counts = () => true) => {
    real[name] = fs[name];
    fs[name] = (...given) => {
      const path = pathOf(given[0]);
      const two = ['renameSync', 'linkSync', 'symlinkSync', 'copyFileSync'].includes(name);
      const isOurs = isBelow(path) || (two && isBelow(given[1]));
      if (isOurs && counts(given) && fails(name.slice(0, -4), path, two ? given[1] : undefined)) {
        if (fault !== 'short') throw Object.assign(new Error(fault), { code: fault });
        if (name === 'writeFileSync') return real[name](given[0], given[1].subarray(0, given[1].length >> 1));
      }
      // nothing is lost without it here, and a disk takes its time
      const result = name === 'fsyncSync' ? undefined : real[name](...given);
      if (name === 'openSync' && isBelow(path)) paths.set(result, path);
      if (name === 'closeSync') paths.delete(given[0]);
      return result;
    };
  };
  wrap('openSync', ([, flags]) => flags !== 'r');
  // what is read is closed too
  wrap('closeSync', ([handle]) => partOf(paths.get(handle) ?? '') === 'new');
  for (const name of ['mkdir', 'writeFile', 'fsync', 'chmod', 'link', 'symlink', 'copyFile', 'rename', 'rm', 'rmdir'])
    wrap(`${name}Sync`);
  return { calls, end: () => Object.assign(fs, real) };
}

module.exports = { faulty };

if (process.env.FAULT && process.env.JEST_WORKER_ID === undefined)
  faulty({ folder: process.cwd(), ...JSON.parse(process.env.FAULT) });
