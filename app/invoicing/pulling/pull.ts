import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { chorus, MOST_AT_ONCE, type FoundInvoice } from '../gateways/chorus.js'
import { NO_RESULT } from '../gateways/chorus_call.js'
import Pull from '../models/pull.js'
import { chorusAccount, type ChorusAccount } from '../settings.js'
import { fetchFiles } from './fetch_files.js'
import { follow } from './follow.js'
import { keepFound } from './found.js'
import { failing, succeeded } from './standing.js'

/** How far the first pulling looks back, as Pastell does. */
const FIRST_DAYS = 30
/** Two clocks are never the same: what was read a while before is read again, and changes nothing. */
const OVERLAP_MINUTES = 15

/** Reads what changed at Chorus Pro for a member, and hands the files and the histories over. */
export const pull = defineJob<object>({
  name: 'invoicing.pull',
  title: 'Relever les factures de Chorus Pro',
  queue: 'outside',
  attempts: 1,
  onGiveUp: { nobodyNeeds: 'what fails is on the tray of the member, and it begins again soon' },
  async handle(_payload, { tenantId }) {
    const turn = await tenancy.run(tenantId, begin)
    if (turn) await readChanges(tenantId, turn)
  },
})

interface Turn {
  account: ChorusAccount
  from: Date
  to: Date
}

async function begin(): Promise<Turn | null> {
  const account = chorusAccount(await tenants.current())
  if (!account) return null
  const { readUntil } = await Pull.current()
  const now = clock.now()
  const from = readUntil?.minus({ minutes: OVERLAP_MINUTES }) ?? now.minus({ days: FIRST_DAYS })
  return { account, from: from.toJSDate(), to: now.plus({ minutes: OVERLAP_MINUTES }).toJSDate() }
}

/** Page after page; what a page told is kept even when the next one fails. */
async function readChanges(tenantId: string, { account, from, to }: Turn): Promise<void> {
  const readUntil = clock.now()
  for (let page = 1, pages = 1; page <= pages; page++) {
    const answer = await chorus.search(account, from, to, page)
    if (answer.is === 'refused' && answer.code === NO_RESULT) break
    if (answer.is !== 'said') return tenancy.run(tenantId, () => failing(answer.says))
    const { listeFactures = [], pages: all = 1 } = answer.value
    await tenancy.run(tenantId, () => handOver(listeFactures))
    pages = all
  }
  await tenancy.run(tenantId, () => succeeded(readUntil))
}

async function handOver(lines: FoundInvoice[]): Promise<void> {
  const { bytes, history } = await keepFound(lines)
  for (let first = 0; first < bytes.length; first += MOST_AT_ONCE) {
    await fetchFiles.enqueue({ invoiceIds: bytes.slice(first, first + MOST_AT_ONCE) })
  }
  for (const invoiceId of history) await follow.enqueue({ invoiceId })
}
