import { test } from '@japa/runner'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import Acte from '#app/actes/models/acte'
import { person } from '#tests/world/world'
import { commune, forgetJobs, PDF } from './room.js'

/** Does `work` on a disk that takes no byte any more. */
const onAFullDisk = <T>(work: () => Promise<T>): Promise<T> =>
  failing(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }), work)

/** Does `work` while no document can be kept. */
async function failing<T>(error: Error, work: () => Promise<T>): Promise<T> {
  const { store } = documents
  documents.store = () => Promise.reject(error)
  try {
    return await work()
  } finally {
    documents.store = store
  }
}

test.group('A file that finds no room on the disk', (group) => {
  group.setup(async () => {
    await forgetJobs()
  })

  test('is said in French; what was typed comes back, and nothing half-kept stays', async ({
    client,
    assert,
  }) => {
    const kervalan = await commune()
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const objet = `Réfection du préau ${uuidv7().slice(-6)}`
    const send = () =>
      client
        .post('/c/kervalan/actes')
        .loginAs(agent)
        .withCsrfToken()
        .header('referer', '/c/kervalan/actes/nouveau')
        .fields({ nature: 1, matiere: '5.2', objet, decisionDate: '2026-11-20' })
        .file('document', PDF, { filename: 'délibération.pdf' })
    const page = await onAFullDisk(() => send())
    page.assertTextIncludes('Il n’y a plus de place pour les fichiers')
    page.assertTextIncludes(objet)
    const kept = await tenancy.run(kervalan.id, () => Acte.query().where('objet', objet).exec())
    assert.lengthOf(kept, 0)
  })

  test('is said with its own status to a program', async ({ client, assert }) => {
    await commune()
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const answer = await onAFullDisk(() =>
      client
        .post('/c/kervalan/actes')
        .loginAs(agent)
        .withCsrfToken()
        .accept('json')
        .fields({ nature: 1 })
        .file('document', PDF, { filename: 'délibération.pdf' })
    )
    answer.assertStatus(507)
    assert.equal(answer.body().code, 'E_NO_ROOM')
  })
})

test.group('A failure of ours, when something was sent', () => {
  test('is told with where to look before it is typed again', async ({ client, assert }) => {
    await commune()
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const answer = await failing(new Error('Connection terminated unexpectedly'), () =>
      client
        .post('/c/kervalan/actes')
        .loginAs(agent)
        .withCsrfToken()
        .fields({ nature: 1, objet: 'Réfection du préau', decisionDate: '2026-11-20' })
        .file('document', PDF, { filename: 'délibération.pdf' })
    )
    answer.assertStatus(500)
    assert.match(answer.text(), /a peut-être été enregistré/)
    const page = await client.get('/c/kervalan/actes/nouveau').loginAs(agent)
    assert.notMatch(page.text(), /a peut-être été enregistré/)
  })
})
