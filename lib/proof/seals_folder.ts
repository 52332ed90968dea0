import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashSeal, type SealStatement } from './seal.js'
import type { SealSignature } from './seal_signature.js'

const NAME = /^(\d+)\.json$/

/**
 * Lays a seal in the second place that the settings name, better a disk of somebody else. One that
 * is there already is never written over: it is what the base is later held against.
 */
export async function laySealAside(
  root: string,
  statement: SealStatement,
  token: Buffer,
  signatures: SealSignature[]
): Promise<void> {
  const folder = join(root, statement.tenantId)
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).includes(`${statement.number}.json`)) return
  const path = join(folder, `${statement.number}.json`)
  const text = JSON.stringify({ statement, token: token.toString('base64'), signatures }, null, 1)
  // Whole or not at all: a cut writing would accuse a sound journal.
  await writeFile(`${path}.part`, text)
  await rename(`${path}.part`, path)
}

/** The hashes of the seals of a tenant that were laid there, by number. */
export async function sealsIn(root: string, tenantId: string): Promise<Map<number, string>> {
  const folder = join(root, tenantId)
  const names = await readdir(folder).catch(() => []) // this member had no seal yet
  const hashes = new Map<number, string>()
  for (const name of names) {
    const number = Number(NAME.exec(name)?.[1])
    if (number) hashes.set(number, hashIn(await readFile(join(folder, name), 'utf8')))
  }
  return hashes
}

function hashIn(text: string): string {
  try {
    return hashSeal(JSON.parse(text).statement)
  } catch {
    return 'illisible'
  }
}
