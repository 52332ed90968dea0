import { allRooms } from '#kernel/room'

/** A page of one's own account that a room adds to those of everybody. */
export interface AccountPage {
  label: string
  /** A path under /compte: `/compte/<page>`. */
  url: string
}

declare module '#kernel/room_declaration' {
  interface Room {
    /** What it shows to each person of herself, whatever the collectivité. */
    accountPages?: AccountPage[]
  }
}

/** Every page of the account that rooms add, in their order. */
export const accountPages = (): AccountPage[] =>
  allRooms().flatMap(({ accountPages: pages = [] }) => pages)
