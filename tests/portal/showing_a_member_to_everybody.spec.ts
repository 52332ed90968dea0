import { test } from '@japa/runner'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { forgetShown } from '#web/shown_members'
import { systemDb } from '#kernel/system'
import { png } from '#tests/helpers/png'
import { person, place } from '#tests/world/world'

const SIDE = '/c/saint-orven/cote-public'
test.group('What a member shows of itself', (group) => {
  group.setup(async () => {
    const { id, settings } = await place('saint-orven')
    return async () => {
      await systemDb().from('kernel.tenants').where('id', id).update({ settings })
      tenants.forget()
    }
  })
  const mayor = () => person('Soizic Madec', { 'saint-orven': ['administrator'] })

  test('is how to reach it and when, as its administrator says it', async ({ client, assert }) => {
    const user = await mayor()
    const saved = await client.put(SIDE).loginAs(user).withCsrfToken().form({
      legalAddress: '1 place de la Mairie, 35120 Saint-Orven',
      legalPhone: '02 99 00 00 01',
      publicEmail: 'mairie@saint-orven.test',
      website: 'https://www.saint-orven.test',
      lundi: '9h-12h, 14h-17h30',
      hoursNote: 'Fermé le premier lundi du mois',
    })
    saved.assertTextIncludes('sont enregistrés')
    const page = await client.get('/p/saint-orven')
    for (const said of [
      '1 place de la Mairie, 35120 Saint-Orven',
      'href="tel:0299000001"',
      'href="mailto:mairie@saint-orven.test"',
      'href="https://www.saint-orven.test"',
      'Fermé le premier lundi du mois',
      'Mo 14:00-17:30',
    ])
      page.assertTextIncludes(said)
    assert.match(page.text(), /9\sh\sà\s12\sh, 14\sh\sà\s17\sh\s30/)
    // The way back to its own site is on each page
    ;(await client.get('/p/saint-orven/actes')).assertTextIncludes('https://www.saint-orven.test')
    forgetShown()
    ;(await client.get('/?q=35120')).assertTextIncludes('/p/saint-orven')
  })

  test('is refused in words at the field, and nothing is kept of it', async ({
    client,
    assert,
  }) => {
    const answer = await client
      .put(SIDE)
      .loginAs(await mayor())
      .withCsrfToken()
      .header('referer', SIDE)
      .form({ website: 'javascript:alert(1)', legalPhone: 'chez moi', mardi: 'le matin' })
    const words = ['Écrivez dix chiffres', 'Écrivez l’adresse entière', 'Écrivez comme']
    const places = words.map((one) => answer.text().indexOf(one))
    assert.deepEqual(
      places,
      places.toSorted((one, other) => one - other),
      'as the form asks them'
    )
    // Once, and not in the forms of the images too
    assert.lengthOf(answer.text().match(/id="erreurs-titre"/g) ?? [], 1)
    answer.assertTextIncludes('Écrivez l’adresse entière')
    answer.assertTextIncludes('Écrivez dix chiffres')
    answer.assertTextIncludes('9h-12h, 14h-17h30')
    assert.notInclude((await client.get('/p/saint-orven')).text(), 'javascript:')
  })

  test('wears the arms that were given, stripped and described', async ({ client, assert }) => {
    const user = await mayor()
    ;(await client.get('/p/saint-orven/images/blason')).assertStatus(404)
    await client
      .post(`${SIDE}/images/blason`)
      .loginAs(user)
      .withCsrfToken()
      .field('blasonAlt', 'D’azur à trois hermines')
      .file('blasonFile', Buffer.concat([png(40, 48), Buffer.from('rue du Bourg')]), {
        filename: 'blason.svg',
      })
    const page = await client.get('/p/saint-orven')
    page.assertTextIncludes('alt="D’azur à trois hermines"')
    const image = await client.get('/p/saint-orven/images/blason')
    image.assertHeader('content-type', 'image/png')
    image.assertHeader('x-content-type-options', 'nosniff')
    const bytes: Buffer = image.body()
    assert.equal(bytes.readUInt32BE(16), 40)
    assert.notInclude(bytes.toString('latin1'), 'rue du Bourg')
    const { id } = await place('saint-orven')
    const told = await tenancy.run(id, () =>
      journal.entriesOf({ capability: 'kernel', type: 'tenant', id })
    )
    assert.include(
      told.map(({ type }) => type),
      'portal.image_changed'
    )
    await client.post(`${SIDE}/images/blason/retrait`).loginAs(user).withCsrfToken().redirects(0)
    ;(await client.get('/p/saint-orven/images/blason')).assertStatus(404)
  })

  test('takes no image that is a program, too heavy or no image', async ({ client }) => {
    const user = await mayor()
    for (const [bytes, said] of [
      ['<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', 'peuvent porter un programme'],
      ['%PDF-1.7', 'ni un PNG ni un JPEG'],
      ['x'.repeat(1_000_001), 'Cette image pèse plus'],
    ]) {
      const answer = await client
        .post(`${SIDE}/images/logo`)
        .loginAs(user)
        .withCsrfToken()
        .header('referer', SIDE)
        .file('logoFile', Buffer.from(bytes), { filename: 'logo.png' })
      answer.assertTextIncludes(said)
    }
    ;(await client.get('/p/saint-orven/images/logo')).assertStatus(404)
  })

  test('is changed by nobody but an administrator', async ({ client }) => {
    const agent = await person('Maëlle Le Goff', { 'saint-orven': ['agent'] })
    const answer = await client.get(SIDE).loginAs(agent)
    answer.assertStatus(403)
    const posted = await client.post(`${SIDE}/images/logo/retrait`).loginAs(agent).withCsrfToken()
    posted.assertTextIncludes('Votre rôle ne permet pas cette action')
  })
})
