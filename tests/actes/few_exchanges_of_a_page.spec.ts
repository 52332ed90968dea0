import { test } from '@japa/runner'
import { exchangesOf } from '#tests/helpers/exchanges'
import { uuidv7 } from '#lib/values'
import { forgetAttempts, Visitor } from '#tests/identity/visitor'
import { person } from '#tests/world/world'
import { commune, draftOf } from './room.js'

test.group('What the pages of an agent ask of the base', (group) => {
  let town: Awaited<ReturnType<typeof commune>>
  const visitor = new Visitor()

  group.setup(async () => {
    await forgetAttempts()
    town = await commune()
    const agent = await person('Enora Briand', { kervalan: ['agent'] })
    await draftOf(town, { objet: `Compté ${uuidv7().slice(-12)}`, createdBy: agent.id } as never)
    await visitor.login(agent.email)
  })

  /** What a page asks once the member and its figures are known, each exchange a text. */
  async function asked(path: string): Promise<string[]> {
    await visitor.get(path)
    let status = 0
    const sent = await exchangesOf(async () => ({ status } = await visitor.get(path)))
    if (status !== 200) throw new Error(`${path}: ${status}`)
    return sent
  }

  test('is three exchanges for the list of actes: herself with her place, the lines, what is known of them', async ({
    assert,
  }) => {
    const sent = await asked(`/c/${town.slug}/actes`)
    assert.lengthOf(sent, 3, sent.join('\n\n'))
    const [herself, ...read] = sent
    assert.match(herself, /kernel\.sessions[^]*set local app\.tenant_id[^]*kernel\.memberships/)
    for (const text of read) assert.match(text, /^set local app\.tenant_id/)
  })

  test('is one for all that her home says whatever happened, after herself with her place', async ({
    assert,
  }) => {
    // What rooms tell of what happened is asked next: other specs may have left some
    const [herself, all] = await asked(`/c/${town.slug}`)
    assert.match(herself, /kernel\.sessions[^]*kernel\.memberships/)
    assert.match(all, /^set local app\.tenant_id[^]*actes\.drafts[^]*kernel\.journal_entries/)
  })

  test('begins by her place, in one transaction, where she does more than read', async ({
    assert,
  }) => {
    const sent = await exchangesOf(() => visitor.submit(`/c/${town.slug}/actes`, { objet: '' }))
    assert.isAbove(
      sent.filter((text) => /^begin; set local[^]*kernel\.memberships/.test(text)).length,
      0,
      sent.join('\n\n')
    )
  })
})
