/** What tells institutions apart where a name must be theirs alone, the same in every format. */
import { groupedBy } from '../rules/shared/grouped-by.js';
import { redact } from '../text/redact.js';
import type { InstitutionReport } from '../types.js';

/** The names of the institutions of a report. */
export class Identities {
  private readonly ids = new Map<InstitutionReport, string>();

  constructor(institutions: readonly InstitutionReport[]) {
    const owners = groupedBy(institutions, ({ id }) => redact(id));
    const taken = new Set<string>();
    for (const one of institutions) {
      const id = redact(one.id);
      const wanted = (owners.get(id)?.length ?? 0) > 1 ? `${id}${folderOf(one)}` : id;
      let free = wanted;
      for (let n = 2; taken.has(free); n++) free = `${wanted} ${n}`;
      taken.add(free);
      this.ids.set(one, free);
    }
  }

  /** Returns the id, with the folder where others have the id too. */
  idOf(one: InstitutionReport): string {
    return this.ids.get(one) ?? redact(one.id);
  }

  /** Returns `name (id)`, or only the id. */
  titleOf(one: InstitutionReport): string {
    const id = this.idOf(one);
    return one.name === undefined ? id : `${redact(one.name)} (${id})`;
  }
}

function folderOf({ inputs }: InstitutionReport): string {
  const folder = inputs[0]?.file.split('/').slice(0, -1).join('/') ?? '';
  return folder === '' ? '' : ` (${redact(folder)})`;
}
