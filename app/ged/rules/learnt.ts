import { unaccented } from '#lib/french/search/normalise'
import { tellingOf } from '#lib/french/search/query'
import { stemOf } from './names.js'

/** What papers are alike in. */
export type Likeness = { kind: 'sender' | 'pattern' | 'word'; said: string }

/** A paper that came by itself. */
export interface Paper {
  name: string
  /** The address of who sent it; null of a scan. */
  sender: string | null
  /** The day when it came, AAAA-MM-JJ. */
  cameOn: string
}

/** What people made of one. */
export interface Outcome {
  typeId: string | null
  /** The folder where it stands; null at the root of its space. */
  parentId: string | null
  spaceId: string
  title: string
  /** AAAA-MM-JJ */
  date: string | null
}

/** One that somebody corrected, the last ones first. */
export interface Corrected extends Paper {
  outcome: Outcome
}

/** What one more would become, as the last `count` that were alike in something. */
export interface Learnt {
  likeness: Likeness
  count: number
  /** Only what they agree on, and that it is not already. */
  becomes: Partial<Outcome>
}

/** Fewer are no habit. */
const ENOUGH = 3

const SHORTEST_WORD = 4

/** In what a paper is like others, what tells most first. */
export function likenessesOf({ name, sender }: Paper): Likeness[] {
  const stem = unaccented(stemOf(name))
  const pattern = stem
    .replace(/\d+/g, '#')
    .replace(/[\s_]+/g, ' ')
    .trim()
  const words = tellingOf(stem.match(/[a-z]+/g) ?? [])
  return [
    ...(sender ? [{ kind: 'sender' as const, said: sender.toLowerCase() }] : []),
    ...(/[a-z]/.test(pattern) ? [{ kind: 'pattern' as const, said: pattern }] : []),
    ...[...new Set(words)]
      .filter((word) => word.length >= SHORTEST_WORD)
      .map((said) => ({ kind: 'word' as const, said })),
  ]
}

/**
 * What a paper would become by what people made of those that are like it, the last first: as long as
 * they agree, and when they are enough. Null when nothing is learnt, or it is that already.
 */
export function learntOf(
  paper: Paper & { now: Outcome },
  corrected: Corrected[],
  refused: Likeness[]
): Learnt | null {
  const isRefused = (one: Likeness) => refused.some((other) => isSame(one, other))
  for (const likeness of likenessesOf(paper)) {
    if (isRefused(likeness)) continue
    const alike = corrected.filter((one) => likenessesOf(one).some((own) => isSame(own, likeness)))
    const count = agreeing(alike)
    if (count < ENOUGH) continue
    const becomes = differing(agreedBy(alike.slice(0, count), paper), paper.now)
    if (Object.keys(becomes).length > 0) return { likeness, count, becomes }
  }
  return null
}

const isSame = (one: Likeness, other: Likeness) =>
  one.kind === other.kind && one.said === other.said

const placeOf = ({ spaceId, parentId }: Outcome) => `${spaceId}/${parentId ?? ''}`

/** How many, from the last, became of one type in one place. */
function agreeing(alike: Corrected[]): number {
  const [last] = alike
  const other = alike.findIndex(
    ({ outcome }) =>
      outcome.typeId !== last.outcome.typeId || placeOf(outcome) !== placeOf(last.outcome)
  )
  return other === -1 ? alike.length : other
}

/** A title or a day is learnt when all have it: the same words, or the day when each came. */
function agreedBy(alike: Corrected[], { cameOn }: Paper): Partial<Outcome> {
  const [{ outcome }] = alike
  const isOneTitle = alike.every((one) => one.outcome.title === outcome.title)
  const isItsDay = alike.every((one) => one.outcome.date === one.cameOn)
  return {
    ...(outcome.typeId && { typeId: outcome.typeId }),
    ...{ spaceId: outcome.spaceId, parentId: outcome.parentId },
    ...(isOneTitle && { title: outcome.title }),
    ...(isItsDay && { date: cameOn }),
  }
}

/** What would change; a day that is said already is believed. */
function differing(agreed: Partial<Outcome>, now: Outcome): Partial<Outcome> {
  const { typeId, title, date, spaceId, parentId } = agreed
  const isThere = spaceId === now.spaceId && parentId === now.parentId
  return {
    ...(typeId && typeId !== now.typeId && { typeId }),
    ...(!isThere && { spaceId, parentId }),
    ...(title && title !== now.title && { title }),
    ...(date && !now.date && { date }),
  }
}
