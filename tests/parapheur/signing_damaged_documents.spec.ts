import { test } from '@japa/runner'
import Folder from '#app/parapheur/models/folder'
import { documents } from '#kernel/documents'
import { runDueJobs } from '#tests/helpers/jobs'
import { testTrust } from '#tests/helpers/trust'
import { certified } from '../lib/signature/handmade_pdf.js'
import { samplePdf } from '../lib/signature/sample_pdf.js'
import { answerSession, openSession } from './signing_session.js'
import { townHall, type TownHall } from './town_hall.js'

test.group('A signing session over a document that is not sound', (group) => {
  let hall: TownHall
  let id: string
  let url: string
  group.each.setup(async () => {
    hall = await townHall()
    id = await hall.open({ circuit: 'signature' })
    url = `${hall.base}/dossiers/${id}`
  })
  const folder = () => hall.run(() => Folder.get(id))

  test('signs one that is damaged, mended first', async ({ client, assert }) => {
    const { mayor: signer } = await testTrust()
    await hall.run(async () => {
      const broken = (await samplePdf()).subarray(0, -60)
      const stored = await documents.store(broken, { name: 'abime.pdf' })
      const [main] = await (await Folder.get(id)).contents()
      await main.merge({ documentId: stored.id, originalDocumentId: stored.id }).save()
    })
    const session = (await openSession(client, url, hall.mayor, signer)).body()
    await answerSession(client, session, hall.mayor, signer)
    await runDueJobs(hall.tenant.id)
    assert.equal((await folder()).state, 'signed')
  })

  test('does not begin on what would not be the same document any more', async ({
    client,
    assert,
  }) => {
    const { mayor: signer } = await testTrust()
    await hall.run(async () => {
      const stored = await documents.store(certified(signer, 1), { name: 'certifie.pdf' })
      const [main] = await (await Folder.get(id)).contents()
      await main.merge({ documentId: stored.id, originalDocumentId: stored.id }).save()
    })
    const answer = await openSession(client, url, hall.mayor, signer)
    answer.assertStatus(422)
    assert.equal(answer.body().code, 'E_PDF_UNFAITHFUL')
    assert.include(answer.text(), 'une signature qu’il porte déjà ne vaudrait plus')
  })
})
