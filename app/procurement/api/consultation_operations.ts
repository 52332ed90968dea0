import vine from '@vinejs/vine'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { isUuid } from '#lib/values'
import Consultation from '../drafting/consultation.js'

const PAGE = 50

const shape = vine.create({
  id: told.id(),
  reference: told.text(),
  title: told.text(),
  state: told.text(),
  stateLabel: told.text(),
  cpv: told.text(),
  deadline: told.moment(),
  fingerprint: told.text().nullable(),
})

const toldOf = (one: Consultation) => ({
  ...{ id: one.id, reference: one.reference, title: one.title, state: one.state, cpv: one.cpv },
  stateLabel: one.shownState.label,
  deadline: one.deadline.toUTC().toISO()!,
  fingerprint: one.fingerprint,
})

const common = { permission: 'procurement.read', gestures: [] }

/** What a program of the buyer reads; plis are counted nowhere before the hour. */
export const consultationOperations: Operation[] = [
  {
    ...common,
    name: 'list',
    call: 'GET /consultations',
    title: 'Lister les consultations',
    query: vine.create({ apres: vine.string().maxLength(60).optional() }),
    answer: { kind: 'list', of: 'Consultation', shape },
    async run({ query }) {
      const find = Consultation.query()
        .orderBy('id', 'desc')
        .limit(PAGE + 1)
      if (isUuid(query.apres)) find.where('id', '<', query.apres)
      const found = await find
      const items = found.slice(0, PAGE)
      return { items: items.map(toldOf), next: found.length > PAGE ? items.at(-1)!.id : null }
    },
  },
  {
    ...common,
    name: 'show',
    call: 'GET /consultations/:id',
    title: 'Lire une consultation',
    answer: { kind: 'thing', of: 'Consultation', shape },
    run: async ({ params }) => toldOf(await Consultation.get(params.id)),
  },
]
