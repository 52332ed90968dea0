import type { RoomWords } from './room_names.js'

const endOf = (text: string, lines: string) => `${text.trimEnd()}\n${lines}\n`

/** The one place outside its own folders that names a room. */
export const ROOMS = 'start/rooms.ts'

export const opened = (text: string, { room }: RoomWords): string =>
  endOf(text, `import '#app/${room}/room'`)

export const GLOSSARY = 'docs/GLOSSARY.md'

/** The line of the room in the glossary; whoever builds the room rewrites it with the law's words. */
export const glossaryLine = (text: string, { room, label }: RoomWords): string =>
  endOf(text, `- **${room}** : le service « ${label} » de la halle.`)
