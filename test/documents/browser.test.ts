/** Which installed program makes PDFs, on each system. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { findPdfMaker } from '../../src/io/browser.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resume-check-browser-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const install = (path: string, mode = 0o755): string => {
  const program = join(folder, path);
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(program, '');
  chmodSync(program, mode);
  return program;
};

test('a browser on the PATH comes before LibreOffice', () => {
  const soffice = install('a/soffice');
  const PATH = [join(folder, 'a'), join(folder, 'b')].join(delimiter);
  expect(findPdfMaker({ PATH }, 'linux')).toEqual({ kind: 'office', program: soffice });
  const chrome = install('b/google-chrome');
  expect(findPdfMaker({ PATH }, 'linux')).toEqual({ kind: 'browser', program: chrome });
});

test('what can not be run is no browser', () => {
  install('a/chromium', 0o644);
  expect(findPdfMaker({ PATH: join(folder, 'a') }, 'linux')).toBeUndefined();
});

test('nothing installed, or no PATH at all', () => {
  expect(findPdfMaker({ PATH: folder }, 'linux')).toBeUndefined();
  expect(findPdfMaker({}, 'linux')).toBeUndefined();
  expect(findPdfMaker({}, 'win32')).toBeUndefined();
});

test('on Windows, Edge comes before Chrome, wherever it is installed', () => {
  const env = {
    PROGRAMFILES: join(folder, 'p'),
    'PROGRAMFILES(X86)': join(folder, 'x'),
    LOCALAPPDATA: join(folder, 'l'),
  };
  const chrome = install(join('l', 'Google\\Chrome\\Application\\chrome.exe'));
  expect(findPdfMaker(env, 'win32')).toEqual({ kind: 'browser', program: chrome });
  const edge = install(join('x', 'Microsoft\\Edge\\Application\\msedge.exe'));
  expect(findPdfMaker(env, 'win32')).toEqual({ kind: 'browser', program: edge });
});
