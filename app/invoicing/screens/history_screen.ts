import { people } from '#kernel/people'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import type { JournalEntry } from '#lib/proof'
import type { Meaning } from '#lib/meaning'
import type { InvoiceState } from '#lib/einvoice/lifecycle'
import type Invoice from '../models/invoice.js'
import Validation from '../models/validation.js'
import { VALIDATION_WORDS } from '../rules/validation_words.js'
import type { InvoiceEvent } from '../rules/lifecycle.js'
import { EVENT_WORDS, STATE_WORDS } from '../rules/state_words.js'

interface Entry {
  what: string
  at: Date
  by?: string
  note?: string
  meaning?: Meaning
}

const OTHERS: Record<string, (entry: JournalEntry) => [what: string, meaning: Meaning]> = {
  invoice_received: () => ['Facture reçue et contrôlée', 'done'],
  invoice_service_requested: () => ['Service fait demandé', 'doing'],
  invoice_account_checked: () => ['Compte vérifié auprès du fournisseur', 'doing'],
  invoice_account_confirmed: () => ['Compte confirmé par une seconde personne', 'done'],
  invoice_taken_up: () => ['Reprise demandée', 'doing'],
  invoice_status_taken: ({ data }) => [
    `Statut « ${STATE_WORDS[data.status as InvoiceState].label} » reçu par Chorus Pro`,
    'done',
  ],
}

/** Le fil of an invoice, newest first: its journal, in words. */
export async function historyOf(invoice: Invoice): Promise<Entry[]> {
  const entries = await journal.entriesOf(invoice.ref)
  const names = await people.names(entries.flatMap(({ actor }) => actor.id ?? []))
  const reasons = await reasonsOf(invoice.id)
  return entries
    .reverse()
    .map((entry): Entry => {
      const [what, meaning] = wordsOf(entry)
      const { actor, at } = entry
      const by = actor.id ? names.get(actor.id) : BY[actor.kind]
      return { what, meaning, at: new Date(at), by, note: reasons.get(new Date(at).getTime()) }
    })
    .concat(await validationsOf(invoice.id))
    .sort((one, other) => other.at.getTime() - one.at.getTime())
}

/** What the titulaire, or the maître d’œuvre, said on the way. */
async function validationsOf(invoiceId: string): Promise<Entry[]> {
  const said = await Validation.of(invoiceId)
  return said.map(({ status, at, note }) => {
    const [what, meaning] = VALIDATION_WORDS[status] ?? [status, 'plain']
    return { what, meaning, at: at.toJSDate(), by: 'Chorus Pro', note: note ?? undefined }
  })
}

const BY: Record<string, string> = { system: 'la plateforme', outside: 'Chorus Pro' }

function wordsOf(entry: JournalEntry): [string, Meaning] {
  const name = entry.type.replace('invoicing.', '')
  const event = name.replace('invoice_', '') as InvoiceEvent
  return EVENT_WORDS[event] ?? OTHERS[name]?.(entry) ?? [entry.type, 'plain']
}

/** What people, or Chorus Pro, gave as a reason, by the moment of the step: the journal holds no words. */
async function reasonsOf(invoiceId: string): Promise<Map<number, string>> {
  const rows: { at: Date; reason: string }[] = await tenancy
    .trx()
    .from('invoicing.invoice_transitions')
    .where({ tenant_id: tenancy.tenantId(), invoice_id: invoiceId })
    .whereNotNull('reason')
  return new Map(rows.map(({ at, reason }) => [at.getTime(), reason]))
}
