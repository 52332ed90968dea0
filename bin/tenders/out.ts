import { mkdir, readdir, realpath, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { Refused } from './command.js'

const present = async (folder: string): Promise<string[] | null> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new Refused('out', `« ${folder} » n’est pas un dossier où l’on puisse écrire.`)
  }
}

/**
 * Makes a folder and those it lies in, one by one: Node's own way never ends in a place, as /proc,
 * that lists folders and takes none.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return
    if (code !== 'ENOENT' || (await isThere(dirname(folder)))) throw error
    await makeFolder(dirname(folder))
    await mkdir(folder)
  }
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false
  )

/** Where a path leads once links are followed, whether or not something is there yet. */
async function placeOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const whole = resolve(path)
    return whole === dirname(whole) ? whole : join(await placeOf(dirname(whole)), basename(whole))
  }
}

/**
 * What is written among what is read would be read the next time: a pli and its key would leave with
 * the pli that replaces it. @throws Refused
 */
export async function mustBeElsewhere(out: string, folders: string[]): Promise<void> {
  const place = await placeOf(out)
  for (const folder of folders) {
    const way = relative(await placeOf(folder), place)
    const isOutside = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
    if (!isOutside)
      throw new Refused(
        'out',
        `« ${out} » est dans « ${folder} », que cette commande lit : donnez un dossier ailleurs.`
      )
  }
}

/** Of the command that writes there; one that was killed leaves it, with what it had begun. */
const BUSY = '.en-cours'

/** @throws Refused when another command writes into the folder */
async function takeAlone(folder: string): Promise<void> {
  try {
    await writeFile(join(folder, BUSY), '', { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new Refused(
      'out',
      `Une autre commande écrit dans « ${folder} », ou y fut coupée : donnez un autre dossier.`
    )
  }
}

/**
 * Writes into a folder all or nothing, one command at a time: on an error, what came into it is taken
 * away, and the folder itself when it was not there. `isFree` says whether what lies there already may
 * stay.
 */
export async function writeAllOrNothing<T>(
  folder: string,
  isFree: (names: string[]) => boolean,
  write: () => Promise<T>
): Promise<T> {
  const wasThere = (await present(folder)) !== null
  await makeFolder(folder)
  await takeAlone(folder)
  // Read once alone: what came in between is of a command that has ended, and stays
  const before = (await present(folder))!.filter((name) => name !== BUSY)
  try {
    if (!isFree(before))
      throw new Refused(
        'out',
        `« ${folder} » contient déjà de quoi gêner : donnez un dossier vide.`
      )
    return await write()
  } catch (error) {
    const after = (await present(folder)) ?? []
    for (const name of after.filter((one) => one !== BUSY && !before.includes(one)))
      await rm(join(folder, name), { recursive: true, force: true })
    throw error
  } finally {
    await rm(join(folder, BUSY), { force: true })
    if (!wasThere) await rmdir(folder).catch(() => undefined) // it is not empty: it was written
  }
}
