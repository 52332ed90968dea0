import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataDir } from '#config/app'
import { openToken, openTokensOf } from '#identity'
import { SYSTEM } from '#kernel/actor'
import User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'

/** The agents whose programs read and write the documents of the demonstration. */
const AGENTS: Record<string, string> = {
  kervalan: 'maelle.le-goff@kervalan.test',
}
const NAME = 'Démonstration'
const DAYS = 365
const SCOPES = ['ged.read', 'ged.write']

/** Where `demo:accounts` finds what nobody can be shown again. */
const FILE = join(dataDir, 'demo-tokens.json')

interface DemoToken {
  kind: 'webdav' | 'cmis' | 'rest'
  tenant: string
  user: string
  password: string
}

/** Lets programs into the documents of the demonstration, once. */
export async function seedDemo({ id, slug }: Tenant): Promise<string[]> {
  const email = AGENTS[slug]
  const agent = email && (await User.findBy('email', email))
  if (!agent) return []
  const known = await written()
  const others = known.filter(({ tenant }) => tenant !== slug)
  const made = await tenancy.run(id, async () => {
    const isOpen = (await openTokensOf(agent.id)).some(({ name }) => name === NAME)
    if (isOpen && others.length < known.length) return null
    const asked = { personId: agent.id, name: NAME, scopes: SCOPES, days: DAYS }
    const password = await openToken({ ...asked, kind: 'password' }, SYSTEM)
    return {
      // One password opens both doors of documents
      ...{ webdav: password, cmis: password },
      rest: await openToken({ ...asked, kind: 'bearer' }, SYSTEM),
    }
  })
  if (!made) return []
  const own = (['webdav', 'cmis', 'rest'] as const).map((kind): DemoToken => {
    return { kind, tenant: slug, user: email, password: made[kind] }
  })
  await writeFile(FILE, JSON.stringify([...others, ...own], null, 2), { mode: 0o600 })
  return ['un mot de passe d’application et un jeton pour les documents']
}

const written = async (): Promise<DemoToken[]> =>
  JSON.parse(await readFile(FILE, 'utf8').catch(() => '[]'))
