import vine from '@vinejs/vine'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { levelsFor } from '../access/allowed.js'
import type Hold from '../holds/hold.js'
import { holdsPage } from '../holds/holds_page.js'
import { holdToLift, liftHold, newHold, nodeToHold, placeHold } from '../holds/place_hold.js'

const holdShape = vine.create({
  id: told.id(),
  /** The document or the folder that it freezes. */
  element: told.id(),
  reason: told.text(),
  placedAt: told.moment(),
  /** Null while it stands. */
  liftedAt: told.moment().nullable(),
})

const toldHold = ({ id, nodeId, reason, placedAt, liftedAt }: Hold) => ({
  ...{ id, element: nodeId, reason },
  placedAt: placedAt.toUTC().toISO()!,
  liftedAt: liftedAt?.toUTC().toISO() ?? null,
})

const page = vine.create({ apres: vine.string().uuid().optional() })

/** What freezes documents and folders, for who manages them. */
export const holdOperations: Operation[] = [
  {
    permission: 'ged.read',
    name: 'holds',
    call: 'GET /gels',
    title: 'Lister les gels, levés ou non',
    says: 'Ceux de ce que la personne lit, le dernier posé d’abord.',
    query: page,
    answer: { kind: 'list', of: 'GelDocuments', shape: holdShape },
    gestures: [],
    run: async ({ ctx, query }) => {
      const lists = [...(await levelsFor(ctx)).keys()]
      const { holds, next } = await holdsPage(lists, query.apres ?? null)
      return { items: holds.map(({ hold }) => toldHold(hold)), next }
    },
  },
  {
    permission: 'ged.write',
    name: 'place_hold',
    call: 'POST /elements/:element/gels',
    title: 'Geler un document ou un dossier',
    says: 'Tant que le gel tient, rien de ce qu’il couvre ne change ni ne disparaît, par aucune porte.',
    body: newHold,
    answer: { kind: 'thing', of: 'GelDocuments', shape: holdShape, status: 201 },
    seen: { nothing: 'a hold is placed beside the others' },
    gestures: ['ged.holds.store'],
    run: async ({ ctx, params, body }) => {
      const node = await nodeToHold(ctx, params.element)
      return toldHold(await placeHold(node, body.reason, ctx.actor))
    },
  },
  {
    permission: 'ged.write',
    name: 'lift_hold',
    call: 'DELETE /gels/:hold',
    title: 'Lever le gel d’un document ou d’un dossier',
    answer: { kind: 'nothing' },
    seen: { nothing: 'a hold that is lifted is not found any more' },
    gestures: ['ged.holds.destroy'],
    run: async ({ ctx, params }) => liftHold(await holdToLift(ctx, params.hold), ctx.actor),
  },
]
