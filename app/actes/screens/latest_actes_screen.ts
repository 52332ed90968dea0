import { tenants } from '#kernel/tenant'
import { here } from '#web/here'
import type { PublicThing } from '#web/latest'
import { toDay } from '../models/days.js'
import { publicActes } from '../models/public_actes.js'

/** The last actes published, for the public home of the member in context. */
export async function latestActes(limit: number): Promise<PublicThing[]> {
  const tenant = await tenants.current()
  const actes = await publicActes()
    .orderBy('publishedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  return actes.map((acte) => ({
    title: acte.shownObjet,
    hint: acte.title,
    day: toDay(acte.publishedOn)!.toString(),
    url: here('actes.public.register.show', { tenant, id: acte.id }),
  }))
}
