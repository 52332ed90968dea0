import vine from '@vinejs/vine'
import type { Operation } from '#web/api/operation'
import { isUuid } from '#lib/values'
import Consultation from '../drafting/consultation.js'
import {
  consultationAnswer,
  lineShape,
  toldConsultation,
  toldLine,
} from './consultation_resource.js'

const PAGE = 50
const common = { permission: 'procurement.read', gestures: [] }

/** What a program of the buyer reads; plis are counted nowhere before the hour. */
export const consultationOperations: Operation[] = [
  {
    ...common,
    name: 'list',
    call: 'GET /consultations',
    title: 'Lister les consultations',
    query: vine.create({ apres: vine.string().maxLength(60).optional() }),
    answer: { kind: 'list', of: 'Consultation', shape: lineShape },
    async run({ query }) {
      const find = Consultation.query()
        .orderBy('id', 'desc')
        .limit(PAGE + 1)
      if (isUuid(query.apres)) find.where('id', '<', query.apres)
      const found = await find
      const items = found.slice(0, PAGE)
      return { items: items.map(toldLine), next: found.length > PAGE ? items.at(-1)!.id : null }
    },
  },
  {
    ...common,
    name: 'show',
    call: 'GET /consultations/:id',
    title: 'Lire une consultation',
    answer: consultationAnswer(),
    run: async ({ params }) => toldConsultation(await Consultation.get(params.id)),
  },
]
