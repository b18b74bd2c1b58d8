/** The HTML report with the style and the script that are built in. */
import assets from '../../build/report-page.json' with { type: 'json' };
import { type HtmlOptions, toHtml } from '../report/html/page.js';
import type { Report } from '../types.js';
import { kindTitle } from './kind-title.js';

/** Returns the report as one page that needs nothing else. */
export function reportPage(report: Report, options: Omit<HtmlOptions, 'assets' | 'kindTitle'>): string {
  return toHtml(report, { ...options, kindTitle, assets });
}
