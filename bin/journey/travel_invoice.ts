import { ConsoleOfChorus } from './console_of_chorus.js'
import { askForService, delayOf, order, paid, received } from './invoice_road.js'
import type { Itinerary } from './itinerary.js'
import { layInvoice } from './lay_invoice.js'
import { proof, sign } from './road.js'
import type { stopwatch } from './travel.js'

export interface InvoiceJourney extends Itinerary {
  /** The address of the simulated Chorus Pro, `…/cpro`. */
  chorusUrl: string
  /** The SIRET of the commune. */
  buyer: string
}

/**
 * One Factur-X from the tray to the archive: fetched, judged, certified by the mayor, ordered, paid and
 * archived with its bytes, its sealed proof beside. What it became appears in `out` once it is whole.
 */
export async function travelInvoice(
  road: InvoiceJourney,
  out: string,
  { steps, timed }: ReturnType<typeof stopwatch>
): Promise<void> {
  const chorus = new ConsoleOfChorus(road.chorusUrl)
  const { id, number } = await timed('Facture déposée sur Chorus Pro', () =>
    chorus.deposit(road.pdf, road.buyer)
  )
  const invoice = await timed('Relevée et contrôlée', () => received(road, id))
  const folder = await timed('Certificat envoyé en signature', () => askForService(road, invoice))
  await timed('Signature de la maire', () => sign(road, folder))
  const mandat = `J-${id}`
  await timed('Service fait constaté, mandat noté', () => order(road, invoice, mandat))
  await timed('Mise en paiement et archivée', () => paid(road, invoice))
  const { zip, deposit } = await timed('Preuve rassemblée', () => proof(road, invoice))
  const { received: statuses } = await chorus.find(id)
  const clock = await delayOf(road, invoice)
  const facts = { invoice, number, chorusId: id, mandat, folder, deposit, state: 'archived', steps }
  await layInvoice({ zip, statuses, clock, facts }, road.pdf, out)
}
