/** HTML → PDF by a browser that is installed (Edge, Chrome, Chromium), else DOCX → PDF by LibreOffice. */
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inScratch } from './scratch.js';

/**
 * Longest time for one PDF: a browser may hang after it has written nothing. It is the only bound by time, since nothing else
 * can be counted of another program; who reaches it gets an error, never another paper.
 */
const TIME_LIMIT = 120_000;

/** A program that makes PDFs. */
export interface PdfMaker {
  readonly kind: 'browser' | 'office';
  readonly program: string;
}

const WINDOWS = [
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chromium-headless-shell',
];

/** Returns an installed browser, else LibreOffice, else `undefined`. */
export function findPdfMaker(
  env: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
): PdfMaker | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = (name: string): string | undefined => folders.map((folder) => join(folder, name)).find(isProgram);
  const programs = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((each) => each !== undefined);
  const browser =
    platform === 'win32'
      ? programs.flatMap((folder) => WINDOWS.map((path) => join(folder, path))).find((path) => existsSync(path))
      : (NAMES.map(onPath).find(Boolean) ?? (platform === 'darwin' ? MAC.find((path) => existsSync(path)) : undefined));
  if (browser) return { kind: 'browser', program: browser };
  const office =
    platform === 'win32'
      ? programs.map((folder) => join(folder, 'LibreOffice\\program\\soffice.exe')).find((path) => existsSync(path))
      : (onPath('soffice') ?? onPath('libreoffice'));
  return office ? { kind: 'office', program: office } : undefined;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes a PDF of a page (by a browser) or of a DOCX (by LibreOffice), with its dates fixed so that the same input gives
 * the same bytes. Returns `undefined` if the program left no PDF; it is judged by that, since browsers print noise and
 * exit oddly.
 */
export async function makePdf(
  maker: PdfMaker,
  html: string,
  docx: () => Promise<Uint8Array>,
): Promise<Uint8Array | undefined> {
  const children = new Set<ChildProcess>();
  const run = (args: readonly string[]): Promise<void> => runHidden(maker.program, args, children);
  return inScratch(
    async (folder) => {
      const pdf = join(folder, 'paper.pdf');
      if (maker.kind === 'browser') {
        const page = join(folder, 'paper.html');
        writeFileSync(page, html);
        await run([
          '--headless',
          '--disable-gpu',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          `--user-data-dir=${join(folder, 'profile')}`,
          '--no-pdf-header-footer',
          `--print-to-pdf=${pdf}`,
          pathToFileURL(page).href,
        ]);
      } else {
        writeFileSync(join(folder, 'paper.docx'), await docx());
        await run([
          `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          join(folder, 'paper.docx'),
        ]);
      }
      if (!existsSync(pdf)) return undefined;
      const bytes = readFileSync(pdf);
      return bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? withFixedDates(bytes) : undefined;
    },
    () => {
      for (const child of children) child.kill('SIGKILL');
    },
  );
}

/** Runs a program, which is among the children as long as it runs. */
function runHidden(program: string, args: readonly string[], children: Set<ChildProcess>): Promise<void> {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: 'ignore' });
    children.add(child);
    const timer = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT);
    const end = (): void => {
      clearTimeout(timer);
      children.delete(child);
      done();
    };
    child.on('error', end);
    child.on('exit', end);
  });
}

/** Replaces the dates by others of the same length, so that no offset in the file moves. */
function withFixedDates(bytes: Buffer): Uint8Array {
  const text = bytes
    .toString('latin1')
    .replace(/(\/(?:CreationDate|ModDate) ?\(D:)(\d{14})/g, (_, key: string) => `${key}20200101000000`);
  return Buffer.from(text, 'latin1');
}
