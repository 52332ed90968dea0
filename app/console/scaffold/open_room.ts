import type { RoomWords } from './room_names.js'

const endOf = (text: string, lines: string) => `${text.trimEnd()}\n${lines}\n`

/** The one place outside its own folders that names a room. */
export const ROOMS = 'start/rooms.ts'

export const opened = (text: string, { room }: RoomWords): string =>
  endOf(text, `import '#app/${room}/room'`)
