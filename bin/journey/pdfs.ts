import { createHash } from 'node:crypto'
import { createReadStream, readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'

export interface Pdf {
  path: string
  sha256: string
  /** A name of its own among the others, for the folder of what it became. */
  slug: string
}

/** Every PDF under a folder, by name. */
export function pdfsUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.pdf$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

/** The same bytes under several names travel once. */
export async function distinct(paths: string[]): Promise<{ pdfs: Pdf[]; duplicates: string[] }> {
  const pdfs: Pdf[] = []
  const duplicates: string[] = []
  for (const path of paths.map((given) => resolve(given))) {
    const sha256 = await sha256Of(path)
    if (pdfs.some((known) => known.sha256 === sha256)) duplicates.push(path)
    else pdfs.push({ path, sha256, slug: `${slugOf(path)}-${sha256.slice(0, 8)}` })
  }
  return { pdfs, duplicates }
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

const slugOf = (path: string) =>
  basename(path)
    .replace(/\.pdf$/i, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
