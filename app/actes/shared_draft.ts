import type { SharedForm } from '#web/forms/shared_form'
import { documents } from '#kernel/documents'
import type Acte from './models/acte.js'
import { toDay } from './models/days.js'

const LABELS = {
  nature: 'Nature',
  matiere: 'Matière',
  numero: 'Numéro',
  objet: 'Objet',
  decisionDate: 'Date de la décision',
  document: 'Document',
  typePJ: 'Type du document',
  annexes: 'Annexes',
  previousIdentifier: 'Acte remplacé',
  paperToo: 'Papier par courrier',
  withheld: 'Non publié',
}

/** The draft of an acte as its form replaces it: two tabs, or two agents, may have it open. */
export async function sharedDraft(acte: Acte): Promise<SharedForm> {
  const annexes = await acte.annexes()
  const ids = [acte.documentId, ...annexes.map(({ documentId }) => documentId)]
  const found = await documents.findMany(ids.filter((id) => typeof id === 'string'))
  const names = new Map(found.map(({ id, name }) => [id, name]))
  return {
    key: `acte:${acte.id}`,
    what: 'ce brouillon',
    labels: LABELS,
    stored: {
      nature: acte.nature?.label ?? null,
      matiere: acte.matiere,
      numero: acte.numero,
      objet: acte.objet,
      decisionDate: toDay(acte.decisionDate)?.toFrench() ?? null,
      document: names.get(acte.documentId ?? '') ?? null,
      documentId: acte.documentId ?? null,
      typePJ: acte.typePj,
      annexes: annexes.map(({ documentId, typePj }) =>
        [names.get(documentId), typePj].filter(Boolean).join(' ')
      ),
      previousIdentifier: acte.previousIdentifier ?? null,
      paperToo: Boolean(acte.paperToo),
      withheld: Boolean(acte.withheld),
    },
  }
}
