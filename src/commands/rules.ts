/** `rules`: the catalogue and the coverage of the clauses. */
import { LIST_FORMATS } from '../command-line/formats.js';
import type { OptionsOf } from '../command-line/options.js';
import type { Session } from '../io/session.js';
import { catalogueJson, catalogueMarkdown, catalogueText } from '../report/catalogue.js';
import { RULES } from '../rules/index.js';
import { PLAN } from '../run/plan.js';
import { pairOutputs, writeOutputs } from './parts/outputs.js';

/** Writes the catalogue in the formats asked for. */
export async function rules(options: OptionsOf<'rules'>, session: Session): Promise<number> {
  const outputs = pairOutputs(LIST_FORMATS, options.format, options.output);
  await writeOutputs(
    outputs,
    (format) => {
      switch (format) {
        case 'json':
          return catalogueJson(RULES, PLAN);
        case 'markdown':
          return catalogueMarkdown(RULES, PLAN, session.language);
        case 'text':
          return catalogueText(RULES, PLAN, session.language);
      }
    },
    session,
  );
  return 0;
}
