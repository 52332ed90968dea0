import { defineIndexed } from '#web/search'
import Acte from './models/acte.js'
import Annexe from './models/annexe.js'

/**
 * An acte by its numero, its objet, its nature and the text of its documents; in public, by what the
 * register says of it, and by its document when everybody reads the whole of it.
 */
export const actesIndexed = defineIndexed('actes.acte', Acte, async (acte) => {
  // A new row does not have yet what the base puts in by default
  const { objet = '', numero = '', identifier = null, nature = null } = acte
  const matiere = acte.matiere ?? ''
  const isWhole = acte.publicForm === 'whole'
  return {
    permission: 'actes.read',
    words: { A: [numero, objet, acte.publicObjet], C: [nature?.label, identifier, matiere] },
    publicWords:
      acte.publicForm === 'none' ? null : { A: [numero, acte.shownObjet], C: [nature?.label] },
    documents: [
      ...(acte.documentId ? [{ id: acte.documentId, isPublic: isWhole }] : []),
      // The register gives the acte alone
      ...(await acte.annexes()).map(({ documentId: id }) => ({ id, isPublic: false })),
    ],
  }
}).with(Annexe, ({ acteId }) => acteId)
