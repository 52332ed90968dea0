import type { ApiClient } from '@japa/api-client'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { textLayer } from '#lib/pdf/text_layer'
import { runDueJobs } from '#tests/helpers/jobs'
import { sent, sharesOf, type Bidder } from './bidders.js'
import { consultation, signed, type Market } from './room.js'

type Texts = Record<string, Record<string, string | Uint8Array>>

export const OFFER = {
  'candidature': { 'dc1.txt': 'nous' },
  'offre-1': { 'Mémoire.txt': 'cent mille' },
}

/** A pli that is wholly deposited. */
export async function deposited(client: ApiClient, from: Bidder, id: string, texts: Texts = OFFER) {
  const pli = await sent(client, from, id, texts)
  for (const piece of pli.pieces) (await pli.send(piece)).assertStatus(201)
  return { ...pli, answer: await pli.seal() }
}

/** A holder opens her part on her own machine, and gives it. */
export async function gives(client: ApiClient, { holders }: Market, which: number, id: string) {
  const holder = holders[which]
  const page = `/c/kervalan/marches/${id}/ouverture/parts`
  const parts = await client.get(page).loginAs(holder.user).accept('json')
  const shares = await sharesOf(parts.body(), holder)
  return client.post(page).loginAs(holder.user).withCsrfToken().accept('json').json({ shares })
}

export const opens = (client: ApiClient, { agent }: Market, id: string) =>
  client
    .post(`/c/kervalan/marches/${id}/ouverture`)
    .form({ president: 'Soizic Madec', members: 'Yann Kerbrat' })
    .loginAs(agent)
    .withCsrfToken()
    .redirects(0)

/** What the procès-verbal of a session says, as somebody reads it in the PDF. */
export async function pvTextOf(town: Market, id: string): Promise<string> {
  const { pvDocumentId } = await consultation(town, id)
  const pdf = await tenancy.run(town.tenant.id, () => documents.read(pvDocumentId!))
  return (await textLayer(pdf)).pages.join(' ')
}

/** The hour passes, two holders of three give their shares; what the buyer then reads of each pli. */
export async function isOpened(client: ApiClient, town: Market, id: string): Promise<any[]> {
  const { deadline } = await consultation(town, id)
  clock.freeze(deadline.plus({ milliseconds: 1 }).toUTC().toISO()!)
  await opens(client, town, id)
  await gives(client, town, 0, id)
  await gives(client, town, 2, id)
  await runDueJobs(town.tenant.id)
  const list = client.get(`/c/kervalan/marches/${id}/plis`).loginAs(town.agent).accept('json')
  return (await list).body().plis
}

/** The offers are noted, the best first; the award is signed, notified and published. */
export async function isAwarded(
  client: ApiClient,
  town: Market,
  id: string,
  offers: { pli: string; amount: string }[]
): Promise<void> {
  const notes = offers.map((offer, index) => ({
    ...offer,
    note: String(90 - 10 * index),
    reason: 'Un phasage qui suit le calendrier de l’école.',
  }))
  const proposed = await client
    .post(`/c/kervalan/marches/${id}/attribution`)
    .json({ notes })
    .accept('json')
    .loginAs(town.agent)
    .withCsrfToken()
    .redirects(0)
  proposed.assertStatus(302)
  const { awardFolderId } = await consultation(town, id)
  await signed(town.tenant, id, awardFolderId!)
  await client
    .post(`/c/kervalan/marches/${id}/notification`)
    .loginAs(town.agent)
    .withCsrfToken()
    .redirects(0)
  await runDueJobs(town.tenant.id)
}
