import type { News, Told } from '#web/news'
import { here } from '#web/here'
import Consultation from './drafting/consultation.js'
import type { ConsultationEvent } from './drafting/consultation_lifecycle.js'

/** What people are told; the parapheur tells its own signatures. */
const WORDS: Partial<Record<ConsultationEvent, string>> = {
  publish: 'consultation publiée',
  extend: 'heure limite reportée',
  close: 'heure limite passée',
  abandon: 'consultation sans suite',
  record: 'plis ouverts',
  notify: 'marché notifié',
}

const typeOf = (event: string) => `procurement.consultation_${event}`
const wordsByType = new Map(Object.entries(WORDS).map(([event, did]) => [typeOf(event), did]))

export const news: News = {
  permission: 'procurement.read',
  types: [...wordsByType.keys()],
  async tell(entries, { tenant }) {
    const ids = [...new Set(entries.map(({ subject }) => subject.id))]
    const found = await Consultation.query().whereIn('id', ids)
    const known = new Map(found.map((one) => [one.id, one]))
    return new Map(
      entries.flatMap(({ position, type, subject }): [number, Told][] => {
        const one = known.get(subject.id)
        if (!one) return []
        const { id, title, reference } = one
        const url = here('procurement.consultations.show', { tenant, id })
        return [[position, { title, reference, did: wordsByType.get(type)!, url }]]
      })
    )
  },
}
