import type { Tenant } from '#kernel/tenant'
import type { InvoiceState } from '#lib/einvoice/lifecycle'
import type { Meaning } from '#lib/meaning'
import { day } from '#web/dates'
import type Invoice from '../models/invoice.js'
import Status from '../models/status.js'
import { shownDay } from '../readable/shown_day.js'
import { amountWords } from '../readable/words.js'
import { STATE_WORDS } from '../rules/state_words.js'
import { clockWords } from './clock_screen.js'

const CHORUS = 'Chorus Pro'

/** Where her invoice is, in the words of who waits for her money. */
const WORDS_FOR_SUPPLIER: Record<InvoiceState, string> = {
  deposited: 'Déposée',
  on_its_way: 'En chemin',
  available: 'Reçue par l’acheteur',
  to_recycle: 'À adresser de nouveau',
  suspended: 'Suspendue : à compléter',
  completed: 'Complétée',
  service_done: 'Service fait constaté',
  ordered: 'Mandatée',
  with_accountant: 'Chez le comptable public',
  accounted: 'Comptabilisée',
  paid: 'Mise en paiement',
  refused: 'Rejetée',
}

/** The steps as their supplier meets them, in the order of most invoices. */
const STEPS: [InvoiceState, string][] = [
  ['available', 'Reçue'],
  ['service_done', 'Service fait'],
  ['ordered', 'Mandatée'],
  ['paid', 'Mise en paiement'],
]

/** What the supplier of an invoice reads of it: each step with its day, and when it is owed. */
export async function followScreen(invoice: Invoice, tenant: Tenant) {
  const statuses = await Status.of(invoice.id)
  const reached = new Map(statuses.map((status) => [status.status, status]))
  const next = STEPS.findIndex(([state]) => !reached.has(state))
  return {
    title: `Votre facture ${invoice.number}`,
    buyer: tenant.name,
    badge: { ...STATE_WORDS[invoice.state], label: WORDS_FOR_SUPPLIER[invoice.state] },
    facts: [
      { name: 'Adressée à', value: tenant.name },
      { name: 'Datée du', value: shownDay(invoice.issuedDay) },
      { name: 'À payer', value: amountWords(invoice.amountDue, invoice.currency) },
    ],
    delay: await clockWords(invoice),
    steps: STEPS.map(([state, label], rank) => ({
      label,
      note: dayReached(reached.get(state)),
      meaning: (reached.has(state) ? 'done' : undefined) as Meaning | undefined,
      current: rank === next,
    })),
    statuses: statuses
      .map(({ status, at, note }) => ({
        what: WORDS_FOR_SUPPLIER[status],
        meaning: STATE_WORDS[status].meaning,
        at: at.toJSDate(),
        by: CHORUS,
        note: note ?? undefined,
      }))
      .reverse(),
  }
}

const dayReached = (status?: Status): string => (status ? day(status.day) : '')
