import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import { forgetAttempts, Visitor } from '#tests/identity/visitor'
import { person, place } from '#tests/world/world'

/** A page that is only read takes the place of its reader with her session, in one exchange. */
test.group('A place that is read with the session', (group) => {
  const visitor = new Visitor()
  let agent: Awaited<ReturnType<typeof person>>

  group.setup(async () => {
    await forgetAttempts()
    agent = await person('Rozenn Le Goff', { 'kervalan': ['agent'], 'saint-orven': ['reader'] })
    await visitor.login(agent.email)
  })

  const statusOf = async (path: string) => (await visitor.get(path)).status

  test('opens the member that the address names, and no other', async ({ assert }) => {
    await place('tregoat')
    assert.equal(await statusOf('/c/kervalan/actes'), 200)
    assert.equal(await statusOf('/c/tregoat/actes'), 404)
    assert.equal(await statusOf('/c/kervalan/actes'), 200)
    assert.equal(await statusOf('/c/nowhere/actes'), 404)
  })

  test('gives in each member the roles of that one', async ({ assert }) => {
    assert.equal(await statusOf('/c/kervalan/actes/nouveau'), 200)
    assert.equal(await statusOf('/c/saint-orven/actes/nouveau'), 403)
  })

  test('is no place to whoever has left it, from her next page on', async ({ assert }) => {
    const { id } = await place('kervalan')
    await tenancy.run(id, ({ trx }) =>
      trx.from('kernel.memberships').where('user_id', agent.id).update({ state: 'suspended' })
    )
    assert.equal(await statusOf('/c/kervalan/actes'), 404)
    assert.equal(await statusOf('/c/saint-orven/actes'), 200)
  })

  test('names nothing that an address could break', async ({ assert }) => {
    for (const slug of ["k'ervalan", 'ker%00valan', '%27%3B--', 'kervalan%5C'])
      assert.equal(await statusOf(`/c/${slug}/actes`), 404)
  })
})
