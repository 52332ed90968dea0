import type { HttpContext } from '@adonisjs/core/http'
import { NotYourFiche } from '../errors.js'
import type Fiche from '../models/fiche.js'

type Person = Pick<HttpContext, 'allows' | 'actor'>

/** Who conducts the project edits every sheet; a contributor, the ones she pilots and no other. */
export function mayEdit(person: Person, fiche: Fiche): boolean {
  if (person.allows('territory.lead')) return true
  return person.allows('territory.contribute') && fiche.isPilotedBy(person.actor.id)
}

/** A contributor sees the shown sheets and her own; the others are not for her eyes. */
export function maySee(person: Person, fiche: Fiche): boolean {
  return fiche.public || person.allows('territory.read_all') || mayEdit(person, fiche)
}

/** Throws E_FICHE_NOT_YOURS; `fiche.pilots` must be loaded. */
export function mustEdit(person: Person, fiche: Fiche): void {
  if (!mayEdit(person, fiche)) throw new NotYourFiche()
}
