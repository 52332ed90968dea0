import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { publish } from '#app/actes/jobs/publish'
import type Acte from '#app/actes/models/acte'
import { fromDay } from '#app/actes/models/days'
import { LocalDate } from '#lib/values'
import { person } from '#tests/world/world'
import { change, commune, reload, signedActe } from './room.js'

test.group('What is undone without its reason', (group) => {
  let kervalan: Tenant
  let agent: User
  let acte: Acte

  group.setup(async () => {
    kervalan = await commune()
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  })
  group.each.setup(async () => {
    acte = await signedActe(kervalan)
    await change(kervalan, acte.id, async (fresh) => {
      await fresh.step('transmit', SYSTEM)
      fresh.identifier = `035-${kervalan.siren}-20261120-${fresh.numero}-DE`
      fresh.receivedOn = fromDay(LocalDate.parse('2026-11-22'))
      await fresh.step('acknowledge', SYSTEM)
    })
    await tenancy.run(kervalan.id, () => publish(acte.id))
  })

  for (const { road, field, fold } of [
    { road: 'annulation', field: 'reason', fold: 'Annuler la transmission' },
    { road: 'retrait', field: 'unpublishReason', fold: 'Retirer du registre public' },
  ]) {
    for (const typed of ['', '  ', 'ab']) {
      test(`${road}: « ${typed} » is refused at the field of a fold that stays open, without script`, async ({
        client,
        assert,
      }) => {
        const page = await client
          .post(`/c/kervalan/actes/${acte.id}/${road}`)
          .loginAs(agent)
          .withCsrfToken()
          .fields({ [field]: typed })
        page.assertStatus(200)
        const open = /<details[^>]* open[^>]*>[\s\S]*?<\/details>/.exec(page.text())![0]
        assert.include(open, fold)
        assert.include(open, 'Écrivez le motif')
        assert.match(open, new RegExp(`name="${field}"[^>]*aria-invalid="true"`))
        assert.equal((await reload(kervalan, acte)).state, 'published')
        assert.equal((await reload(kervalan, acte)).publicForm, 'whole')
      })
    }
  }
})
