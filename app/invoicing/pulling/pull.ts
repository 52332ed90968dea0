import { clock } from '#kernel/clock'
import { defineJob } from '#kernel/jobs'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { chorus, MOST_AT_ONCE, type FoundInvoice, type InvoiceKind } from '../gateways/chorus.js'
import { NO_RESULTS } from '../gateways/chorus_call.js'
import Pull from '../models/pull.js'
import { chorusAccount, receivesWorks, type ChorusAccount } from '../settings.js'
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
  kinds: InvoiceKind[]
  from: Date
  to: Date
}

async function begin(): Promise<Turn | null> {
  const tenant = await tenants.current()
  const account = chorusAccount(tenant)
  if (!account) return null
  const kinds: InvoiceKind[] = receivesWorks(tenant) ? ['FACTURE', 'FACTURE_TRAVAUX'] : ['FACTURE']
  const { readUntil } = await Pull.current()
  const now = clock.now()
  const from = readUntil?.minus({ minutes: OVERLAP_MINUTES }) ?? now.minus({ days: FIRST_DAYS })
  return {
    account,
    kinds,
    from: from.toJSDate(),
    to: now.plus({ minutes: OVERLAP_MINUTES }).toJSDate(),
  }
}

/** Page after page; what a page told is kept even when the next one fails. */
async function readChanges(tenantId: string, { kinds, ...turn }: Turn): Promise<void> {
  const readUntil = clock.now()
  for (const kind of kinds) {
    const trouble = await readKind(tenantId, turn, kind)
    if (trouble) return tenancy.run(tenantId, () => failing(trouble))
  }
  await tenancy.run(tenantId, () => succeeded(readUntil))
}

/** Every page of a kind of invoices; why it was not read whole, or null. */
async function readKind(
  tenantId: string,
  { account, from, to }: Omit<Turn, 'kinds'>,
  kind: InvoiceKind
): Promise<string | null> {
  for (let page = 1, pages = 1; page <= pages; page++) {
    const answer = await chorus.search(account, from, to, page, kind)
    if (answer.is === 'refused' && NO_RESULTS.includes(answer.code)) return null
    if (answer.is !== 'said') return answer.says
    const { listeFactures = [], pages: all = 1 } = answer.value
    await tenancy.run(tenantId, () => handOver(listeFactures))
    pages = all
  }
  return null
}

async function handOver(lines: FoundInvoice[]): Promise<void> {
  const { bytes, history } = await keepFound(lines)
  for (let first = 0; first < bytes.length; first += MOST_AT_ONCE) {
    await fetchFiles.enqueue({ invoiceIds: bytes.slice(first, first + MOST_AT_ONCE) })
  }
  for (const invoiceId of history) await follow.enqueue({ invoiceId })
}
