import { people } from '#kernel/people'
import type Fiche from '../models/fiche.js'
import FicheRevision from '../models/fiche_revision.js'
import { FICHE_STATUTS, type FicheStatut, isFicheStatut } from '../rules/fiche_statut.js'
import { partOf } from '../rules/parts/parts.js'

/** A page of what was changed in a sheet, newest first, with the cursor of the next one. */
export async function ficheHistory(fiche: Fiche, length: number, before: string | null = null) {
  const query = FicheRevision.query().where('ficheId', fiche.id)
  if (before) query.where('id', '<', before)
  // Revisions bear ids that grow with time: the order of writing, without a tie.
  const revisions = await query.orderBy('id', 'desc').limit(length + 1)
  const shown = revisions.slice(0, length)
  const names = await people.names(shown.map((revision) => revision.actorId))
  return {
    next: revisions.length > length ? shown.at(-1)!.id : null,
    entries: shown.map((revision) => ({
      what: `${fieldName(revision)}\u202f: ${verb(revision)}`,
      at: revision.at,
      by: names.get(revision.actorId ?? '') ?? '',
      before: valueName(revision.field, revision.before),
      after: valueName(revision.field, revision.after),
    })),
  }
}

function verb({ before, after }: FicheRevision): string {
  if (before === null) return 'renseigné'
  return after === null ? 'retiré' : 'modifié'
}

function fieldName({ field, before, after }: FicheRevision): string {
  const part = partOf(field)
  if (part) return part.title
  if (field === 'statut') return 'Statut'
  if (field === 'public') return 'Page publique'
  if (field === 'axe') return 'Place dans le programme'
  if (field.startsWith('indicateur:')) return `Indicateur ${(after ?? before ?? '').split(' (')[0]}`
  return field.charAt(0).toUpperCase() + field.slice(1)
}

function valueName(field: string, value: string | null): string | null {
  if (value === null) return null
  if (field === 'statut' && isFicheStatut(value)) return FICHE_STATUTS[value as FicheStatut].label
  if (field === 'public') return value === 'true' ? 'visible' : 'non visible'
  return value
}
