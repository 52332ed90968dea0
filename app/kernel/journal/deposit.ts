import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { trust } from '#config/trust'
import { hashSeal, type SealSignature, type SealStatement } from '#lib/proof'
import { tenancy } from '#kernel/tenancy'

const NAME = /^(\d+)\.json$/

/**
 * Lays a seal in the second place that the settings name, better a disk of somebody else. One that
 * is there already is never written over: it is what the base is later held against.
 */
export async function laySealAside(
  statement: SealStatement,
  token: Buffer,
  signatures: SealSignature[]
): Promise<void> {
  if (!trust.sealsFolder) return
  const folder = join(trust.sealsFolder, statement.tenantId)
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).includes(`${statement.number}.json`)) return
  const path = join(folder, `${statement.number}.json`)
  const text = JSON.stringify({ statement, token: token.toString('base64'), signatures }, null, 1)
  // Whole or not at all: a cut writing would accuse a sound journal.
  await writeFile(`${path}.part`, text)
  await rename(`${path}.part`, path)
}

/** The hashes of the seals of the tenant in context that were laid there, by number; null: no such place. */
export async function sealsAside(): Promise<Map<number, string> | null> {
  if (!trust.sealsFolder) return null
  const folder = join(trust.sealsFolder, tenancy.tenantId())
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
