import { SealingRefused } from '#lib/sealing'
import { pageOf } from '#lib/page_of'
import { pageAfter } from '#web/cursor'
import type { Meaning } from '#lib/meaning'
import Consultation from '../drafting/consultation.js'
import { TrousseauSwapped } from '../errors.js'
import { quorumWords } from '../rules/quorum.js'
import Holder from './holder.js'

const SHOWN = 50
const KEYED = ['in_validation', 'online', 'closed', 'opening'] as const

export interface Quorum {
  consultation: Consultation
  meaning: Meaning
  words: string
}

/** What a page says of a trousseau that is no longer that of its règlement. */
const SWAPPED = {
  meaning: 'trouble',
  words:
    'Son trousseau n’est plus celui de son règlement : rien ne s’y dépose ni ne s’y ouvre. Prévenez l’exploitant.',
} as const

/**
 * What the keys that stand still allow, of each consultation whose plis are not opened yet: the
 * newest first, fifty at a time after the one named, and what leads to those that follow.
 */
export async function quorums(after: string | null) {
  const living = new Set((await Holder.living()).map(({ handle }) => handle))
  const query = Consultation.query()
    .whereIn('state', [...KEYED])
    .orderBy('id', 'desc')
    .limit(SHOWN + 1)
  if (after) query.where('id', '<', after)
  const { shown, next } = pageOf(await query, SHOWN)
  const told: Quorum[] = []
  for (const consultation of shown)
    told.push({ consultation, ...(await allowed(consultation, living)) })
  return { quorums: told, next: pageAfter(next) }
}

async function allowed(consultation: Consultation, living: Set<string>) {
  try {
    const { holders, threshold } = await consultation.keys()
    const standing = holders.filter(({ id }) => living.has(id)).length
    const isPublished = consultation.publishedAt !== null
    return quorumWords({ standing, holders: holders.length, threshold, isPublished })
  } catch (error) {
    if (error instanceof TrousseauSwapped || error instanceof SealingRefused) return SWAPPED
    throw error
  }
}
