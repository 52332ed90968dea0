import { test } from '@japa/runner'
import User from '#kernel/people/user'
import Membership from '#kernel/people/membership'
import { tenancy } from '#kernel/tenancy'
import { seedDemo } from '#app/ged/demo'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import { place } from '#tests/world/world'
import { demoAccounts } from '../../bin/setup/demo_accounts.mjs'
import { HOST } from './support/webdav.js'

const EMAIL = 'maelle.le-goff@kervalan.test'

/** The agent whom the demonstration names. */
async function agentOfDemo(tenantId: string) {
  const agent =
    (await User.findBy('email', EMAIL)) ??
    (await User.create({ fullName: 'Maëlle Le Goff', email: EMAIL, isOperator: false }))
  await tenancy.run(tenantId, async () => {
    const known = await Membership.query({ client: tenancy.trx() }).where('user_id', agent.id)
    if (known.length === 0)
      await Membership.create({ userId: agent.id, roles: ['agent'], state: 'active' })
  })
}

test.group('The programs of the demonstration', () => {
  test('come in with what demo:accounts tells, which is made once', async ({ assert }) => {
    const tenant = await place('kervalan')
    await agentOfDemo(tenant.id)
    await tenancy.run(tenant.id, () => commonSpace())
    await seedDemo(tenant)
    assert.deepEqual(await seedDemo(tenant), [])

    const { tokens } = demoAccounts({ ...process.env, APP_URL: HOST() })
    const [webdav, cmis, rest] = ['webdav', 'cmis', 'rest'].map((kind) =>
      tokens.find((one) => one.kind === kind && one.tenant === 'kervalan')
    )
    const basic = Buffer.from(`${webdav!.user}:${webdav!.password}`).toString('base64')
    const listed = await fetch(webdav!.url, {
      method: 'PROPFIND',
      headers: { authorization: `Basic ${basic}`, depth: '1' },
    })
    assert.equal(listed.status, 207)
    const own = await fetch(cmis!.url, { headers: { authorization: `Basic ${basic}` } })
    const [first] = Object.values((await own.json()) as Record<string, { repositoryUrl: string }>)
    assert.match(first.repositoryUrl, /\/cmis\/browser\/kervalan\/commun$/)
    const spaces = await fetch(`${rest!.url}ged/espaces`, {
      headers: { authorization: `Bearer ${rest!.password}` },
    })
    assert.equal(spaces.status, 200)
  })

  test('are none for a member whose agents the demonstration does not name', async ({ assert }) => {
    assert.deepEqual(await seedDemo(await place('saint-orven')), [])
  })
})
