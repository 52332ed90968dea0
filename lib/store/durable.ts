import { open } from 'node:fs/promises'

/** Waits until the disk has the file, or the names of a folder: a state that names it may be committed only after. */
export async function makeDurable(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The round of a folder that has not begun, for all who have written a name since the last one began. */
const next = new Map<string, Promise<void>>()
const running = new Map<string, Promise<void>>()

/** The same of the names of a folder, where several write at once: one round serves all who wait for it. */
export function makeNamesDurable(folder: string): Promise<void> {
  const waiting = next.get(folder)
  if (waiting) return waiting
  const before = running.get(folder)?.catch(() => undefined) // told to those it was for
  const round = Promise.resolve(before).then(() => {
    next.delete(folder)
    running.set(folder, round)
    return makeDurable(folder).finally(() => {
      if (running.get(folder) === round) running.delete(folder)
    })
  })
  next.set(folder, round)
  return round
}
