import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { depositOf } from '#rooms/archiving'
import { folderRefused, folderSigned } from '#rooms/parapheur'
import { acteOfDocument } from '#rooms/actes'
import { isFiled } from '#tests/ged/support/filed'
import { runDueJobs as runJobsOf } from '#tests/helpers/jobs'
import { person } from '#tests/world/world'
import { change, draftOf, exchange, type Exchange, reload, runDueJobs, untilState } from './room.js'

test.group('What follows the signature of an acte', (group) => {
  let { kervalan } = {} as Exchange

  group.each.setup(() => exchange((opened) => ({ kervalan } = opened)))

  async function inCircuit(changes: object = {}) {
    const { id } = await draftOf(kervalan, changes)
    return change(kervalan, id, async (acte) => {
      acte.folderId = uuidv7()
      await acte.step('submit', SYSTEM)
    })
  }
  const factsOf = (id: string) => ({
    folderId: uuidv7(),
    origin: { capability: 'actes', id },
    at: new Date().toISOString(),
  })

  async function signedInCircuit(changes: object = {}) {
    const acte = await inCircuit(changes)
    await tenancy.run(kervalan.id, () =>
      folderSigned.emit({ ...factsOf(acte.id), documentIds: [acte.documentId!] })
    )
    return acte
  }

  test('leads to the archives without another gesture, and every step is in the journal', async ({
    assert,
  }) => {
    const acte = await signedInCircuit()
    await untilState(kervalan, acte, 'archived')
    await runJobsOf(kervalan.id, 'ged.file_dossier')
    const { path } = await isFiled(kervalan.id, { room: 'actes', id: acte.id }, assert)
    assert.match(path!, /^Actes\/2026\//)
    const done = await reload(kervalan, acte)
    await tenancy.run(kervalan.id, async () => {
      const deposit = await depositOf({ capability: 'actes', id: acte.id })
      assert.equal(deposit!.state, 'accepted')
      const types = (await journal.entriesOf(acte.ref)).map(({ type }) => type)
      assert.deepEqual(types, [
        'actes.acte_submit',
        'actes.acte_sign',
        'actes.acte_transmit',
        'actes.acte_hand_over',
        'actes.acte_acknowledge',
        'actes.acte_publish',
        'actes.acte_archive',
      ])
      const { sha256 } = await documents.find(done.stampedDocumentId!)
      assert.equal((await acteOfDocument(sha256))!.rendition, 'stamped')
      assert.isNull(await acteOfDocument('0'.repeat(64)))
    })
  })

  test('shows its deposit, and the way to it to whom the archives are open', async ({
    client,
    assert,
  }) => {
    const acte = await signedInCircuit()
    await untilState(kervalan, acte, 'archived')
    // The folder of these tests does not exist: its page has nothing to say of it
    await change(kervalan, acte.id, (one) => one.merge({ folderId: null }).save())
    const seenBy = async (user: User) =>
      client.get(`/c/${kervalan.slug}/actes/${acte.id}`).loginAs(user)
    const agent = await seenBy(await person('Maëlle Le Goff', { kervalan: ['agent'] }))
    agent.assertTextIncludes('/archives/versements/')
    const mayor = await seenBy(await person('Soizic Madec', { kervalan: ['signatory'] }, 'Maire'))
    mayor.assertTextIncludes('Versement demandé')
    assert.notInclude(mayor.text(), '/archives/versements/')
  })

  test('archives a withheld acte without publishing it', async ({ assert }) => {
    const acte = await signedInCircuit({ withheld: true })
    await untilState(kervalan, acte, 'archived')
    assert.isNull((await reload(kervalan, acte)).publishedOn)
  })

  test('a refusal gives the acte back to the agents, with its reason', async ({ assert }) => {
    const acte = await inCircuit()
    await tenancy.run(kervalan.id, () =>
      folderRefused.emit({ ...factsOf(acte.id), reason: 'Le tarif est faux' })
    )
    await untilState(kervalan, acte, 'refused')
    await tenancy.run(kervalan.id, async ({ trx }) => {
      const tasks = await trx.from('kernel.tasks').where('subject_id', acte.id)
      assert.match(tasks[0].title, /refusé par le parapheur/)
      const [last] = await trx
        .from('actes.acte_transitions')
        .where('event', 'refuse')
        .orderBy('id', 'desc')
      assert.equal(last.reason, 'Le tarif est faux')
    })
  })

  test('a folder of another room moves nothing here', async ({ assert }) => {
    const acte = await inCircuit()
    await tenancy.run(kervalan.id, () =>
      folderSigned.emit({
        ...factsOf(acte.id),
        origin: { capability: 'territory', id: acte.id },
        documentIds: [acte.documentId!],
      })
    )
    await runDueJobs()
    assert.equal((await reload(kervalan, acte)).state, 'in_circuit')
  })
})
