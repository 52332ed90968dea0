import { p95, round2, timed } from './figures.js'

const CALLS = 300
const AT_ONCE = 4
/** Works of the Côtes-d’Armor that close later than today: filtered by three columns. */
const FILTERS = 'cpv=45&nature=travaux&departement=22'

/** What the list asks of PostgreSQL for these filters. */
export const PUBLISHED_QUERY = `
  select * from procurement.consultations
  where published_at is not null
    and state in ('online', 'closed', 'opening', 'analysis', 'awarding', 'signed', 'notified', 'archived', 'abandoned')
    and cpv like '45%' and nature = 'travaux' and place_code ~ '^22'
    and tenant_id in (select id from kernel.tenants where state = 'active' and public_since is not null)
  order by id desc limit 51`

/** The public list of all the members, filtered, next to node:http and pg on the same question. */
export async function publicList(urls: { ours: string; bare: string }, consultations: number) {
  const address = `${urls.ours}/api/v1/procurement/consultations?${FILTERS}`
  const [ours, bare]: number[][] = [[], []]
  await read(address, 20)
  await read(urls.bare, 20)
  for (let round = 0; round < 3; round++) {
    bare.push(...(await read(urls.bare, CALLS / 3)))
    ours.push(...(await read(address, CALLS / 3)))
  }
  const [p95Ms, bareP95Ms] = [p95(ours), p95(bare)]
  return { consultations, p95Ms, bareP95Ms, ratio: round2(p95Ms / bareP95Ms) }
}

async function read(url: string, calls: number): Promise<number[]> {
  const times: number[] = []
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let count = 0; count < calls / AT_ONCE; count++) {
        const { ms, made } = await timed(async () => {
          const answer = await fetch(url)
          const { items } = (await answer.json()) as { items: object[] }
          return answer.ok && items.length > 0
        })
        if (!made) throw new Error(`${url} lists nothing`)
        times.push(ms)
      }
    })
  )
  return times
}
