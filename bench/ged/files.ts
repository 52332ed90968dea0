import { randomBytes } from 'node:crypto'
import { mkdtemp, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export const SMALL_FILES = Number(process.env.GED_FILES ?? 1_000)
export const SMALL_BYTES = 20_000
export const LARGE_BYTES = 200_000_000

const folder = () => mkdtemp(join(process.env.DATA_DIR!, 'ged-'))

/** A new folder of files of 20 kB, each of its own bytes. */
export async function smallFiles(): Promise<string> {
  const root = await folder()
  for (let n = 0; n < SMALL_FILES; n++) {
    await writeFile(join(root, `Scan ${n}.bin`), randomBytes(SMALL_BYTES))
  }
  return root
}

/** A new folder of one file of 200 MB. */
export async function largeFile(): Promise<string> {
  const root = await folder()
  const file = await open(join(root, 'Plan.bin'), 'w')
  for (let rest = LARGE_BYTES; rest > 0; rest -= 10_000_000) {
    await file.write(randomBytes(Math.min(rest, 10_000_000)))
  }
  await file.close()
  return root
}
