import { defineJob } from '#kernel/jobs'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { chorus } from '../gateways/chorus.js'
import type { Downloaded } from '../gateways/downloaded.js'
import Invoice from '../models/invoice.js'
import { chorusAccount } from '../settings.js'
import { holdUp } from '../trouble.js'
import { receive } from './receive.js'
import { failing } from './standing.js'

/** Chorus Pro did not give them yet: the queue tries again later. */
class NotYet extends Error {}

/** Brings the files of at most ten invoices, once each. */
export const fetchFiles = defineJob<{ invoiceIds: string[] }>({
  name: 'invoicing.fetch_files',
  title: 'Télécharger les factures',
  queue: 'outside',
  attempts: 12,
  async onGiveUp({ invoiceIds }, about) {
    for (const invoiceId of invoiceIds) await holdUp(invoiceId, about)
  },
  async handle({ invoiceIds }, { tenantId }) {
    const [account, waiting] = await tenancy.run(tenantId, async () => {
      const found = await Invoice.query().whereIn('id', invoiceIds).whereNull('documentId')
      return [chorusAccount(await tenants.current()), found] as const
    })
    if (!account || waiting.length === 0) return
    const answer = await chorus.download(
      account,
      waiting.map(({ chorusId }) => Number(chorusId))
    )
    if (answer.is === 'said') {
      const alone = await keepAll(tenantId, waiting, answer.value)
      // A single file that does not say whose it is is nobody's: it is asked for again
      if (alone.length === waiting.length && alone.length === 1) throw new NotYet('no file came')
      return tenancy.run(tenantId, () => askAlone(alone))
    }
    if (answer.is === 'too_large' && waiting.length > 1)
      return tenancy.run(tenantId, () => askAlone(waiting))
    await tenancy.run(tenantId, () => failing(answer.says))
    throw new NotYet(answer.says)
  },
})

/** Keeps what came; gives back the invoices for which nothing did. */
async function keepAll(tenantId: string, waiting: Invoice[], files: Map<number, Downloaded>) {
  const missing: Invoice[] = []
  for (const invoice of waiting) {
    const file = files.get(Number(invoice.chorusId))
    if (file && file.bytes.length > 0) await keep(tenantId, invoice, file)
    else missing.push(invoice)
  }
  return missing
}

/** The bytes first, as they came: what cannot be read is not lost. */
async function keep(tenantId: string, invoice: Invoice, { name, bytes }: Downloaded) {
  const sha256 = await tenancy.run(tenantId, async () => {
    const held = await Invoice.hold(invoice.id)
    if (held.documentId) return null
    const isNamed = name !== 'facture.pdf'
    const kept = await documents.store(bytes, {
      name: isNamed ? name : `facture-${held.number}.pdf`,
      maxBytes: 200_000_000,
    })
    await held.merge({ documentId: kept.id }).save()
    await receive.enqueue({ invoiceId: held.id })
    return kept.sha256
  })
  return sha256
}

async function askAlone(invoices: Invoice[]): Promise<void> {
  for (const { id } of invoices) await fetchFiles.enqueue({ invoiceIds: [id] })
}
