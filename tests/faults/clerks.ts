import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { draft, sign, visa } from '../../bin/journey/road.js'
import type { Itinerary } from '../../bin/journey/itinerary.js'

export interface ActeRow {
  id: string
  state: string
  identifier: string | null
  archive_reference: string | null
  folder_id: string | null
  step: string | null
}

const FINAL = 'archived'

/**
 * What the base says of every acte, and of the step its folder waits at. Read as the owner, over a
 * connection of its own: PostgreSQL may have been killed a moment ago.
 */
export async function actesOf(databaseUrl: string): Promise<ActeRow[]> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 3000,
    query_timeout: 10_000,
  })
  client.on('error', () => undefined) // the query below says it
  try {
    await client.connect()
    const { rows } = await client.query(
      `select actes.id, actes.state, identifier, archive_reference, folder_id,
         (select kind from parapheur.folder_steps steps where steps.folder_id = actes.folder_id
            and steps.state = 'current' limit 1) as step
       from actes.actes order by actes.id`
    )
    return rows
  } finally {
    await client.end().catch(() => undefined) // it died with the server
  }
}

interface Town {
  road: Itinerary
  databaseUrl: string
  actes: number
  today: string
  say: (text: string) => void
}

/** One gesture of somebody of the town hall, whatever is missing first; false when all is done. */
async function oneGesture({ road, databaseUrl, actes, today }: Town): Promise<boolean> {
  const rows = await actesOf(databaseUrl)
  const waiting = rows.find(({ state, step }) => state === 'in_circuit' && step)
  if (waiting) {
    const acte = `/c/${road.place}/actes/${waiting.id}`
    if (waiting.step === 'visa') await visa(road, acte)
    else await sign(road, `/c/${road.place}/parapheur/dossiers/${waiting.folder_id}`)
    return true
  }
  if (rows.filter(({ state }) => state !== 'draft').length < actes) {
    await draft(road, today)
    return true
  }
  return rows.some(({ state }) => state !== FINAL && state !== 'draft')
}

/**
 * The people of the town hall go on with what they see, as people do when a page does not answer:
 * they look again and do what is not done. Returns once every acte is archived; throws at the limit.
 */
export async function work(town: Town, limitMs: number): Promise<ActeRow[]> {
  const limit = Date.now() + limitMs
  for (;;) {
    try {
      const more = await oneGesture(town)
      if (!more) return await actesOf(town.databaseUrl)
    } catch (error) {
      // A page that died under our hands: the base will tell whether the gesture was kept.
      town.say(
        `   ${error instanceof Error ? error.message.split('\n')[0].slice(0, 160) : String(error)}`
      )
    }
    if (Date.now() > limit) {
      const states = await actesOf(town.databaseUrl)
      throw new Error(`Not every acte reached its end: ${JSON.stringify(states)}`)
    }
    await sleep(700)
  }
}
