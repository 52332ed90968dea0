import type User from '#kernel/identity/user'

/** A page that somebody opens: its address may need a thing that was made for it. */
export interface VisitedPage {
  name: string
  path: string
  as?: User
}

/** The pages that need nothing but the platform itself. */
export const OPEN_PAGES: VisitedPage[] = [
  { name: 'front', path: '/' },
  { name: 'accessibility', path: '/accessibilite' },
  { name: 'notices', path: '/mentions-legales' },
  { name: 'privacy', path: '/donnees-personnelles' },
  { name: 'parts', path: '/_/parts' },
  { name: 'not-found', path: '/nulle-part' },
]
