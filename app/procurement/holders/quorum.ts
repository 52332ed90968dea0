import type { Meaning } from '#lib/meaning'
import Consultation from '../drafting/consultation.js'
import { quorumWords } from '../rules/quorum.js'
import Holder from './holder.js'

const SHOWN = 50
const KEYED = ['in_validation', 'online', 'closed', 'opening'] as const

export interface Quorum {
  consultation: Consultation
  meaning: Meaning
  words: string
}

/** What the keys that stand still allow, of each consultation whose plis are not opened yet. */
export async function quorums(): Promise<Quorum[]> {
  const living = new Set((await Holder.living()).map(({ handle }) => handle))
  const consultations = await Consultation.query()
    .whereIn('state', [...KEYED])
    .orderBy('deadline')
    .limit(SHOWN)
  const told = []
  for (const consultation of consultations) {
    const { holders, threshold } = await consultation.keys()
    const standing = holders.filter(({ id }) => living.has(id)).length
    const isPublished = consultation.publishedAt !== null
    const said = quorumWords({ standing, holders: holders.length, threshold, isPublished })
    told.push({ consultation, ...said })
  }
  return told
}
