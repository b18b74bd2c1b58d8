/**
 * What tests need besides Node: the Debian package that has it, and how to see that it is there. Run by itself, it prints
 * the packages of all that is missing.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = {
  chromium: { from: 'chromium' },
  soffice: { from: 'libreoffice-writer-nogui' },
  'LibreOffice Calc': { from: 'libreoffice-calc-nogui', isThere: hasCalc },
  xmllint: { from: 'libxml2-utils' },
  pdfinfo: { from: 'poppler-utils' },
  pdftotext: { from: 'poppler-utils' },
  'fc-list': { from: 'fontconfig' },
  'Noto Serif CJK SC': { from: 'fonts-noto-cjk', isThere: () => hasFont('Noto Serif CJK SC') },
  // Liberation Serif is as wide; with any other font lines and pages break elsewhere
  'Times New Roman': {
    from: 'fonts-liberation2',
    isThere: () => hasFont('Times New Roman') || hasFont('Liberation Serif'),
  },
  git: { from: 'git' },
  strace: { from: 'strace' },
  bash: { from: 'bash' },
  zsh: { from: 'zsh' },
  fish: { from: 'fish' },
  // another program of this name, without --version, is in moreutils
  parallel: { from: 'parallel', isThere: () => spawnSync('parallel', ['--version']).status === 0 },
};

/** Returns whether something that tests need is there. */
export function isThere(name) {
  const { isThere: look = () => onPath(name) !== undefined } = NEEDED[name];
  return look();
}

/** Returns the command that installs what is missing, or `undefined` where nothing is known to have it. */
export function commandFor(names) {
  const packages = packagesOf(names.filter((name) => name in NEEDED));
  return packages.length > 0 ? `apt-get install --no-install-recommends ${packages.join(' ')}` : undefined;
}

function packagesOf(names) {
  return [...new Set(names.map((name) => NEEDED[name].from))];
}

/** Returns the path of a program, or `undefined` where it is not installed. */
export function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function hasCalc() {
  const office = onPath('soffice');
  return office !== undefined && existsSync(join(dirname(realpathSync(office)), 'libsclo.so'));
}

function hasFont(family) {
  return (spawnSync('fc-list', [family], { encoding: 'utf8' }).stdout ?? '') !== '';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(packagesOf(Object.keys(NEEDED).filter((name) => !isThere(name))).join(' '));
}
