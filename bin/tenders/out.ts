import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
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
 * Writes into a folder all or nothing: on an error, what came into it is taken away, and the folder
 * itself when it was not there. `isFree` says whether what lies there already may stay.
 */
export async function writeAllOrNothing<T>(
  folder: string,
  isFree: (names: string[]) => boolean,
  write: () => Promise<T>
): Promise<T> {
  const before = await present(folder)
  if (before !== null && !isFree(before))
    throw new Refused('out', `« ${folder} » contient déjà de quoi gêner : donnez un dossier vide.`)
  await mkdir(folder, { recursive: true })
  try {
    return await write()
  } catch (error) {
    const after = (await present(folder)) ?? []
    for (const name of after.filter((one) => !before?.includes(one)))
      await rm(join(folder, name), { recursive: true, force: true })
    if (before === null) await rm(folder, { recursive: true, force: true })
    throw error
  }
}
