import type { SharedForm } from '#web/forms/shared_form'
import type Acte from './models/acte.js'

const SHOWN: Record<Acte['publicForm'], string> = {
  none: 'rien',
  redacted: 'une copie expurgée',
  whole: 'l’acte entier',
}

/** What everybody reads of an acte: two agents may decide of it, and a copy never goes unseen. */
export const sharedPublication = (acte: Acte): SharedForm => ({
  key: `publication:${acte.id}`,
  what: 'la publication de cet acte',
  stored: {
    shown: SHOWN[acte.publicForm],
    objet: acte.publicForm === 'none' ? null : acte.shownObjet,
    copy: acte.redactedDocumentId ?? null,
  },
  labels: { shown: 'Au registre public', objet: 'Objet public' },
})
