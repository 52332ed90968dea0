import { allRooms } from '#kernel/room'
import type { Door } from '#app/outsiders/doors/door'

/** What a room keeps for somebody outside, and where it is in her space. */
export interface SpaceLink {
  label: string
  url: string
  icon: string
  /** What is there, counted; where nothing is, what to do first. */
  text: string
  /** What she had better look at now. */
  warning?: string
}

declare module '#kernel/room_declaration' {
  interface Room {
    /** What it keeps for a person outside, whichever members it is of. */
    space?(door: Door): Promise<SpaceLink[]>
  }
}

/** What all the rooms keep for her, in the order of their ranks. */
export async function spaceOf(door: Door): Promise<SpaceLink[]> {
  const rooms = allRooms().filter(({ space }) => space)
  const links: SpaceLink[] = []
  for (const { space } of rooms.sort((a, b) => (a.rank ?? 50) - (b.rank ?? 50)))
    links.push(...(await space!(door)))
  return links
}
