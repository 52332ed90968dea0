import type { HttpContext } from '@adonisjs/core/http'
import { allRooms } from '#kernel/room'

/** Where the things of a room are read by those who meet them from another room. */
export interface Things {
  /** « Voir l’acte » */
  label: string
  /** The permission without which the way is not shown. */
  permission: string
  /** The page of the thing of that id, in the collectivité of that short address. */
  page(tenant: { slug: string }, id: string): string
}

/** What a room was asked for, and by which: `{ capability: '<room>', id }`. */
export interface Origin {
  capability: string
  id: string
}

/** The way back to the thing that an origin names; null when the person may not read it. */
export function originLink(
  { capability, id }: Origin,
  { tenant, allows }: Pick<HttpContext, 'tenant' | 'allows'>
): { label: string; href: string } | null {
  const things = allRooms().find(({ name }) => name === capability)?.things
  if (!things || !allows(things.permission)) return null
  return { label: things.label, href: things.page(tenant, id) }
}

declare module '#kernel/room_declaration' {
  interface Room {
    /** Where its things are read by those who meet them from another room. */
    things?: Things
  }
}
