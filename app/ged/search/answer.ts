import { pageFor, pageRighted, type Correction, type Missed, type Page } from '#web/search'
import { lookedFor, type Asked } from '#lib/french/search/asked'
import type { SearchedOwner } from './contexts.js'
import { type Hit, hitOf, TELLING, type Told } from './hits.js'
import { nodesIndexed, permissionOf } from './indexed.js'
import { ofEntries, type Question } from './question.js'
import { withoutWords } from './without_words.js'

/** What one owner answers to a search. */
export interface Part {
  /** Counted up to `MOST_COUNTED`. */
  total: number
  hits: Hit[]
  corrected: Correction[]
  /** The words that were looked for. */
  terms: string[]
}

/** A search of one owner: as whom, what, and how many of the best. */
interface Asking {
  owner: SearchedOwner
  question: Question
  limit: number
}

/** What answers in the tenant in context, and the terms that are why nothing does. */
export async function answer(asking: Asking): Promise<Part & { missed: Missed[] }> {
  const { asked } = asking.question
  const page = await pageOf(asking, asked)
  return { ...partOf(page, asked, []), missed: page.missed }
}

/** What would answer if the terms that nothing holds were written as what is nearest. */
export async function answerRighted(
  asking: Asking,
  typed: string,
  missed: Missed[]
): Promise<Part | null> {
  const of = { asked: asking.question.asked, typed, missed }
  const found = await pageRighted(scopeOf(asking.owner), of, (asked) => pageOf(asking, asked))
  return found && partOf(found.page, found.asked, found.corrected)
}

function partOf(page: Page<Told>, asked: Asked, corrected: Correction[]): Part {
  const terms = lookedFor(asked)
  return {
    total: page.total,
    hits: page.best.map((one) => hitOf(one, terms)),
    ...{ terms, corrected },
  }
}

const scopeOf = ({ lists }: SearchedOwner) => ({
  kind: nodesIndexed.kind,
  permissions: lists.map(permissionOf),
})

const pageOf = ({ owner, question: { only }, limit }: Asking, asked: Asked) =>
  pageFor(scopeOf(owner), asked, {
    limit,
    telling: TELLING,
    only: only && ofEntries(only),
    otherwise: asked.isTooCommon
      ? undefined
      : withoutWords(owner.lists, { only, excluded: asked.excluded, limit }),
  })
