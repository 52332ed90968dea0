import type { SessionData } from '@adonisjs/session/types'
import type User from '#kernel/people/user'
import { actesPages } from './rooms/actes.js'
import { archivingPages } from './rooms/archiving.js'
import { kernelPages } from './rooms/kernel.js'
import { operatorPages } from './rooms/operator.js'
import { parapheurPages } from './rooms/parapheur.js'
import { portalPages } from './rooms/portal.js'
import { territoryPages } from './rooms/territory.js'

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

/** One function a room: a new room adds its own. */
const ROOMS = [
  portalPages,
  kernelPages,
  operatorPages,
  actesPages,
  parapheurPages,
  archivingPages,
  territoryPages,
]

/** Every page that somebody may open, with the things that it shows. */
export async function everyPage(): Promise<VisitedPage[]> {
  const pages = [...OPEN_PAGES]
  for (const pagesOf of ROOMS) pages.push(...(await pagesOf()))
  return pages
}
