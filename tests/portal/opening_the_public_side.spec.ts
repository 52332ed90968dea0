import { test } from '@japa/runner'
import Membership from '#kernel/people/membership'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { someSiren } from '#tests/helpers/siren'
import { person } from '#tests/world/world'
import type { Role } from '#kernel/room'
import { memberForm, operator } from './console_world.js'

/** A member as the console makes it, and one of its people. */
async function newMember(client: any) {
  const form = memberForm(someSiren())
  await client
    .post('/exploitation/membres')
    .loginAs(await operator())
    .withCsrfToken()
    .form(form)
    .redirects(0)
  tenants.forget()
  const tenant = (await tenants.bySiren(form.siren))!
  const withRole = async (role: Role) => {
    const user = await person('Soizic Madec', {})
    await tenancy.run(tenant.id, () =>
      Membership.create({ userId: user.id, roles: [role], state: 'active' })
    )
    return user
  }
  return { tenant, withRole }
}

test.group('The public side of a member', () => {
  test('is closed at its birth, and its administrator opens it', async ({ client, assert }) => {
    const { tenant, withRole } = await newMember(client)
    const mayor = await withRole('administrator')
    ;(await client.get(`/p/${tenant.slug}`).accept('html')).assertStatus(404)
    const home = await client.get(`/c/${tenant.slug}`).loginAs(mayor)
    home.assertTextIncludes('Votre côté public n’est pas ouvert')
    const opened = await client
      .post(`/c/${tenant.slug}/cote-public/ouverture`)
      .loginAs(mayor)
      .withCsrfToken()
    opened.assertTextIncludes('Votre côté public est ouvert à tous.')
    ;(await client.get(`/p/${tenant.slug}`)).assertStatus(200)
    const told = await tenancy.run(tenant.id, () =>
      journal.entriesOf({ capability: 'kernel', type: 'tenant', id: tenant.id })
    )
    const { actor } = told.find(({ type }) => type === 'kernel.public_side_opened')!
    assert.equal(actor.id, mayor.id)
  })

  test('is opened by nobody but an administrator', async ({ client, assert }) => {
    const { tenant, withRole } = await newMember(client)
    const agent = await withRole('agent')
    const answer = await client
      .post(`/c/${tenant.slug}/cote-public/ouverture`)
      .loginAs(agent)
      .withCsrfToken()
      .redirects(0)
    assert.notEqual(answer.response.headers.location, `/c/${tenant.slug}/cote-public`)
    ;(await client.get(`/c/${tenant.slug}/cote-public`).loginAs(agent)).assertStatus(403)
    tenants.forget()
    assert.isNull((await tenants.byId(tenant.id))!.publicSince)
  })
})
