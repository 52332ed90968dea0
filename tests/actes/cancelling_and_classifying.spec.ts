import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { threadOf } from '#app/actes/screens/thread_screen'
import { requestClassification } from '#app/actes/jobs/request_classification'
import { startCancellation } from '#app/actes/jobs/transmit'
import type Acte from '#app/actes/models/acte'
import ClassificationVersion from '#app/actes/models/classification_version'
import { MinistryClassification } from '../../simulators/ministry/classification.js'
import {
  change,
  exchange,
  type Exchange,
  reload,
  signedActe,
  transmit,
  until,
  untilState,
} from './room.js'

test.group('Other exchanges with the ministry', (group) => {
  let { kervalan, ministry } = {} as Exchange

  group.each.setup(() => exchange((opened) => ({ kervalan, ministry } = opened)))

  const sent = (objet: string) => signedActe(kervalan, { objet } as Partial<Acte>)
  const receivedTimes = async (acte: Acte) =>
    ministry.report().receivedByActe[(await reload(kervalan, acte)).identifier!]

  test('cancels a transmission, and only when it was received', async ({ assert }) => {
    const acte = await sent('À annuler')
    await transmit(kervalan, acte)
    await untilState(kervalan, acte, 'acknowledged')
    await change(kervalan, acte.id, (fresh) => startCancellation(fresh, SYSTEM, 'Erreur d’annexe'))
    await untilState(kervalan, acte, 'cancelled')
    const types = ministry.report().transactions.map(({ type }) => type)
    assert.include(types, '6-1')
    const young = await sent('Pas encore parti')
    await assert.rejects(() =>
      change(kervalan, young.id, (fresh) => startCancellation(fresh, SYSTEM, 'x'))
    )
  })

  test('an archived acte whose cancellation is refused stays so, and nothing is told twice', async ({
    assert,
  }) => {
    const acte = await sent('Annulation refusée #maintien')
    await transmit(kervalan, acte)
    await untilState(kervalan, acte, 'archived')
    await change(kervalan, acte.id, (fresh) => startCancellation(fresh, SYSTEM, 'Erreur d’annexe'))
    await untilState(kervalan, acte, 'archived')
    const events = await tenancy.run(kervalan.id, ({ trx }) =>
      trx.from('actes.acte_transitions').where('acte_id', acte.id).orderBy('id').select('event')
    )
    assert.deepEqual(events.map(({ event }) => event).slice(-4), [
      'publish',
      'archive',
      'cancel',
      'keep_archived',
    ])
    const thread = await tenancy.run(kervalan.id, async () =>
      (await threadOf(await reload(kervalan, acte), '/c/kervalan/actes')).map(({ what }) => what)
    )
    assert.lengthOf(
      thread.filter((what) => what === 'Tamponné et publié'),
      1
    )
    assert.lengthOf(
      thread.filter((what) => what === 'Archivé avec ses preuves'),
      1
    )
  })

  test('a classification that comes late does not replace a newer one', async ({ assert }) => {
    const receive = (date: string) =>
      tenancy.run(kervalan.id, () =>
        ClassificationVersion.receive(new MinistryClassification(date).toXml(), '7-2.xml')
      )
    await receive('2025-06-01')
    const version = await tenancy.run(kervalan.id, () => ClassificationVersion.latest())
    assert.equal(version!.date.toISODate(), '2026-01-05')
  })

  test('refuses before sending what the classification no longer allows', async ({ assert }) => {
    const acte = await sent('Matière disparue')
    await change(kervalan, acte.id, async (fresh) => fresh.merge({ matiere: '5.99' }).save())
    await transmit(kervalan, acte)
    await untilState(kervalan, acte, 'anomaly')
    assert.equal((await reload(kervalan, acte)).anomalyCode, 'CONTROLE')
    const tasks = await tenancy.run(kervalan.id, ({ trx }) =>
      trx.from('kernel.tasks').where('subject_id', acte.id)
    )
    assert.match(tasks[0].title, /^Reprendre .* refusé à l’envoi$/)
    assert.isUndefined(await receivedTimes(acte))
  })

  test('asks for the classification, and keeps its bytes', async ({ assert }) => {
    await tenancy.run(kervalan.id, () => requestClassification.enqueue({ everything: true }))
    const count = () =>
      tenancy.run(kervalan.id, async () => (await ClassificationVersion.all()).length)
    const before = await count()
    await until(async () => (await count()) === before + 1)
    const version = await tenancy.run(kervalan.id, () => ClassificationVersion.latest())
    assert.equal(version!.date.toISODate(), '2026-01-05')
    const bytes = await tenancy.run(kervalan.id, () => documents.read(version!.documentId))
    assert.match(String(bytes), /RetourClassification/)
  })
})
