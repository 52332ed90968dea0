import { test } from '@japa/runner'
import { packsConfig } from '#config/invoicing'
import { packsHome } from '#app/invoicing/packs_home'
import { verdictOf } from '#app/invoicing/archive/pieces'
import { importPack } from '#lib/einvoice/packs'
import type { ChorusWorld } from './chorus_world.js'
import { packsWorld } from './packs_world.js'

test.group('An invoice that official rules judge too', (group) => {
  let world: ChorusWorld
  let packCalled: (name: string) => string
  group.each.setup(async () => {
    const packs = await packsWorld()
    ;({ world, packCalled } = packs)
    return () => packs.close()
  })

  /** The operator imports a pack that applies from a day on. */
  const imported = (from: string) => {
    const home = packsHome({ SCHEMAS_DIR: packsConfig.schemasDir })
    importPack(packCalled('pack-7.1'), home, { from, today: from })
  }
  const received = async () => {
    await world.deposit()
    await world.pullAll()
    return world.invoice()
  }

  test('says on its page and in its archive which pack did, and what is disputed', async ({
    assert,
    client,
  }) => {
    imported('2026-01-01')
    const invoice = await received()
    assert.equal(invoice.outcome!.verdict, 'invalid')
    assert.deepInclude(verdictOf(invoice), { pack: '7.1', verdict: 'invalid' })
    const page = await client
      .get(`/c/${world.tenant.slug}/factures/${invoice.id}`)
      .loginAs(world.agent)
    page.assertTextIncludes('par le paquet officiel 7.1')
    page.assertTextIncludes('Contestée')
  })

  test('is judged by our rules alone before the day of the pack', async ({ assert, client }) => {
    imported('2099-01-01')
    const invoice = await received()
    assert.deepInclude(verdictOf(invoice), { pack: null, verdict: 'valid' })
    const page = await client
      .get(`/c/${world.tenant.slug}/factures/${invoice.id}`)
      .loginAs(world.agent)
    page.assertTextIncludes('Jugée par nos règles seules')
  })
})
