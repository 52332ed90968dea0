import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DateTime } from 'luxon'
import { filesUnder } from '../../tenders/disk.js'
import { enter, until } from '../pages_awaited.js'
import { PageRefused, textOf, tokenOf } from '../page.js'
import { sign } from '../road.js'
import type { TenderRoad } from './itinerary.js'

export const ESTIMATE = '85000'
const UUID = /[0-9a-f]{8}-[0-9a-f-]{27}/

/** The agent writes the need; returns the page of the consultation, a draft. */
export async function write(road: TenderRoad, deadline: DateTime): Promise<string> {
  const visitor = await enter(road, road.agent)
  const form = await visitor.get(`/c/${road.place}/marches/nouvelle`)
  const hour = deadline.setZone('Europe/Paris')
  const fields = {
    reference: `J${Date.now().toString(36).toUpperCase()}`,
    title: 'Voyage d’une consultation du besoin à l’archive',
    description: 'Reprise des enrobés de la cour de l’école, et pose de deux arbres.',
    nature: 'travaux',
    ccag: 'Travaux',
    estimate: ESTIMATE,
    cpv: '45233140',
    placeCode: '35120',
    durationMonths: '6',
    deadlineDay: hour.toISODate()!,
    deadlineTime: hour.toFormat('HH:mm:ss'),
  }
  const files = []
  for (const { path } of await filesUnder(road.dce))
    // A form sends no folder: its name stays in that of the file
    files.push({ name: path.replaceAll('/', ' - '), bytes: await readFile(join(road.dce, path)) })
  const sent = await visitor.submit(form, /\/marches$/, fields, { dce: files })
  if (!UUID.test(sent.url))
    throw new PageRefused(`La consultation n’est pas gardée : ${textOf(sent.html).slice(0, 600)}`)
  return sent.url
}

/** The agent moves the hour back for everybody, as she does when answers are still on their way. */
export async function extend(road: TenderRoad, page: string, deadline: DateTime): Promise<void> {
  const visitor = await enter(road, road.agent)
  const hour = deadline.setZone('Europe/Paris')
  const sent = await visitor.submit(await visitor.get(`${page}/prorogation`), /\/prorogation$/, {
    deadlineDay: hour.toISODate()!,
    deadlineTime: hour.toFormat('HH:mm:ss'),
    reason: 'Les réponses sont encore en route.',
  })
  if (/prorogation$/.test(sent.url))
    throw new PageRefused(`L’heure n’est pas reportée : ${textOf(sent.html).slice(0, 600)}`)
}

/** Its règlement goes to the parapheur. */
export async function submit(road: TenderRoad, page: string): Promise<void> {
  const visitor = await enter(road, road.agent)
  const submitted = await visitor.submit(await visitor.get(page), /\/publication$/)
  if (!submitted.html.includes('/parapheur/dossiers/'))
    throw new PageRefused(
      `La consultation n’est pas partie : ${textOf(submitted.html).slice(0, 600)}`
    )
}

/** The mayor signs the paper that a consultation waits for, and its page then says what is awaited. */
export async function signed(road: TenderRoad, page: string, says: RegExp, what: string) {
  const visitor = await enter(road, road.agent)
  const waiting = await until(visitor, page, /\/parapheur\/dossiers\//, 'Le dossier du parapheur')
  const folder = new RegExp(`/c/${road.place}/parapheur/dossiers/${UUID.source}`).exec(
    waiting.html
  )![0]
  await sign(road, folder)
  return until(visitor, page, says, what)
}

/** The session of opening, and the shares of each holder as her browser opens them. */
export async function openSession(road: TenderRoad, page: string): Promise<void> {
  const visitor = await enter(road, road.agent)
  const form = await visitor.get(`${page}/ouverture`)
  await visitor.submit(form, /\/ouverture$/, { president: 'Soizic Madec', members: 'Yann Kerbrat' })
}

/**
 * The offers are noted by their amounts, the first received first; the award goes to the parapheur.
 * `of` is what is awarded: the consultation, or one of its lots.
 */
export async function award(road: TenderRoad, of: string): Promise<void> {
  const visitor = await enter(road, road.agent)
  const form = await visitor.get(`${of}/attribution`)
  const count = [...form.html.matchAll(/notes\[(\d+)\]\[pli\]/g)].length
  const fields: Record<string, string> = {}
  for (let index = 0; index < count; index++) {
    fields[`notes[${index}][note]`] = (90 / (1 + index / 20)).toFixed(2)
    fields[`notes[${index}][amount]`] = String(80_000 + 1_000 * index)
    fields[`notes[${index}][reason]`] = 'Un phasage qui suit le calendrier de l’école.'
  }
  const sent = await visitor.submit(form, /\/attribution$/, fields)
  if (/attribution$/.test(sent.url))
    throw new PageRefused(`L’attribution n’est pas partie : ${textOf(sent.html).slice(0, 600)}`)
}

export async function notify(road: TenderRoad, page: string): Promise<void> {
  const visitor = await enter(road, road.agent)
  await visitor.submit(await visitor.get(page), /\/notification$/)
}

/** The token of the forms of who is in. */
export const tokenFor = async (
  road: TenderRoad,
  who: { email: string; password: string },
  page: string
) => {
  const visitor = await enter(road, who)
  return { visitor, token: tokenOf(await visitor.get(page)) }
}
