import { defineIndexed } from '#web/search'
import Consultation from './drafting/consultation.js'

/** A consultation by its reference, its objet and what is bought; the estimate is nobody's word. */
export const consultationsIndexed = defineIndexed(
  'procurement.consultation',
  Consultation,
  ({ reference, title, description, cpv, lotWords, lotCpvs }) =>
    Promise.resolve({
      permission: 'procurement.read',
      words: {
        A: [reference, title],
        // The base gives both to a row that is new: the model has not read them yet
        B: [lotWords ?? ''],
        C: [cpv, ...(lotCpvs ?? [])],
        D: ['consultation marché public', description],
      },
      publicWords: null,
      documents: [],
    })
)
