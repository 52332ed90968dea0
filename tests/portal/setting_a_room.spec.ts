import encryption from '@adonisjs/core/services/encryption'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { allRooms } from '#kernel/room'
import { journal } from '#kernel/journal'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { place } from '#tests/world/world'
import { operator } from './console_world.js'

test.group('The settings of a room', (group) => {
  let id: string
  let user: Awaited<ReturnType<typeof operator>>
  group.setup(async () => {
    user = await operator()
    const tenant = await place('saint-orven')
    id = tenant.id
    return async () => {
      const settings = JSON.stringify(tenant.settings)
      await systemDb().from('kernel.tenants').where('id', id).update({ settings })
      tenants.forget()
    }
  })
  const send = (client: ApiClient, room: string, form: Record<string, unknown>) =>
    client
      .put(`/exploitation/membres/${id}/reglages/${room}`)
      .loginAs(user)
      .withCsrfToken()
      .header('referer', `/exploitation/membres/${id}`)
      .form(form)
  const archive = {
    destination: 'asalae',
    sedaVersion: '2.1',
    archivalAgency: 'FRAD035',
    asalaeUrl: 'https://archives.exemple.test',
    asalaeUser: 'halle',
  }
  const settings = async () => {
    tenants.forget()
    return (await tenants.byId(id))!.settings
  }

  test('are declared by the room, each with the field that edits it', async ({
    client,
    assert,
  }) => {
    for (const { name, settings = {} } of allRooms()) {
      for (const [key, setting] of Object.entries(settings)) {
        assert.properties(setting, ['default', 'label', 'kind'], `${name}.${key}`)
      }
    }
    const page = await client.get(`/exploitation/membres/${id}`).loginAs(user)
    page.assertTextIncludes('Version de SEDA')
    page.assertTextIncludes('Double authentification exigée pour')
  })

  test('are recorded, a secret encrypted, shown to nobody and kept when left empty', async ({
    client,
    assert,
  }) => {
    await send(client, 'archiving', { ...archive, asalaePassword: 'mot-de-passe-as@lae' })
    const { archiving } = await settings()
    assert.equal(archiving.destination, 'asalae')
    assert.equal(encryption.decrypt(archiving.asalaePassword), 'mot-de-passe-as@lae')
    const page = await client.get(`/exploitation/membres/${id}`).loginAs(user)
    assert.notInclude(page.text(), 'mot-de-passe-as@lae')
    assert.notInclude(page.text(), archiving.asalaePassword)
    await send(client, 'archiving', { ...archive, asalaePassword: '', sedaVersion: '2.3' })
    const later = (await settings()).archiving
    assert.deepEqual([later.sedaVersion, later.asalaePassword], ['2.3', archiving.asalaePassword])
    const entries = await tenancy.run(id, () =>
      journal.entriesOf({ capability: 'kernel', type: 'tenant', id })
    )
    const { type, data } = entries.at(-1)!
    assert.equal(type, 'kernel.tenant_settings_changed')
    assert.deepEqual(data, { room: 'archiving' })
  })

  test('are refused at the field, in words that say how to mend them', async ({
    client,
    assert,
  }) => {
    const wrong = { ...archive, asalaeUrl: 'http://archives', sedaVersion: '9.9' }
    const page = await send(client, 'archiving', wrong)
    page.assertTextIncludes('qui commence par https://')
    assert.notEqual((await settings()).archiving?.sedaVersion, '9.9')
  })

  test('say for which roles a password is not enough', async ({ client, assert }) => {
    await send(client, 'identity', { secondFactorFor: ['signatory'] })
    assert.deepEqual((await settings()).identity.secondFactorFor, ['signatory'])
    await send(client, 'identity', {})
    assert.deepEqual((await settings()).identity.secondFactorFor, [])
    const unknown = await send(client, 'identity', { secondFactorFor: ['roi'] })
    unknown.assertTextIncludes('Choisissez dans la liste')
  })

  test('of a room that does not exist answer 404', async ({ client }) => {
    const answer = await send(client, 'cave', {})
    answer.assertStatus(404)
  })

  test('keep the rhythm of reminders within bounds, and say which', async ({ client, assert }) => {
    const rhythm = (values: object) =>
      send(client, 'identity', {
        secondFactorFor: [],
        recallDays: '7',
        nudgeHours: '24',
        ...values,
      })
    for (const [recallDays, nudgeHours] of [
      ['1', '24'],
      ['61', '24'],
      ['sept', '24'],
      ['7', '3'],
      ['7', '1.5'],
    ]) {
      const answer = await rhythm({ recallDays, nudgeHours })
      assert.include(answer.text(), 'Écrivez un nombre entier', `${recallDays} ${nudgeHours}`)
    }
    await rhythm({ recallDays: '10', nudgeHours: '48' })
    assert.include((await settings()).identity, { recallDays: '10', nudgeHours: '48' })
  })
})
