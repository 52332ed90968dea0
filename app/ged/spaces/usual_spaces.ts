import { people } from '#kernel/people'
import type { AccessEntry } from '../access/write_access.js'
import { openedOnce } from './opened_once.js'
import Space from './space.js'

/** Where documents go unless another space is named. */
export const COMMON = 'commun'

/** Those who work here, by their role: what an ordinary space begins with. */
const EVERYBODY: AccessEntry[] = [
  { principal: { kind: 'role', id: 'administrator' }, level: 'manager' },
  { principal: { kind: 'role', id: 'agent' }, level: 'editor' },
  { principal: { kind: 'role', id: 'reader' }, level: 'reader' },
]

/** The space that every member has; opened when it is not there. */
export async function commonSpace(): Promise<Space> {
  return openedOnce({ slug: COMMON }, () =>
    Space.open({ slug: COMMON, name: 'Espace commun', kind: 'tenant' }, EVERYBODY)
  )
}

/** The space of a service at an address; opened when it is not there. */
export const serviceAt = (slug: string, name: string): Promise<Space> =>
  openedOnce({ slug }, () => openService(slug, name))

/** Opens a space of a service, that those who work here share; « Urbanisme ». */
export const openService = (slug: string, name: string): Promise<Space> =>
  Space.open({ slug, name, kind: 'service' }, EVERYBODY)

/** The space of one person, that nobody else reads; opened when it is not there. */
export async function personalSpace(userId: string): Promise<Space> {
  return openedOnce({ owner_id: userId }, async () => {
    const name = (await people.names([userId])).get(userId) ?? 'Moi'
    return Space.open(
      { slug: `perso-${userId}`, name: `Personnel (${name})`, kind: 'personal', ownerId: userId },
      [{ principal: { kind: 'person', id: userId }, level: 'manager' }]
    )
  })
}

/** What an address of space is made of. */
export const isSlug = (text: string): boolean => /^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$/.test(text)

/** « Service des eaux » is `service-des-eaux`. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '')
