import { tenancy } from '#kernel/tenancy'
import Membership from '#kernel/people/membership'
import User from '#kernel/people/user'
import Fiche from '#app/territory/models/fiche'
import { uuidv7 } from '#lib/values'
import { type Landreval, inLandreval, landreval } from '#tests/territory/helpers/landreval'
import { test } from '@japa/runner'

let world: Landreval
const email = `agent.${uuidv7().slice(-12)}@saint-orven.test`

test.group('an agent of a commune who is invited to pilot a sheet', (group) => {
  group.setup(async () => {
    world = await landreval()
  })

  test('receives an invitation with the contributor role', async ({ client, assert }) => {
    await client
      .post(`${world.base}/fiches/${world.other}/invitations`)
      .loginAs(world.lead)
      .withCsrfToken()
      .form({ fullName: 'Erwan Le Bihan', email })
      .redirects(0)
    const invitation = await inLandreval(world, async () =>
      tenancy.trx().from('kernel.invitations').where({ email }).first()
    )
    assert.deepEqual(invitation.roles, ['contributor'])
  })

  test('pilots the sheet as soon as she has joined, and only that one', async ({
    client,
    assert,
  }) => {
    const user = await User.create({
      fullName: 'Erwan Le Bihan',
      email,
      password: 'x'.repeat(16),
      isOperator: false,
    })
    await inLandreval(world, async () => {
      await Membership.create({ userId: user.id, roles: ['contributor'], state: 'active' })
      await tenancy
        .trx()
        .from('kernel.invitations')
        .where({ email })
        .update({ accepted_at: new Date() })
    })
    const page = await client.get(`${world.base}/fiches/${world.other}`).loginAs(user)
    assert.include(page.text(), '/parties/')
    await inLandreval(world, async () => {
      assert.isTrue((await Fiche.get(world.other)).isPilotedBy(user.id))
      assert.isFalse((await Fiche.get(world.piloted)).isPilotedBy(user.id))
    })
  })
})
