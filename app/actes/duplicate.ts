import type { Actor } from '#kernel/actor'
import { BLANK } from './blank.js'
import Acte from './models/acte.js'
import { nextNumero } from './screens/acte_form_screen.js'

/**
 * A draft like an acte, whatever became of it, in the transaction in context: what it is about, and
 * none of what makes it a decision, which are its day, its documents and its numero (the next one).
 */
export async function duplicate(acte: Acte, by: Actor): Promise<Acte> {
  const { natureCode, matiere, objet, typePj, paperToo, withheld } = acte
  return Acte.create({
    ...BLANK,
    ...{ natureCode, matiere, objet, typePj, paperToo, withheld },
    numero: await nextNumero(),
    createdBy: by.id,
  })
}
