import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SessionData } from '@adonisjs/session/types'
import type User from '#kernel/people/user'

/** A page that somebody opens: its address may need a thing that was made for it. */
export interface VisitedPage {
  name: string
  path: string
  as?: User
  /** What the session already holds, when nobody is signed in yet. */
  session?: SessionData
  /** The answer expected, 200 unless said. */
  status?: number
}

/** The pages that need nothing but the platform itself. */
const OPEN_PAGES: VisitedPage[] = [
  { name: 'front', path: '/' },
  { name: 'accessibility', path: '/accessibilite' },
  { name: 'notices', path: '/mentions-legales' },
  { name: 'privacy', path: '/donnees-personnelles' },
  { name: 'parts', path: '/_/parts' },
  { name: 'seal-key', path: '/preuves/cle' },
  { name: 'published-seals', path: '/p/kervalan/scelles' },
  { name: 'not-found', path: '/nulle-part', status: 404 },
]

/** A file a room says which of its pages somebody opens, and makes what they show. */
const ROOMS = join(import.meta.dirname, 'rooms')

/** Every page that somebody may open, with the things that it shows. */
export async function everyPage(): Promise<VisitedPage[]> {
  const pages = [...OPEN_PAGES]
  for (const file of readdirSync(ROOMS).sort()) {
    const { default: pagesOf } = await import(join(ROOMS, file))
    pages.push(...(await pagesOf()))
  }
  return pages
}
