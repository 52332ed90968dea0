import vine from '@vinejs/vine'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { levelsFor, nodeFor } from '../access/allowed.js'
import { proposalsFor } from '../learning/proposals.js'
import { accept, proposalFor, proposalSeen, silence } from '../learning/settle_proposal.js'

const proposalShape = vine.create({
  /** To be said by who accepts it. */
  key: told.text(),
  /** In French, as the page says it. */
  says: told.text(),
  /** How many papers that came before agree. */
  count: told.count(),
  likeness: vine.object({
    kind: told.oneOf(['sender', 'pattern', 'word'] as const),
    said: told.text(),
  }),
})

/** What was learnt of the papers that came by themselves, and what one answers. */
export const proposalOperations: Operation[] = [
  {
    permission: 'ged.read',
    name: 'proposals',
    call: 'GET /documents/:document/propositions',
    title: 'Lire ce qui est proposé pour un document venu de lui-même',
    says: 'D’après ce que l’on a fait de ceux qui lui ressemblent ; rien ne se fait sans qu’on l’accepte. Aucune ou une.',
    answer: { kind: 'list', of: 'PropositionDocument', shape: proposalShape },
    gestures: [],
    run: async ({ ctx, params }) => {
      const { node } = await nodeFor(ctx, params.document)
      const proposals = await proposalsFor([node.id], [...(await levelsFor(ctx)).keys()])
      const items = [...proposals.values()].map(({ key, says, count, likeness }) => ({
        ...{ key, says, count, likeness },
      }))
      return { items, next: null }
    },
  },
  {
    permission: 'ged.write',
    name: 'take_proposal',
    call: 'POST /documents/:document/propositions',
    title: 'Accepter ce qui est proposé pour un document',
    body: proposalSeen,
    refuses: [409],
    answer: { kind: 'nothing' },
    seen: { nothing: 'its key says what was seen: a proposal that changed since is refused' },
    gestures: ['ged.proposals.store'],
    run: async ({ ctx, params, body }) =>
      accept(ctx, await proposalFor(ctx, params.document, body.key)),
  },
  {
    permission: 'ged.write',
    name: 'silence_proposal',
    call: 'POST /documents/:document/propositions/refus',
    title: 'Ne plus rien proposer de ce qui ressemble à un document en cela',
    body: proposalSeen,
    refuses: [409],
    answer: { kind: 'nothing' },
    seen: { nothing: 'its key says what was seen: a proposal that changed since is refused' },
    gestures: ['ged.proposals.destroy'],
    run: async ({ ctx, params, body }) =>
      silence(ctx, await proposalFor(ctx, params.document, body.key)),
  },
]
