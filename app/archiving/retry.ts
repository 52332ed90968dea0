import type { Actor } from '#kernel/actor'
import { prepareDeposit } from './jobs/prepare_deposit.js'
import type Deposit from './models/deposit.js'

/** Tries a deposit again, from its package on, in the transaction in context. */
export async function retryDeposit(deposit: Deposit, by: Actor): Promise<void> {
  // What an archive has rejected it does not take again under the same name; what has failed on
  // our side keeps its name, so that a package which did arrive is not taken twice.
  if (deposit.state === 'rejected') deposit.messageIdentifier = nextName(deposit.messageIdentifier)
  deposit.trouble = null
  deposit.checks = []
  deposit.settledAt = null
  await deposit.apply('retry', by)
  await prepareDeposit.enqueue({ depositId: deposit.id }, { dedupeKey: `archiving.${deposit.id}` })
}

/** "HALLE-42" gives "HALLE-42_1", which gives "HALLE-42_2". */
function nextName(name: string): string {
  const [, base, number] = /^(.*?)(?:_(\d+))?$/.exec(name)!
  return `${base}_${Number(number ?? 0) + 1}`
}
