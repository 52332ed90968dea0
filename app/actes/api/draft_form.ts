import type { Actor } from '#kernel/actor'
import Acte from '../models/acte.js'
import { toDay } from '../models/days.js'
import { BLANK } from '../blank.js'
import type { ActeForm } from '../validators/acte_form.js'

/** A draft of which a program is about to say something. */
export const blankActe = ({ id }: Actor): Acte => new Acte().merge({ ...BLANK, createdBy: id })

/** What a draft says already, as its form would send it back. */
export const formOf = (acte: Acte): ActeForm => ({
  nature: acte.natureCode,
  matiere: acte.matiere,
  numero: acte.numero,
  objet: acte.objet,
  decisionDate: toDay(acte.decisionDate ?? null)?.toString() ?? null,
  typePJ: acte.typePj,
  paperToo: acte.paperToo,
  withheld: acte.withheld,
  previousIdentifier: acte.previousIdentifier,
})
