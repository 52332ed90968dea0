import { tenancy } from '#kernel/tenancy'
import { askedOf } from '#lib/french/search/asked'
import { answer, answerRighted, type Part } from './answer.js'
import type { SearchedOwner } from './contexts.js'
import { readQuestion } from './question.js'

export interface Found extends Part {
  /** Nothing was looked for: only words that are everywhere. */
  isTooCommon: boolean
}

/**
 * The documents of some owners that answer best to a search with its signs, best first; misspelt
 * words are righted when nothing else answers. Call it outside any transaction.
 */
export async function searchDocuments(
  owners: SearchedOwner[],
  typed: string,
  limit: number
): Promise<Found> {
  let isTooCommon = askedOf(typed).isTooCommon
  const parts: Part[] = []
  const misses: (() => Promise<Part | null>)[] = []
  for (const owner of owners) {
    const within = <T>(work: () => Promise<T>) => tenancy.run(owner.tenantId, work)
    const { question, missed, ...part } = await within(async () => {
      const question = await readQuestion(typed)
      return { question, ...(await answer({ owner, question, limit })) }
    })
    parts.push(part)
    isTooCommon = question.asked.isTooCommon
    if (missed.length === 0) continue
    misses.push(() => within(() => answerRighted({ owner, question, limit }, typed, missed)))
  }
  if (parts.every(({ total }) => total === 0)) {
    for (const again of misses) parts.push(...[(await again()) ?? []].flat())
  }
  return { ...together(parts, limit), isTooCommon }
}

function together(parts: Part[], limit: number): Part {
  const hits = parts.flatMap((part) => part.hits)
  const corrected = new Map(
    parts.flatMap((part) => part.corrected).map((one) => [`${one.from} ${one.to}`, one])
  )
  return {
    total: parts.reduce((sum, part) => sum + part.total, 0),
    hits: hits.toSorted((one, other) => other.score - one.score).slice(0, limit),
    corrected: [...corrected.values()],
    terms: [...new Set(parts.flatMap(({ terms }) => terms))],
  }
}
