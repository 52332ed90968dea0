import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { openPublicSide } from '#web/public_side'
import { publish } from '#app/actes/jobs/publish'
import { publishWhole } from '#app/actes/publication'
import {
  change,
  draftOf,
  exchange,
  type Exchange,
  forgetJobs,
  reload,
  runDueJobs,
  untilState,
} from './room.js'
import { fromDay } from '#app/actes/models/days'
import { LocalDate } from '#lib/values'

test.group('An acte received while the public side is closed', (group) => {
  let { kervalan } = {} as Exchange
  const open = (since: Date | null) =>
    systemDb().from('kernel.tenants').where('id', kervalan.id).update({ public_since: since })

  group.each.setup(async () => {
    const close = await exchange((opened) => ({ kervalan } = opened))
    await open(null)
    tenants.forget()
    return async () => {
      await open(new Date())
      tenants.forget()
      await close()
    }
  })

  const received = async () => {
    const { id } = await draftOf(kervalan, {})
    const acte = await change(kervalan, id, async (one) => {
      one.merge({
        state: 'acknowledged',
        signedDocumentId: one.documentId,
        identifier: `035-213509011-20261120-${one.numero}-DE`,
        receivedOn: fromDay(LocalDate.parse('2026-11-20')),
      })
      await one.save()
    })
    await forgetJobs()
    return acte
  }
  const openTask = () =>
    tenancy.run(kervalan.id, ({ trx }) =>
      trx.from('kernel.tasks').where('key', 'actes.open_public_side').first()
    )

  test('waits for it, asks whoever administers, and is published once it opens', async ({
    assert,
  }) => {
    const acte = await received()
    await tenancy.run(kervalan.id, () => publish(acte.id))
    const waiting = await reload(kervalan, acte)
    assert.equal(waiting.state, 'acknowledged')
    assert.isNull(waiting.publishedOn)
    assert.isFalse(waiting.withheld)
    assert.equal((await openTask()).role, 'administrator')
    await tenancy.run(kervalan.id, () => openPublicSide(SYSTEM))
    await untilState(kervalan, acte, 'published')
    assert.isNotNull((await reload(kervalan, acte)).publishedOn)
    assert.isUndefined((await openTask()) ?? undefined)
    await runDueJobs()
  })

  test('is published by no gesture of an agent either', async ({ assert }) => {
    const acte = await received()
    const refused = tenancy.run(kervalan.id, () => publishWhole(acte, SYSTEM))
    await assert.rejects(() => refused, /côté public de votre collectivité n’est pas ouvert/)
  })
})
