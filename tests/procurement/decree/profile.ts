import mail from '@adonisjs/mail/services/main'
import type { ApiClient } from '@japa/api-client'
import type { Group } from '@japa/runner/core'
import { clock } from '#kernel/clock'
import { runDueJobs } from '#tests/helpers/jobs'
import { withTimeAuthority } from '#tests/helpers/time_authority'
import { bidder, onlineConsultation, type Bidder } from '../bidders.js'
import { deposited, isAwarded, isOpened } from '../gestures.js'
import { market, published, type Market } from '../room.js'

export const ROOT = '/api/v1/procurement'

/** A profil d’acheteur as the arrêté looks at it: a buyer, a company, and what is published. */
export interface Profile {
  town: Market
  her: Bidder
  id: string
  email: string
  /** The public page of the consultation, without account. */
  page: string
}

/** The one of a group of tests, made anew before each; the clock goes on after each. */
export function profileOfEach({ each }: Group): Profile {
  const one = {} as Profile
  each.setup(async () => void Object.assign(one, await profile()))
  each.teardown(() => clock.release())
  return one
}

async function profile(): Promise<Profile> {
  await withTimeAuthority()
  const town = await market()
  const email = `arrete-${Date.now()}@exemple.test`
  const her = await bidder('Cariou', email)
  const id = await onlineConsultation(town)
  return { town, her, id, email, page: `/p/kervalan/marches/${id}` }
}

/** She asks; the identifier of her question, as the buyer's page shows it. */
export async function asks(client: ApiClient, { town, her, id }: Profile, text: string) {
  await client
    .post(`/moi/marches/kervalan/${id}/questions`)
    .form({ text })
    .withSession(her.session)
    .withCsrfToken()
  const list = await client.get(`/c/kervalan/marches/${id}/questions`).loginAs(town.agent)
  // The last asked is the last that the page shows
  return [...list.text().matchAll(new RegExp(`${id}/questions/([0-9a-f-]{36})`, 'g'))].at(-1)![1]
}

/** The buyer answers to all. */
export const answers = (
  client: ApiClient,
  { town, id }: Profile,
  question: string,
  said: { published: string; answer: string }
) =>
  client
    .post(`/c/kervalan/marches/${id}/questions/${question}/reponse`)
    .form(said)
    .loginAs(town.agent)
    .withCsrfToken()

/** A consultation of hers that went to its end: one company answered, and has it. */
export async function awarded(client: ApiClient, { town, her }: Profile): Promise<void> {
  const id = await published(client, town)
  await deposited(client, her, id)
  const [{ id: pli }] = await isOpened(client, town, id)
  await isAwarded(client, town, id, [{ pli, amount: '84000' }])
}

/** Whom the jobs that are due write to, and what. */
export async function lettersOf({ town }: Profile): Promise<{ to: string; text: string }[]> {
  using fake = mail.fake()
  await runDueJobs(town.tenant.id)
  return fake.messages.sent().map((message) => {
    const { to, text } = message.nodeMailerMessage as any
    return { to: JSON.stringify(to), text: String(text) }
  })
}

/** The very bytes of an address, which must open. */
export async function bytesOf(client: ApiClient, path: string, session = {}): Promise<Buffer> {
  const answer = client.get(path).withSession(session)
  answer.request.buffer(true).parse((response: any, done: any) => {
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => parts.push(part))
    response.on('end', () => done(null, Buffer.concat(parts)))
  })
  const read = await answer
  read.assertStatus(200)
  return read.body()
}
