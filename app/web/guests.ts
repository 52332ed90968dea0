import { allRooms } from '#kernel/room'

declare module '#kernel/room_declaration' {
  interface Room {
    /** Lets in people who do not belong to a member, to this room alone. */
    guests?: {
      /** All that they hold; what each may do is told by the things themselves. */
      permissions: string[]
      /** Whether something of the tenant in context is open to a person, as things are now. */
      letsIn(userId: string): Promise<boolean>
    }
  }
}

/** What somebody who does not belong to the tenant in context may ask of a room; null: nothing. */
export async function guestPermissions(name: string, userId: string): Promise<string[] | null> {
  const guests = allRooms().find((room) => room.name === name)?.guests
  return guests && (await guests.letsIn(userId)) ? guests.permissions : null
}
