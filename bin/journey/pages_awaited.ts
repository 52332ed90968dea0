import { setTimeout as sleep } from 'node:timers/promises'
import { Visitor } from './visitor.js'
import { PageRefused, textOf, type Page } from './page.js'
import type { Traveller, Itinerary } from './itinerary.js'

const READING_LIMIT_MS = 180_000

/** The person at work, logged in now unless the itinerary says that she is. */
export async function enter({ base, present }: Itinerary, person: Traveller): Promise<Visitor> {
  const known = present?.get(person.email)
  if (known) return known
  const entering = login(base, person)
  present?.set(person.email, entering)
  return entering
}

async function login(base: string, { email, password }: Traveller): Promise<Visitor> {
  const visitor = new Visitor(base)
  await visitor.login(email, password)
  return visitor
}

/** Reads a page again until it says what is awaited. */
export async function until(
  visitor: Visitor,
  path: string,
  says: RegExp,
  what: string
): Promise<Page> {
  const limit = Date.now() + READING_LIMIT_MS
  for (;;) {
    const page = await visitor.get(path)
    if (page.status === 200 && says.test(page.html)) return page
    if (Date.now() > limit) {
      throw new PageRefused(
        `${what} : rien après trois minutes. La page dit : ${textOf(page.html).slice(0, 600)}`
      )
    }
    await sleep(250)
  }
}
