import vine from '@vinejs/vine'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { dueDocuments } from '../eliminations/due.js'
import { listsManaged, MOST_LINES } from '../eliminations/open_elimination.js'

const dueShape = vine.create({
  id: told.id(),
  title: told.text(),
  type: told.text().nullable(),
  /** xsd:duration, as archives write a DUA. */
  rule: told.text(),
  /** The last day of its time. */
  until: told.day(),
})

/** What may be proposed to the archives for destruction, for who manages it. */
export const eliminationOperations: Operation[] = [
  {
    permission: 'ged.open',
    name: 'due_documents',
    call: 'GET /eliminations/propositions',
    title: 'Lister les documents que l’on peut proposer à l’élimination',
    says: `Ceux dont la durée est finie, que leur sort final élimine et que rien ne gèle ; ce qui finit d’abord en premier, ${MOST_LINES} au plus : un bordereau n’en porte pas davantage.`,
    answer: { kind: 'list', of: 'DocumentAEliminer', shape: dueShape },
    gestures: [],
    run: async ({ ctx }) => {
      const due = await dueDocuments(await listsManaged(ctx), { most: MOST_LINES })
      const items = due.map(({ id, title, type, rule, until }) => ({
        id,
        title,
        type,
        rule,
        until,
      }))
      return { items, next: null }
    },
  },
]
