import { narrowByWords } from '#web/search'
import { depositsIndexed } from '../indexed.js'
import Deposit from '../models/deposit.js'
import { depositLifecycle, type DepositState } from '../models/deposit_lifecycle.js'
import { STATE_WORDS } from './deposit_words.js'

const PAGE = 50

export interface DepositFilters {
  state?: string
  words?: string
  /** The last identifier of the page before: identifiers grow with time. */
  before?: string | null
}

/** A page of deposits, newest first, with the cursor of the next one. */
export async function depositList({ state, words, before }: DepositFilters) {
  const query = Deposit.query()
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
  if (isState(state)) query.where('state', state)
  if (before) query.where('id', '<', before)
  await narrowByWords(query, depositsIndexed, words ?? '')
  const found = await query
  const page = found.slice(0, PAGE)
  return {
    deposits: page.map((deposit) => ({
      id: deposit.id,
      title: deposit.title,
      reference: deposit.description.reference ?? deposit.messageIdentifier,
      at: deposit.createdAt,
      archiveIdentifier: deposit.archiveIdentifier,
      state: STATE_WORDS[deposit.state],
    })),
    next: found.length > PAGE ? page.at(-1)!.id : null,
  }
}

/** The states as a filter offers them. */
export const STATE_OPTIONS = depositLifecycle.states.map((value) => ({
  value,
  label: STATE_WORDS[value].label,
}))

function isState(state?: string): state is DepositState {
  return depositLifecycle.states.some((known) => known === state)
}
