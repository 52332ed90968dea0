import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { dropReply } from '#app/actes/letter_replies'
import type Acte from '#app/actes/models/acte'
import Transmission from '#app/actes/models/transmission'
import { transmissionLifecycle } from '#app/actes/models/transmission_lifecycle'
import type { TransmissionState } from '#app/actes/rules/transmission_lifecycle'
import { commune, sentActe } from './room.js'

/** Every legal move, written apart from the table. */
const LEGAL: Record<string, Record<string, string>> = {
  frozen: {
    attempt: 'attempting',
    release: 'frozen',
    doubt: 'uncertain',
    arrive: 'sent',
    fail: 'failed',
    answer: 'answered',
  },
  attempting: {
    release: 'frozen',
    doubt: 'uncertain',
    arrive: 'sent',
    fail: 'failed',
    answer: 'answered',
  },
  uncertain: {
    attempt: 'attempting',
    release: 'frozen',
    doubt: 'uncertain',
    arrive: 'sent',
    fail: 'failed',
    answer: 'answered',
  },
  sent: { arrive: 'sent', answer: 'answered', fail: 'failed' },
  failed: { answer: 'answered' },
  answered: { arrive: 'answered', answer: 'answered' },
}

test.group('The life of a transmission', (group) => {
  let tenant: Tenant
  let acte: Acte
  group.setup(async () => {
    tenant = await commune()
    acte = await sentActe(tenant)
  })

  const inRoom = <R>(work: () => Promise<R>) => tenancy.run(tenant.id, work)
  const latest = async () => (await Transmission.latestOf(acte.id, '1-1'))!
  const put = (state: TransmissionState, changes: object = {}) =>
    inRoom(async () => {
      const { id } = await latest()
      const row = tenancy.trx().from('actes.transmissions').where({ id })
      await row.update({ state, last_error: null, ...changes })
    })

  for (const state of transmissionLifecycle.states) {
    for (const event of transmissionLifecycle.events) {
      const target = LEGAL[state][event]
      test(`${state}: ${event} ${target ? `leads to ${target}` : 'is refused'}`, async ({
        assert,
      }) => {
        await put(state)
        const moving = inRoom(async () => transmissionLifecycle.move(await latest(), event))
        if (target) await moving
        else await assert.rejects(() => moving, /n’est plus possible/)
        assert.equal((await inRoom(latest)).state, target ?? state)
      })
    }
  }

  test('one read before another moved it is judged by the base, and written', async ({
    assert,
  }) => {
    await put('uncertain')
    const stale = await inRoom(latest)
    await put('frozen')
    await inRoom(async () => {
      stale.useTransaction(tenancy.trx())
      await stale.becomeUncertain('Délai dépassé')
    })
    assert.equal((await inRoom(latest)).state, 'uncertain')
  })

  test('a reply that the prefecture answered stays answered when an anomaly follows', async ({
    assert,
  }) => {
    await put('answered', { type: '3-3' })
    await inRoom(async () => {
      const sent = await Transmission.query().where({ acteId: acte.id }).firstOrFail()
      await dropReply(acte, sent, 'Enveloppe illisible')
    })
    const after = await inRoom(() => Transmission.query().where({ acteId: acte.id }).firstOrFail())
    assert.equal(after.state, 'answered')
    assert.isNull(after.lastError)
    await inRoom(() =>
      tenancy.trx().from('actes.transmissions').where({ id: after.id }).update({ type: '1-1' })
    )
  })
})
