import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const APP = join(import.meta.dirname, '..', 'app')
const has = (name: string, file: string) =>
  ['ts', 'js'].some((extension) => existsSync(join(APP, name, `${file}.${extension}`)))

/** The folders of app/ that declare a room, by name: each owns the database schema of its name. */
export const roomNames: readonly string[] = readdirSync(APP)
  .filter((name) => has(name, 'room'))
  .sort()

/** Those that add commands to ace: their `commands/main.ts` lists them. */
export const roomsWithCommands = roomNames.filter((name) => has(name, 'commands/main'))
