import type { ApiClient } from '@japa/api-client'
import { tenancy } from '#kernel/tenancy'
import { buildTrousseau, parseTrousseau } from '#lib/sealing'
import Consultation from '#app/procurement/drafting/consultation'
import Lot from '#app/procurement/lots/lot'
import { envelopesFor } from '#app/procurement/rules/choices'
import { onlineConsultation } from './bidders.js'
import { consultation, drafted, signed, type Market } from './room.js'

interface TypedLots {
  lots: { title: string; cpv: string; estimate: string }[]
  mostAnswered?: string
  mostWon?: string
}

/** As a browser names the fields of a form. */
const asTyped = ({ lots, ...rest }: TypedLots): Record<string, string> => ({
  ...rest,
  ...Object.fromEntries(
    lots.flatMap((lot, index) =>
      Object.entries(lot).map(([name, value]) => [`lots[${index}][${name}]`, value])
    )
  ),
})

/** The lots of a draft, by their form. */
export const lotsForm = (client: ApiClient, { agent }: Market, id: string, typed: TypedLots) =>
  client
    .put(`/c/kervalan/marches/${id}/lots`)
    .form(asTyped(typed))
    .header('referer', `/c/kervalan/marches/${id}/lots`)
    .loginAs(agent)
    .withCsrfToken()

let count = 0
/** A draft that is divided, its reference short enough for the identifiers of its marchés. */
export async function dividedDraft(client: ApiClient, town: Market, lots: TypedLots, changes = {}) {
  const reference = `L${process.pid % 1000}${Date.now() % 10_000}${count++}`
  const id = await drafted(client, town, { ...changes, reference })
  const answer = await lotsForm(client, town, id, lots)
  if (!answer.text().includes('Modifier les lots'))
    throw new Error(
      `${answer.status()} ${answer
        .text()
        .replaceAll(/<[^>]*>\s*/g, ' ')
        .slice(0, 3_000)}`
    )
  return id
}

/** A draft that is sent to the parapheur, and signed there. */
export async function publishedDraft(client: ApiClient, town: Market, id: string): Promise<void> {
  await client
    .post(`/c/kervalan/marches/${id}/publication`)
    .loginAs(town.agent)
    .withCsrfToken()
    .redirects(0)
  const { publicationFolderId } = await consultation(town, id)
  await signed(town.tenant, id, publicationFolderId!)
}

/** A consultation of that many lots that receives plis until tomorrow, put there without its road. */
export async function onlineLots(town: Market, count: number, facts: object = {}): Promise<string> {
  const id = await onlineConsultation(town)
  const lots = Array.from({ length: count }, (_, index) => index + 1)
  await tenancy.run(town.tenant.id, async () => {
    const one = await Consultation.get(id)
    const { holders, threshold } = await one.keys()
    const asked = { tender: id, envelopes: envelopesFor(count), holders, threshold }
    const bytes = await buildTrousseau(asked)
    const { fingerprint } = await parseTrousseau(bytes)
    one.merge({ trousseau: new TextDecoder().decode(bytes), fingerprint, ...facts })
    await one.save()
    await Lot.createMany(
      lots.map((number) => ({
        ...{ consultationId: id, number, title: `Part ${number}`, cpv: '45442100' },
        ...{ estimate: '9000' as never, state: 'planned' as const },
      }))
    )
  })
  return id
}

/** Divides an opened consultation: its first lot waits for its award, the others have ended; returns the first. */
export async function dividedAnalysis(town: Market, id: string): Promise<string> {
  return tenancy.run(town.tenant.id, async () => {
    const one = await Consultation.get(id)
    await one.merge({ openedAt: one.deadline.plus({ minutes: 5 }), mostLotsWon: 1 }).save()
    const states = ['analysis', 'signed', 'unsuccessful'] as const
    const lots = await Lot.createMany(
      states.map((state, index) => ({
        ...{ consultationId: id, number: index + 1, title: `Part ${index + 1}`, cpv: '45442100' },
        ...{ estimate: '9000' as never, state },
        endReason: state === 'unsuccessful' ? 'Aucune offre n’a été déposée pour ce lot.' : null,
      }))
    )
    return lots[0].id
  })
}
