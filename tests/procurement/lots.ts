import type { ApiClient } from '@japa/api-client'
import { consultation, drafted, signed, type Market } from './room.js'

interface TypedLots {
  lots: { title: string; cpv: string; estimate: string }[]
  mostAnswered?: string
  mostWon?: string
}

/** The lots of a draft, by their form. */
export const lotsForm = (client: ApiClient, { agent }: Market, id: string, typed: TypedLots) =>
  client
    .put(`/c/kervalan/marches/${id}/lots`)
    .form(typed)
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
    throw new Error(`${answer.status()} ${answer.text().slice(0, 3_000)}`)
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
