import { proof } from '../road.js'
import { unpack } from '../files.js'
import type { stopwatch } from '../travel.js'
import { Visitor } from '../visitor.js'
import { asksTooEarly } from './before_the_hour.js'
import * as buyer from './buyer.js'
import { comesIn } from './companies.js'
import { gives } from './holders.js'
import { bytesOf } from './bids.js'
import { Hour } from './hour.js'
import type { Bid, Company, SentPli, TenderRoad } from './itinerary.js'
import { lay, layJson } from './laid_out.js'
import { awardLots, divide, lotsAsked } from './lots.js'
import { opened, papers } from './results.js'
import { layReceipts, mustBeAsMeant, told } from './receipts.js'
import { deposits, sends } from './sending.js'

/** For the parapheur and for the companies to come in, before their files. */
const USUAL_SECONDS = 100
const SECONDS_A_BID = 8
/** What is sealed and sent in a second on a machine that is busy with something else. */
const BYTES_A_SECOND = 2_000_000

/** The whole road; throws where it stops. */
export async function roadToAward(
  road: TenderRoad,
  bids: Bid[],
  { steps, timed }: ReturnType<typeof stopwatch>
): Promise<void> {
  const { out } = road
  const sending = SECONDS_A_BID * bids.length + (await bytesOf(road.bids)) / BYTES_A_SECOND
  const hour = new Hour(USUAL_SECONDS + sending)
  const lots = await lotsAsked(road.bids, bids)
  const page = await timed('Consultation rédigée et soumise', async () => {
    const written = await buyer.write(road, hour.at)
    if (lots > 1) await divide(road, written, lots)
    await buyer.submit(road, written)
    return written
  })
  await timed('Règlement signé, consultation en ligne', () =>
    buyer.signed(road, page, /Voir la page publique/, 'La publication')
  )
  const id = page.split('/').at(-1)!
  const trousseau = await timed('Dossier lu sans compte', () => readInPublic(road, id))
  const keepAhead = () => hour.keepAhead((later) => buyer.extend(road, page, later))
  const base = `/moi/marches/${road.place}/${id}`
  const plis = await timed('Plis scellés et envoyés', () =>
    sendAll(road, bids, { base, trousseau, keepAhead })
  )
  const receipts = new Map<string, any>()
  await timed('Plis déposés avant l’heure', async () => {
    for (const pli of plis.filter(({ kind }) => kind !== 'late'))
      receipts.set(pli.folder, await deposits(pli))
  })
  await keepAhead()
  await layJson(out, 'before-deadline.json', await asksTooEarly(road, page, plis[0].pli))
  await timed('Heure limite passée', () => hour.passes())
  for (const pli of plis.filter(({ kind }) => kind === 'late'))
    receipts.set(pli.folder, await deposits(pli))
  await mustBeAsMeant(plis, receipts)
  await timed('Récépissés horodatés', () => layReceipts(out, plis, receipts))
  await timed('Séance ouverte, deux porteurs sur trois', async () => {
    await buyer.openSession(road, page)
    await gives(road, page, road.holders[0])
    await gives(road, page, road.holders[2])
  })
  const states = await timed('Plis ouverts', () => opened(road, page, plis))
  await timed('PV signé', () =>
    buyer.signed(road, page, /Procès-verbal d’ouverture[^]*?Signé/, 'Le PV')
  )
  if (lots > 1) await timed('Lots attribués, signés et notifiés', () => awardLots(road, page))
  else await awardWhole(road, page, timed)
  const { zip } = await timed('Archivé, preuve rassemblée', () => proof(road, page))
  await unpack(zip, out)
  await papers(road, page, plis, lots > 1)
  for (const { key } of road.holders) await layJson(out, `keys/${key.holder}.key.json`, key)
  await layJson(out, 'journey.json', { steps, plis: told(plis, receipts, states) })
}

async function awardWhole(
  road: TenderRoad,
  page: string,
  timed: ReturnType<typeof stopwatch>['timed']
): Promise<void> {
  await timed('Attribution et lettres signées', async () => {
    await buyer.award(road, page)
    await buyer.signed(road, page, /Signée, à notifier/, 'L’attribution')
  })
  await timed('Marché notifié', () => buyer.notify(road, page))
}

/** What everybody reads without an account; the DCE twice, which must be the same. */
async function readInPublic(road: TenderRoad, id: string): Promise<Buffer> {
  const anybody = new Visitor(road.base)
  const base = `/p/${road.place}/marches/${id}`
  const [one, other] = [
    await anybody.download(`${base}/dce.zip`),
    await new Visitor(road.base).download(`${base}/dce.zip`),
  ]
  if (!one.equals(other)) throw new Error('Le dossier n’est pas deux fois le même')
  const trousseau = await anybody.download(`${base}/trousseau.json`)
  await lay(road.out, 'dce.zip', one)
  await lay(road.out, 'rc.pdf', await anybody.download(`${base}/reglement.pdf`))
  await lay(road.out, 'trousseau.json', trousseau)
  await lay(road.out, 'notice.xml', await anybody.download(`${base}/avis.xml`))
  return trousseau
}

async function sendAll(
  road: TenderRoad,
  bids: Bid[],
  { keepAhead, ...to }: { base: string; trousseau: Buffer; keepAhead: () => Promise<void> }
): Promise<SentPli[]> {
  const companies = new Map<string, Company>()
  const plis = []
  for (const bid of bids) {
    const company = companies.get(bid.siret) ?? (await comesIn(road.base, bid.siret))
    companies.set(bid.siret, company)
    plis.push(await sends({ ...to, bids: road.bids }, company, bid))
    await keepAhead()
  }
  return plis
}
