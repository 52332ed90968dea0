import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { canonicalJson } from '#lib/json/canonical'

/** What the pages of this build are served with; `sha256` and `digest` are hexadecimal. */
export interface SealerBundle {
  files: { name: string; sha256: string }[]
  /** Of the canonical JSON (RFC 8785) of `files`, in the order of their names. */
  digest: string
}

const OFFLINE = 'halle-sceller.html'

/** The bundle of a folder that was built, by the manifest that the build wrote; null where there is none. */
export async function readBundle(folder: string): Promise<SealerBundle | null> {
  const text = await readFile(join(folder, 'assets/.vite/manifest.json'), 'utf8').catch(() => null)
  if (text === null) return null
  const built = Object.values(JSON.parse(text) as Record<string, { file: string }>)
  const scripts = built.map(({ file }) => `assets/${file}`).filter((name) => name.endsWith('.js'))
  const names = [...new Set([...scripts, OFFLINE])].sort()
  const files = await Promise.all(
    names.map(async (name) => ({ name, sha256: digestOf(await readFile(join(folder, name))) }))
  )
  return { files, digest: digestOf(canonicalJson(files)) }
}

const digestOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')

let current: Promise<SealerBundle | null> | null = null

/** That of this process: a build does not change while it runs. A development server has none. */
export const currentBundle = (): Promise<SealerBundle | null> =>
  (current ??= app.inDev ? Promise.resolve(null) : readBundle(app.publicPath()))
