import { people } from '#kernel/people'
import type Fiche from '../models/fiche.js'
import FicheRevision from '../models/fiche_revision.js'
import type { SheetPart } from '../rules/parts/part.js'
import type { Form } from './form.js'

/** The form on one part of a sheet. */
export function partForm(fiche: Fiche, part: SheetPart): Form {
  return {
    key: `fiche:${fiche.id}:${part.code}`,
    blank: part.blank,
    stored: part.typed(fiche.content),
    lastChange: () => lastRevision(fiche.id, part.code, part.told(fiche.content)),
  }
}

/** Who changed a field of a sheet last, and what it says since. */
export async function lastRevision(ficheId: string, field: string, told: string) {
  const last = await FicheRevision.query()
    .where({ ficheId, field })
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .first()
  if (!last) return null
  const names = await people.names([last.actorId])
  return { by: names.get(last.actorId ?? '') ?? 'Une autre personne', at: last.at, told }
}
