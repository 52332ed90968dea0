import { defineIndexed } from '#web/search'
import Consultation from './drafting/consultation.js'

/** A consultation by its reference, its objet and what is bought; the estimate is nobody's word. */
export const consultationsIndexed = defineIndexed(
  'procurement.consultation',
  Consultation,
  ({ reference, title, description, cpv }) =>
    Promise.resolve({
      permission: 'procurement.read',
      words: { A: [reference, title], C: [cpv], D: ['consultation marché', description] },
      publicWords: null,
      documents: [],
    })
)
