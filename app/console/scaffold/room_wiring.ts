import type { RoomWords } from './room_names.js'

type Edit = (text: string, words: RoomWords) => string

/** Puts `what` at the place that `pattern` finds; a file that changed shape is an error, not a silence. */
function at(text: string, pattern: RegExp, what: string): string {
  if (!pattern.test(text)) throw new Error(`the place of ${what.trim()} was not found`)
  return text.replace(pattern, what)
}

const endOf = (text: string, lines: string) => `${text.trimEnd()}\n${lines}\n`

/** Where a room is named outside its own folders, file by file. */
export const WIRING: Record<string, Edit> = {
  'start/rooms.ts': (text, { room }) =>
    endOf(text, `import '#${room}/capability'\nimport '#${room}/subscriptions'`),
  'start/routes.ts': (text, { room }) => endOf(text, `import '#${room}/routes'`),
  'package.json': (text, { room }) =>
    at(
      text,
      /("imports": \{[^}]*?")(\n\s+\})/,
      `$1,\n    "#${room}": "./app/${room}/index.js",\n    "#${room}/*": "./app/${room}/*.js"$2`
    ),
  'config/database.ts': (text, { room }) =>
    at(text, /(const rooms = \[[^\]]*?)(,?\s*\])/, `$1, '${room}'$2`),
  'adonisrc.ts': (text, { room }) =>
    at(text, /(name: 'rooms',\s*files: \['tests\/\{[^}]*)\}/, `$1,${room}}`),
}

export const GLOSSARY = 'docs/GLOSSARY.md'

/** The line of the room in the glossary; whoever builds the room rewrites it with the law's words. */
export const glossaryLine = (text: string, { room, label }: RoomWords): string =>
  endOf(text, `- **${room}** : le service « ${label} » de la halle.`)
