import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ConsoleOfChorus } from './console_of_chorus.js'
import { keep, unpack } from './files.js'
import { askForService, delayOf, order, paid, received } from './invoice_road.js'
import type { Itinerary } from './itinerary.js'
import { sha256Of } from './pdfs.js'
import { proof, sign } from './road.js'
import type { stopwatch } from './travel.js'

/** What a journey writes, and what each is called in the proof. */
const FROM_PROOF: Record<string, string> = {
  'verdict.json': 'verdict.json',
  'readable.pdf': 'readable.pdf',
  'service-fait.pdf': 'signed.pdf',
  'sip.zip': 'sip.zip',
  'proof.json': 'proof.json',
}

export interface InvoiceJourney extends Itinerary {
  /** The address of the simulated Chorus Pro, `…/cpro`. */
  chorusUrl: string
  /** The SIRET of the commune. */
  buyer: string
}

/**
 * One Factur-X from the tray to the archive: fetched, judged, certified by the mayor, ordered, paid and
 * archived with its bytes. What it became appears in `out` once it is whole.
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
  await settle({ zip, statuses, clock, facts }, road.pdf, out)
}

interface Brought {
  zip: Buffer
  statuses: object
  clock: Buffer
  facts: object
}

/** Everything is laid out aside and looked at, then takes its place in `out`. */
async function settle({ zip, statuses, clock, facts }: Brought, pdf: string, out: string) {
  await mkdir(out, { recursive: true })
  const aside = await mkdtemp(join(out, '.voyage-'))
  try {
    const names = await unpack(zip, aside)
    const missing = Object.values(FROM_PROOF).filter((name) => !names.includes(name))
    if (missing.length > 0) throw new Error(`Il manque ${missing.join(', ')}`)
    const came = names.find((name) => /^received\./.test(name))
    const sha256 = await sha256Of(pdf)
    if (!came || (await sha256Of(join(aside, came))) !== sha256)
      throw new Error('L’archive ne tient pas les octets reçus')
    const written: Record<string, Buffer> = {
      'statuses.json': Buffer.from(JSON.stringify(statuses, null, 2)),
      'clock.json': Buffer.from(JSON.stringify(JSON.parse(clock.toString()), null, 2)),
    }
    for (const [name, kept] of Object.entries(FROM_PROOF))
      written[name] = await readFile(join(aside, kept))
    const files = Object.keys(written)
    written['journey.json'] = Buffer.from(JSON.stringify({ ...facts, sha256, files }, null, 2))
    const whole = join(aside, 'whole')
    for (const [name, bytes] of Object.entries(written)) await keep(whole, name, bytes)
    for (const name of Object.keys(written)) await rename(join(whole, name), join(out, name))
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}
