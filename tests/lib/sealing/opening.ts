import { checkHolderKeys, keysFromHolders, openPli } from '#lib/sealing'
import { newDigest, Opened, type Keyed, type Memory } from './memory.js'

/** The code of what refuses, `none` when nothing does. */
export const codeOf = async (work: () => Promise<unknown>) => {
  try {
    await work()
    return 'none'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

/** Opens a pli with the keys of some holders, the first two unless told. */
export async function openWith(keyed: Keyed, folder: Memory, holders = keyed.keys.slice(0, 2)) {
  const sink = new Opened()
  const { trousseau } = keyed
  const keys = await checkHolderKeys(holders, trousseau)
  const opened = await openPli(
    { folder, trousseau },
    (place, envelope) => keysFromHolders(place, envelope, keys, trousseau.threshold),
    sink,
    newDigest
  )
  return { opened, texts: sink.texts }
}
