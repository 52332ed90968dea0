import { test } from '@japa/runner'
import { slugOf } from '#console/provisioning/slug'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { someSiren } from '#tests/helpers/siren'
import { person, place } from '#tests/world/world'
import { memberForm, operator } from './console_world.js'

const PAGES = [
  '/exploitation',
  '/exploitation/membres/nouveau',
  '/exploitation/taches',
  '/exploitation/scellements',
  '/exploitation/sante',
  '/exploitation/provisionnement',
]

test.group('The console', () => {
  test('opens every page to an operator', async ({ client }) => {
    const user = await operator()
    const { id } = await place('kervalan')
    for (const page of [...PAGES, `/exploitation/membres/${id}`]) {
      const response = await client.get(page).loginAs(user)
      response.assertStatus(200)
    }
  })

  test('does not exist for anybody else, whatever her roles', async ({ client, assert }) => {
    const mayor = await person('Soizic Madec', { kervalan: ['administrator', 'signatory'] })
    const { id } = await place('kervalan')
    for (const page of [...PAGES, `/exploitation/membres/${id}`]) {
      const response = await client.get(page).loginAs(mayor)
      response.assertStatus(404)
    }
    const changes = [
      `/exploitation/membres/${id}/suspension`,
      '/exploitation/taches/relances',
      '/exploitation/membres',
    ]
    for (const change of changes) {
      const response = await client.post(change).loginAs(mayor).withCsrfToken().redirects(0)
      response.assertStatus(404)
    }
    tenants.forget()
    assert.equal((await tenants.byId(id))!.state, 'active')
  })

  test('answers 404 to a member that does not exist', async ({ client }) => {
    const user = await operator()
    for (const id of ['0192f0c1-0000-7000-8000-000000000000', 'kervalan']) {
      const response = await client.get(`/exploitation/membres/${id}`).loginAs(user)
      response.assertStatus(404)
    }
  })
})

test.group('From a SIREN to a working member', () => {
  test('shows first what will be done, and does nothing', async ({ client, assert }) => {
    const form = memberForm(someSiren())
    const response = await client
      .post('/exploitation/membres/apercu')
      .loginAs(await operator())
      .withCsrfToken()
      .form(form)
    response.assertStatus(200)
    response.assertTextIncludes('Membre créé')
    response.assertTextIncludes('Invitation à administrer')
    tenants.forget()
    assert.isNull(await tenants.bySiren(form.siren))
  })

  test('leads to a page that may be reloaded: nothing is sent twice', async ({
    client,
    assert,
  }) => {
    const user = await operator()
    const form = memberForm(someSiren())
    const road = '/exploitation/membres/apercu'
    const sent = await client.post(road).loginAs(user).withCsrfToken().form(form).redirects(0)
    assert.deepEqual([sent.status(), sent.header('location')], [302, road])
  })

  test('cuts nothing of what is typed: a department in letters is refused, a long name kept', async ({
    client,
    assert,
  }) => {
    const user = await operator()
    const page = await client.get('/exploitation/membres/nouveau').loginAs(user)
    const [departement] = /<input[^>]*name="departement"[^>]*>/.exec(page.text())!
    assert.notInclude(departement, 'maxlength')
    const name =
      'Communauté de communes du Pays des Étangs, des Landes et des Vieux-Châteaux-du-Ponant'
    const send = (changes: object) =>
      client
        .post('/exploitation/membres/apercu')
        .loginAs(user)
        .withCsrfToken()
        .header('referer', '/exploitation/membres/nouveau')
        .form({ ...memberForm(someSiren()), name, ...changes })
    const refused = await send({ departement: 'Ille-et-Vilaine' })
    refused.assertTextIncludes('Ce code de département n’existe pas')
    refused.assertTextIncludes('value="Ille-et-Vilaine"')
    const slug = slugOf(name)
    assert.isAtMost(slug.length, 60)
    assert.notMatch(slug, /-(?:du|de|des|la|le|les|et)$/)
  })

  test('creates it, invites its administrator and opens its pages', async ({ client, assert }) => {
    const form = memberForm(someSiren())
    const response = await client
      .post('/exploitation/membres')
      .loginAs(await operator())
      .withCsrfToken()
      .form(form)
      .redirects(0)
    response.assertStatus(302)
    tenants.forget()
    const tenant = (await tenants.bySiren(form.siren))!
    assert.equal(tenant.departement, '035')
    const { invitation, mails } = await tenancy.run(tenant.id, async ({ trx }) => ({
      invitation: await trx.from('kernel.invitations').firstOrFail(),
      mails: await trx.from('kernel.outbox').where('name', 'like', '%.mail_invitation'),
    }))
    assert.equal(invitation.email, form.email)
    assert.sameMembers(invitation.roles, ['administrator', 'agent'])
    assert.lengthOf(mails, 1)
  })

  test('is refused at the field that is wrong, with what was typed', async ({ client }) => {
    const user = await operator()
    const form = { ...memberForm('123456789'), departement: '99', arrondissement: 'x' }
    const response = await client
      .post('/exploitation/membres/apercu')
      .loginAs(user)
      .withCsrfToken()
      .header('referer', '/exploitation/membres/nouveau')
      .form(form)
    response.assertTextIncludes('vérifiez chaque chiffre')
    response.assertTextIncludes('Ce code de département n’existe pas')
    response.assertTextIncludes(form.name)
  })
})
