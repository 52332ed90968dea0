import { createHash, randomBytes } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#kernel/clock'

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
const feeds = () => db.connection('app').from('kernel.task_feeds')

/** Draws the secret of a person's feeds, of 256 bits; the former one opens nothing any more. */
export async function openFeed(personId: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const row = { secret_hash: hashOf(secret), created_at: clock.now().toJSDate() }
  await db
    .connection('app')
    .knexQuery()
    .table('kernel.task_feeds')
    .insert({ person_id: personId, ...row })
    .onConflict('person_id')
    .merge()
  return secret
}

/** Closes a person's feeds: their address opens nothing any more. */
export async function closeFeed(personId: string): Promise<void> {
  await feeds().where('person_id', personId).delete()
}

/** When a person opened her feeds; null when she has none. */
export async function feedOpenedAt(personId: string): Promise<Date | null> {
  return (await feeds().where('person_id', personId).first())?.created_at ?? null
}

/** The person whose feeds a secret opens, or null. */
export async function personOfFeed(secret: string): Promise<string | null> {
  return (await feeds().where('secret_hash', hashOf(secret)).first())?.person_id ?? null
}

/** The path of a feed; `kind` is its file. */
export const feedPath = (secret: string, kind: 'fil.atom' | 'taches.ics') =>
  `/flux-de-taches/${secret}/${kind}`
