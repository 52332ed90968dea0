import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { TOLD, type PliState } from '#app/procurement/rules/pli_lifecycle'
import { enter } from '../pages_awaited.js'
import { PageRefused } from '../page.js'
import { Visitor } from '../visitor.js'
import { everyPli } from './asking.js'
import type { SentPli, TenderRoad } from './itinerary.js'
import { lay, layZip, placeIn } from './laid_out.js'
import { saves } from './saving.js'
import { layLotLetters } from './lots.js'

const OPENING_LIMIT_MS = 180_000

/** Waits until every pli is opened, lays out what they hold, and compares it with what was sent. */
export async function opened(
  road: TenderRoad,
  page: string,
  plis: SentPli[]
): Promise<Map<string, string>> {
  const visitor = await enter(road, road.agent)
  const found = await settled(visitor, page)
  const states = new Map<string, string>()
  for (const { id, state, siret, files } of found) {
    const sent = plis.find(({ pli }) => pli === id)
    if (!sent) continue
    states.set(id, TOLD[state as PliState])
    const zip = join(road.out, 'plis', `${sent.folder}.zip`)
    await saves(visitor, `${page}/plis/${id}/pli.zip`, zip)
    await layZip(join(road.out, 'plis', sent.folder), zip)
    await rm(zip)
    if (sent.kind !== 'bid') continue
    if (files.length !== sent.documents.length)
      throw new Error(`Le pli ${sent.folder} ne rend pas tous ses fichiers`)
    for (const { id: file, envelope, name } of files) {
      const path = placeIn(road.out, `opened/${siret}/${envelope}/${name}`)
      const digest = await saves(visitor, `${page}/plis/${id}/fichiers/${file}`, path)
      if (digest !== digestOf(sent, envelope, name))
        throw new Error(`« ${name} » n’est pas rendu tel quel`)
    }
  }
  return states
}

/** By the name of the pli: on the disk of who sent it, its accents may be decomposed. */
const digestOf = ({ documents }: SentPli, envelope: string, name: string) =>
  documents.find((one) => one.envelope === envelope && one.name === name)?.sha256

async function settled(visitor: Visitor, page: string): Promise<any[]> {
  const limit = Date.now() + OPENING_LIMIT_MS
  for (;;) {
    const plis = await everyPli(visitor, `${page}/plis`)
    if (plis.every(({ state }: { state: string }) => state !== 'sealed')) return plis
    if (Date.now() > limit) throw new PageRefused('Les plis ne s’ouvrent pas')
    await sleep(250)
  }
}

/** The PV, the letters and the essential data. */
export async function papers(
  road: TenderRoad,
  page: string,
  plis: SentPli[],
  isDivided: boolean
): Promise<void> {
  const visitor = await enter(road, road.agent)
  const { html } = await visitor.get(page)
  const pv = /href="([^"]+\/pieces\/[0-9a-f-]{36})"[^>]*>[^<]*pv-ouverture/.exec(
    html.replace(/\s+/g, ' ')
  )
  if (!pv) throw new PageRefused('La page ne mène pas au PV')
  await lay(road.out, 'pv.pdf', await visitor.download(pv[1]))
  for (const sent of plis) {
    const { kind, siret, base, pli, company } = sent
    if (kind !== 'bid') continue
    if (isDivided) {
      await layLotLetters(road.out, sent)
      continue
    }
    const letter = await company.visitor.download(`${base}/plis/${pli}/lettre.pdf`)
    await lay(road.out, `letters/${siret}.pdf`, letter)
  }
  const anybody = new Visitor(road.base)
  const year = new Date().getFullYear()
  for (const kind of ['json', 'xml'])
    await lay(
      road.out,
      `decp.${kind}`,
      await anybody.download(`/p/${road.place}/marches/decp/${year}/marches.${kind}`)
    )
}
