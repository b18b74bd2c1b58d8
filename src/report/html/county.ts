/** The county's own duties, where its list was given. */
import type { InstitutionReport } from '../../types.js';
import { COUNTY_TITLE } from '../county-text.js';
import { REPORT_WORDS } from '../words.js';
import { inputFindings, inputListed } from './findings.js';
import { both, html, type Markup, NONE } from './markup.js';
import { files } from './parts.js';
import { requirements } from './requirement.js';
import { section, type View } from './view.js';

/** Returns the section of the county. */
export function countySection(county: InstitutionReport | undefined, view: View): Markup {
  if (!county || county.inputs.length === 0) return NONE;
  const form = inputListed(county, view);
  return section(
    'county',
    both(COUNTY_TITLE),
    form.length > 0 && html`<h3>${both(REPORT_WORDS.inputHeading)}</h3>${inputFindings(county, view)}`,
    html`<div class="part">${requirements(county.rules, county, view, 'county-r-')}</div>`,
    files(county, view),
  );
}
