import { test } from '@japa/runner'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import { person, place } from '#tests/world/world'
import { forgetAttempts, Visitor } from './visitor.js'

test.group('One’s own account', (group) => {
  let maelle: User
  group.each.setup(async () => {
    maelle = await person('Maëlle Le Goff', { 'kervalan': ['agent'], 'saint-orven': ['agent'] })
    await maelle.merge({ phone: null }).save()
  })
  const changes = async (slug: 'kervalan' | 'saint-orven') =>
    tenancy.run((await place(slug)).id, ({ trx }) =>
      trx
        .from('kernel.journal_entries')
        .where({ type: 'identity.contact_changed', subject_id: maelle.id })
        .orderBy('position')
    )

  test('keeps a telephone, shows it as it is read, and says in each journal that it changed', async ({
    client,
    assert,
  }) => {
    const before = (await changes('saint-orven')).length
    const send = (phone: string) =>
      client
        .post('/compte')
        .loginAs(maelle)
        .withCsrfToken()
        .form({ full_name: maelle.fullName, phone })
    const page = await send('+33 (0)2.99.12.34.56')
    assert.include(page.text(), 'Vos coordonnées sont enregistrées')
    assert.include(page.text().replaceAll('\u202f', ' '), 'value="02 99 12 34 56"')
    assert.equal((await maelle.refresh()).phone, '+33299123456')
    await send('02 99 12 34 56')
    for (const slug of ['kervalan', 'saint-orven'] as const) {
      const entries = await changes(slug)
      assert.deepEqual(entries.at(-1).data, { fields: ['phone'] }, slug)
    }
    // Said once: the same number, written otherwise, changes nothing
    assert.lengthOf(await changes('saint-orven'), before + 1)
    await send('')
    assert.isNull((await maelle.refresh()).phone)
  })

  test('says how to mend a number, beside it, and keeps what was typed', async ({
    client,
    assert,
  }) => {
    const page = await client
      .post('/compte')
      .loginAs(maelle)
      .withCsrfToken()
      .header('referer', '/compte')
      .form({ full_name: maelle.fullName, phone: '02 99' })
    assert.include(page.text(), 'écrivez dix chiffres')
    assert.include(page.text(), 'value="02 99"')
    assert.isNull((await maelle.refresh()).phone)
  })

  test('shows where each session was opened', async ({ assert }) => {
    await forgetAttempts()
    const visitor = new Visitor()
    await visitor.login(maelle.email)
    const { text } = await visitor.get('/compte/sessions')
    assert.include(text, 'Réseau local')
  })
})
