import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NameRefused, refuseNamesOfStubs, type RoomWords } from './room_names.js'

/** Where a room has a folder of its own name: another has it already, or the house has. */
const FOLDERS = ['app', 'tests', 'resources/views']

/**
 * Refuses a room whose name another has, in the house at `root`, or whose thing the code of `stubs`
 * already names. Throws NameRefused.
 */
export async function refuseTakenNames(
  words: RoomWords,
  root: string,
  stubs: string
): Promise<void> {
  const { room } = words
  const held = FOLDERS.find((folder) => existsSync(join(root, folder, room)))
  if (held) throw new NameRefused(room, `a déjà un dossier : ${held}/${room}.`)
  for (const { path, text } of await textsOf(root, 'app', /routes\.ts$/))
    if (new RegExp(`['\`]/${room}['\`/]`).test(text))
      throw new NameRefused(room, `est déjà dans une adresse : voir ${path}.`)
  const written = await textsOf(root, stubs, /\.ts\.stub$/)
  refuseNamesOfStubs(
    words,
    written.map(({ text }) => text)
  )
}

async function textsOf(root: string, folder: string, name: RegExp) {
  const names = await readdir(join(root, folder), { recursive: true })
  const kept = names.filter((one) => name.test(one)).map((one) => `${folder}/${one}`)
  return Promise.all(
    kept.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') }))
  )
}
