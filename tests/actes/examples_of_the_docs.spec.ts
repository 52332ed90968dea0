import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { appUrl } from '#config/app'
import { uuidv7 } from '#lib/values'
import { hasTool } from '#tests/helpers/tools'
import { tokenOf } from '#tests/world/program'
import { person } from '#tests/world/world'
import { commune, PDF } from './room.js'

const run = promisify(execFile)

/** The examples of a page, in their order. */
const examplesIn = (page: string) =>
  [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, script]) => script)

test.group('The examples of docs/api.md', (group) => {
  let folder: string
  let env: Record<string, string>
  group.setup(async () => {
    await commune()
    folder = await mkdtemp(join(tmpdir(), 'halle-api-'))
    const file = join(folder, 'délibération.pdf')
    await writeFile(file, PDF)
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const token = await tokenOf(agent, 'kervalan')
    env = { HALLE: appUrl, JETON: token, CLE: uuidv7(), FICHIER: file, PATH: process.env.PATH! }
    return () => rm(folder, { recursive: true })
  })

  test('do what they say, one after the other', async ({ assert }) => {
    const examples = examplesIn(await readFile(app.makePath('docs/api.md'), 'utf8'))
    assert.lengthOf(examples, 5)
    if (!hasTool('curl')) return
    const sh = async (script: string) => (await run('sh', ['-euc', script], { env })).stdout
    const [self, create, give, problems, list] = examples
    assert.equal(JSON.parse(await sh(self)).tenant.slug, 'kervalan')
    const draft = JSON.parse(await sh(create))
    assert.equal(draft.objet, 'Tarifs de la cantine')
    assert.equal(JSON.parse(await sh(create)).id, draft.id)
    env.ACTE = draft.id
    assert.equal(JSON.parse(await sh(give)).document.name, 'délibération.pdf')
    assert.isArray(JSON.parse(await sh(problems)).problems)
    const pages = (await sh(list)).trim().split('\n')
    const items = pages.flatMap((page) => JSON.parse(page).items)
    assert.include(
      items.map(({ id }: { id: string }) => id),
      draft.id
    )
  })
})
