import { setTimeout as sleep } from 'node:timers/promises'
import type { Itinerary } from './itinerary.js'
import { formsOf, PageRefused, textOf, type Page } from './page.js'
import { enter, until } from './pages_awaited.js'
import type { Visitor } from './visitor.js'

const UUID = /[0-9a-f]{8}-[0-9a-f-]{27}/
const PULLING_LIMIT_MS = 180_000
const PULLING_PAUSE_MS = 1_000

/** Presses « Relever maintenant », until what was awaited has come. */
async function pulling<T>(
  visitor: Visitor,
  tray: string,
  look: () => Promise<T | null>,
  what: string
): Promise<T> {
  const limit = Date.now() + PULLING_LIMIT_MS
  while (Date.now() < limit) {
    const page = await visitor.get(tray)
    await visitor.submit(page, /\/releve$/)
    const found = await look()
    if (found !== null) return found
    await sleep(PULLING_PAUSE_MS)
  }
  throw new PageRefused(`${what} : rien après trois minutes.`)
}

/** 1. The agent finds on her tray what was deposited; returns the address of the invoice. */
export async function received(road: Itinerary, chorusId: number): Promise<string> {
  const visitor = await enter(road, road.agent)
  const tray = `/c/${road.place}/factures`
  const seen = new Map<string, boolean>()
  const look = async () => {
    const { html } = await visitor.get(tray)
    const links = html.matchAll(new RegExp(`${tray}/${UUID.source}`, 'g'))
    for (const link of new Set([...links].map(([found]) => found))) {
      const isIt =
        seen.get(link) ?? textOf((await visitor.get(link)).html).includes(` ${chorusId} `)
      seen.set(link, isIt)
      if (isIt) return link
    }
    return null
  }
  return pulling(visitor, tray, look, 'La facture sur la bannette')
}

/** 2. The agent sends the certificate to be signed; returns the address of the folder. */
export async function askForService(road: Itinerary, invoice: string): Promise<string> {
  const visitor = await enter(road, road.agent)
  const form = await until(visitor, invoice, /\/service-fait"/, 'Les contrôles de la facture')
  const sent = await visitor.submit(form, /\/service-fait$/)
  const folder = new RegExp(`/c/${road.place}/parapheur/dossiers/${UUID.source}`).exec(sent.html)
  if (!folder)
    throw new PageRefused(`Le certificat n’est pas parti : ${textOf(sent.html).slice(0, 600)}`)
  return folder[0]
}

/** 4. The agent notes the mandat, once the service is certified. */
export async function order(road: Itinerary, invoice: string, mandat: string): Promise<void> {
  const visitor = await enter(road, road.agent)
  const isForm = (page: Page) => formsOf(page).some(({ action }) => /\/mandat$/.test(action))
  const form = await until(visitor, invoice, /\/mandat"/, 'Le service fait')
  if (!isForm(form)) throw new PageRefused('La page ne demande pas le mandat')
  await visitor.submit(form, /\/mandat$/, { mandat })
}

/** 5. The agent reads on the page that it is paid and archived. */
export async function paid(road: Itinerary, invoice: string): Promise<void> {
  const visitor = await enter(road, road.agent)
  const look = async () => {
    const { html } = await visitor.get(invoice)
    return /Payée et archivée/.test(html) ? true : null
  }
  await pulling(visitor, `/c/${road.place}/factures`, look, 'La mise en paiement')
}

/** The delay of payment, as a program reads it. */
export async function delayOf(road: Itinerary, invoice: string): Promise<Buffer> {
  return (await enter(road, road.agent)).download(`${invoice}/delai`)
}
