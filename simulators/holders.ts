import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Member } from '../tenants/blueprint.js'

const MAY_SIGN = /^(Maire|Président|Présidente)$/

const STANDS_IN = /^Secrétaire générale?$/

/** Who gets certificates: each member a seal; its mayor or president, and its secretary, their own. */
export async function demoHolders() {
  const folder = path.resolve(import.meta.dirname, '..', 'tenants', 'demo')
  const files = readdirSync(folder).filter((file) => /(?<!\.d)\.(ts|js)$/.test(file))
  const members: Member[] = await Promise.all(
    files.toSorted().map(async (file) => (await import(path.join(folder, file))).default)
  )
  return members.map(({ slug, name, siren, people = [] }) => ({
    slug,
    name,
    siren,
    mayor: people.find(({ title }) => MAY_SIGN.test(title))?.name,
    secretary: people.find(({ title }) => STANDS_IN.test(title))?.name,
  }))
}
