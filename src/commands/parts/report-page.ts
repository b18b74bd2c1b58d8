/** The HTML report with the style and the script that are built in. */
import assets from '../../../build/report-page.json' with { type: 'json' };
import { sha256 } from '../../io/hash.js';
import { type HtmlOptions, toHtml } from '../../report/html/page.js';
import { SEAT_STYLES } from '../../seats/drawing.js';
import type { Report } from '../../types.js';
import { kindTitle } from './kind-title.js';

/** Returns the report as one page that needs nothing else. */
export function reportPage(report: Report, options: Omit<HtmlOptions, 'assets' | 'kindTitle'>): string {
  return toHtml(report, { ...options, kindTitle, assets: pageAssets() });
}

/** Returns the style and the script of the page, each with the digest by which the page admits it. */
export function pageAssets(): HtmlOptions['assets'] {
  const style = `${SEAT_STYLES}\n${assets.style}`;
  const digest = (text: string): string => Buffer.from(sha256(text), 'hex').toString('base64');
  return { style, styleHash: digest(style), script: assets.script, scriptHash: digest(assets.script) };
}
