import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { systemDb } from '#kernel/system'
import Invoice from '#app/invoicing/models/invoice'
import { oweStatus } from '#app/invoicing/pushing/owe'
import { pushStatus } from '#app/invoicing/pushing/push_status'
import { takeUp } from '#app/invoicing/trouble'
import type { Scenario } from '../../simulators/chorus/scenarios.js'
import { chorusWorld, rowsOf, type ChorusWorld } from './chorus_world.js'

/**
 * What a scenario of the console does to a pulling, `says` being what the tray tells of it; null when
 * nothing fails. A scenario that is added does not compile until it is said here.
 */
const SCENARIOS: Record<Scenario, { says: RegExp | null; times?: number }> = {
  'expired': { says: null },
  // Another token is asked, once
  'account': { says: /mot de passe a peut-être changé/, times: 2 },
  'too-many': { says: /429/ },
  'down': { says: /503/ },
  'error': { says: /500/ },
  'slow': { says: null },
  'said-in-200': { says: /Erreur/ },
  // Alone in its answer, it cannot be asked in smaller pieces
  'too-large': { says: /trop lourde/ },
  'half-page': { says: /ne répond pas/ },
  'status-refused': { says: null },
  'status-cut': { says: null },
}

test.group('Each scenario of the simulated Chorus Pro', (group) => {
  let world: ChorusWorld
  group.each.setup(async () => {
    world = await chorusWorld({ slowMs: 50 })
    return () => world.close()
  })

  const play = (name: string, times = 1) =>
    fetch(`${world.chorus.url}/console/scenario?nom=${name}&fois=${times}`, { method: 'POST' })
  /** A retry comes later: here, at once. */
  const again = async () => {
    await systemDb()
      .from('kernel.outbox')
      .where({ tenant_id: world.tenant.id, name: pushStatus.name })
      .whereNull('done_at')
      .update({ run_at: systemDb().knexRawQuery('now()') })
    await world.settle()
  }

  for (const [name, { says, times }] of Object.entries(SCENARIOS)) {
    test(`« ${name} »: the tray says what is true, all is well again, and a status is given once`, async ({
      assert,
    }) => {
      await world.deposit()
      assert.equal((await play(name, times)).status, 200)
      await world.pullAll()
      const [{ last_error: said }] = await rowsOf(world.tenant.id, 'pulls')
      if (says) assert.match(said, says)
      else assert.isNull(said)
      await play('')
      await world.pullAll()
      assert.equal((await world.invoice()).state, 'available')
      assert.isNull((await rowsOf(world.tenant.id, 'pulls'))[0].last_error)

      await play(name, times)
      await world.run(async () => {
        const invoice = await Invoice.query().forUpdate().firstOrFail()
        await invoice.step('certify', SYSTEM)
        await oweStatus(invoice, 'service_done')
      })
      await world.settle()
      await play('')
      await world.run(async () => {
        const invoice = await Invoice.query().forUpdate().firstOrFail()
        if (invoice.trouble) await takeUp(invoice, SYSTEM)
      })
      await again()
      const [{ received }] = world.chorus.report().invoices
      assert.deepEqual(
        received.map(({ status }) => status),
        ['SERVICE_FAIT']
      )
      assert.equal((await rowsOf(world.tenant.id, 'pushes'))[0].state, 'taken')
    })
  }
})
