import type { Operation } from '#web/api/operation'
import { nodeFor } from '../access/allowed.js'
import { redactionBody } from '../redaction/read_redaction.js'
import { redactDocument } from '../redaction/redact_document.js'
import { documentShape, documentUrl, toldDocument } from './resources.js'

/** A copy of a document that says no more some of its words. */
export const redactionOperations: Operation[] = [
  {
    permission: 'ged.write',
    name: 'redact',
    call: 'POST /documents/:document/occultation',
    title: 'Faire une copie occultée d’un document',
    says: 'words : les mots à retirer, sur toutes les pages ou sur « pages » ; areas : des zones, en parts de la page depuis son coin haut et gauche. Le texte et les points des images disparaissent du fichier, avec ses propriétés, annotations, champs et pièces jointes.',
    body: redactionBody,
    refuses: [409, 507],
    answer: {
      ...{ kind: 'thing', of: 'DocumentRange', shape: documentShape, status: 201 },
      at: ({ id }) => documentUrl(id),
    },
    seen: { nothing: 'a document is added beside, and this one stays as it is' },
    gestures: ['ged.redactions.store'],
    run: async ({ ctx, params, body }) => {
      const { node } = await nodeFor(ctx, params.document, 'editor')
      const { title, words = [], pages = null, areas = [] } = body
      const { copy } = await redactDocument(
        node,
        { title, order: { words, pages, areas } },
        ctx.actor
      )
      return toldDocument(copy)
    },
  },
]
