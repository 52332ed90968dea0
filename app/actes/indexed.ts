import { wordsOfDay } from '#lib/french/search/days'
import { compact } from '#lib/french/search/normalise'
import { defineIndexed } from '#web/search'
import Acte from './models/acte.js'
import Annexe from './models/annexe.js'

/**
 * An acte by its numero, its objet, its nature, its day and the text of its documents; in public, by what the
 * register says of it, and by its document when everybody reads the whole of it.
 */
export const actesIndexed = defineIndexed('actes.acte', Acte, async (acte) => {
  // A new row does not have yet what the base puts in by default
  const { objet = '', numero = '', identifier = null, nature = null } = acte
  const matiere = acte.matiere ?? ''
  const decided = wordsOfDay(acte.decisionDay?.toString())
  const isWhole = acte.publicForm === 'whole'
  return {
    permission: 'actes.read',
    words: {
      A: [numero, compact(numero), objet, acte.publicObjet],
      C: [nature?.label, identifier, matiere],
      D: [decided],
    },
    publicWords:
      acte.publicForm === 'none'
        ? null
        : { A: [numero, compact(numero), acte.shownObjet], C: [nature?.label], D: [decided] },
    documents: [
      ...(acte.documentId ? [{ id: acte.documentId, isPublic: isWhole }] : []),
      // The register gives the acte alone
      ...(await acte.annexes()).map(({ documentId: id }) => ({ id, isPublic: false })),
    ],
  }
}).with(Annexe, ({ acteId }) => acteId)
