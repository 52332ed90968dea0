import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SessionData } from '@adonisjs/session/types'
import type User from '#kernel/people/user'
import { pagesBeside, pagesNobodyVisits } from './unvisited.js'

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
  { name: 'site-map', path: '/plan-du-site' },
  { name: 'help', path: '/aide' },
  { name: 'help-found', path: '/aide?q=signer' },
  { name: 'help-page', path: '/aide/donner-un-visa' },
  { name: 'parts', path: '/_/parts' },
  { name: 'seal-key', path: '/preuves/cle' },
  { name: 'published-seals', path: '/p/kervalan/scelles' },
  { name: 'not-found', path: '/nulle-part', status: 404 },
]

/**
 * A file a room says which of its pages somebody opens, and makes what they show; `notPages` names
 * the routes that a browser saves or a program reads: nobody looks at them as pages.
 */
const ROOMS = join(import.meta.dirname, 'rooms')

/** Every page that somebody may open, with the things that it shows. */
export async function everyPage(): Promise<VisitedPage[]> {
  const named = [...OPEN_PAGES]
  for (const { default: pagesOf } of await rooms()) named.push(...(await pagesOf()))
  return [...named, ...pagesBeside(named, await unvisited(named))]
}

/** The patterns of the pages that none of these is. */
export async function unvisited(visited: VisitedPage[]): Promise<string[]> {
  const declared = await rooms()
  return pagesNobodyVisits(
    visited,
    declared.flatMap(({ notPages = [] }) => notPages)
  )
}

const rooms = (): Promise<{ default(): Promise<VisitedPage[]>; notPages?: string[] }[]> =>
  Promise.all(
    readdirSync(ROOMS)
      .sort()
      .map((file) => import(join(ROOMS, file)))
  )
