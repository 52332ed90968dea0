import { defineIndexed } from '#web/search'
import Acte from './models/acte.js'

/** An acte by its numero, its objet and its nature; in public, by what the register says of it. */
export const actesIndexed = defineIndexed('actes.acte', Acte, (acte) => {
  // A new row does not have yet what the base puts in by default
  const { objet = '', numero = '', identifier = null, nature = null } = acte
  const matiere = acte.matiere ?? ''
  return {
    permission: 'actes.read',
    words: { A: [numero, objet, acte.publicObjet], C: [nature?.label, identifier, matiere] },
    publicWords:
      acte.publicForm === 'none' ? null : { A: [numero, acte.shownObjet], C: [nature?.label] },
  }
})
