import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { enter } from '../pages_awaited.js'
import { PageRefused, textOf } from '../page.js'
import * as buyer from './buyer.js'
import type { Bid, SentPli, TenderRoad } from './itinerary.js'
import { lay } from './laid_out.js'

const OFFER = /^offre-(\d+)$/

/** How many lots the bids ask for: the highest that one answers; one is a consultation that is not divided. */
export async function lotsAsked(folder: string, bids: Bid[]): Promise<number> {
  const names = await Promise.all(bids.map((bid) => readdir(join(folder, bid.folder))))
  return Math.max(1, ...names.flat().map((name) => Number(OFFER.exec(name)?.[1] ?? 1)))
}

/** The agent divides the draft, each lot worth its part of the whole. */
export async function divide(road: TenderRoad, page: string, count: number): Promise<void> {
  const visitor = await enter(road, road.agent)
  const form = await visitor.get(`${page}/lots`)
  const fields: Record<string, string> = {}
  for (let index = 0; index < count; index++) {
    fields[`lots[${index}][title]`] = `Voyage, part ${index + 1}`
    fields[`lots[${index}][cpv]`] = '45233140'
    fields[`lots[${index}][estimate]`] = (Number(buyer.ESTIMATE) / count).toFixed(2)
  }
  const sent = await visitor.submit(form, /\/lots(\?|$)/, fields)
  if (!sent.html.includes('Modifier les lots'))
    throw new PageRefused(`Les lots ne sont pas gardés : ${textOf(sent.html).slice(0, 600)}`)
}

/** Each lot that somebody answered is noted, signed and notified, one after the other. */
export async function awardLots(road: TenderRoad, page: string): Promise<void> {
  const visitor = await enter(road, road.agent)
  const { html } = await visitor.get(page)
  const waiting = html.matchAll(/href="([^"]+\/lots\/[0-9a-f-]{36})\/attribution"/g)
  for (const [, lot] of waiting) {
    await buyer.award(road, lot)
    const notification = new RegExp(`action="${lot}/notification`)
    await buyer.signed(road, page, notification, 'L’attribution d’un lot')
    await visitor.submit(await visitor.get(page), new RegExp(`${lot}/notification$`))
  }
}

/** The letters of each company, lot by lot. */
export async function layLotLetters(out: string, { siret, base, company }: SentPli): Promise<void> {
  const { html } = await company.visitor.get(base)
  const links = html.matchAll(/href="([^"]+\/lettre\.pdf)"[^>]*>\s*Lot (\d+)/g)
  for (const [, path, number] of links)
    await lay(out, `letters/${siret}-lot-${number}.pdf`, await company.visitor.download(path))
}
