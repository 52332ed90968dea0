import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { clock } from '#kernel/clock'
import { uuidv7 } from '#lib/values'
import FolderStep from '#app/parapheur/models/folder_step'
import Seal from '#app/parapheur/models/seal'
import { townHall, type TownHall } from './town_hall.js'

test.group('The figures of the parapheur at home', (group) => {
  let town: TownHall

  group.each.setup(async () => {
    town = await townHall()
  })

  /** A folder whose visa and signature were given, with a certificate that ends after some days. */
  async function signed(days: number): Promise<void> {
    const folderId = await town.open()
    await town.run(async () => {
      const steps = await FolderStep.query().where({ folderId }).orderBy('position')
      const signing = steps.find(({ kind }) => kind === 'signature')!
      const now = clock.now()
      await signing
        .merge({ state: 'done', actedBy: town.mayor.id, actedAt: now } as never)
        .merge({ certificateEndsAt: now.plus({ days }) })
        .save()
    })
  }

  test('count what the person signed this month, and nobody else’s', async ({ client, assert }) => {
    await signed(400)
    const path = `/c/${town.tenant.slug}`
    assert.match((await client.get(path).loginAs(town.mayor)).text(), /Signés par vous/)
    assert.notInclude((await client.get(path).loginAs(town.agent)).text(), 'Signés par vous')
  })

  test('say that her certificate ends soon, and not when it lasts', async ({ client, assert }) => {
    const path = `/c/${town.tenant.slug}`
    const home = async () => (await client.get(path).loginAs(town.mayor)).text()
    await signed(400)
    assert.notInclude(await home(), 'Votre certificat de signature')
    await signed(20)
    assert.include(await home(), 'Votre certificat de signature finit le')
  })

  test('say that the seal ends, to those who can renew it', async ({ client, assert }) => {
    const path = `/c/${town.tenant.slug}`
    const expiresAt = DateTime.now().plus({ days: 10 })
    const seal = { store: 'x', password: 'x', commonName: `Cachet ${uuidv7()}`, expiresAt }
    await town.run(() => Seal.create(seal))
    const text = async (user: TownHall['mayor']) => (await client.get(path).loginAs(user)).text()
    assert.include(await text(town.secretary), 'Le cachet de la collectivité finit le')
    assert.notInclude(await text(town.agent), 'Le cachet de la collectivité')
  })
})
