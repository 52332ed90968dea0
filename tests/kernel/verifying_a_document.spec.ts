import { mkdtempSync, readdirSync, statSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { incomingFolder } from '#config/documents'
import { stampPdf } from '#app/actes/stamping/stamp_pdf'
import { documents } from '#kernel/documents'
import { discardUploads } from '#web/uploads/discarded'
import User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import { publications } from '#web/verification/publications'
import { sharedData } from '#tests/helpers/shared_data'
import { testTrust } from '#tests/helpers/trust'
import { until } from '#tests/helpers/until'
import { place } from '#tests/world/world'
import { HOSTILE } from './hostile_documents.js'
import { mayorStamp, signWith } from '../lib/signature/demo_signers.js'
import { samplePdf } from '../lib/signature/sample_pdf.js'

const folder = mkdtempSync(join(tmpdir(), 'halle-verify-'))

function fileOf(bytes: Buffer, name = 'acte.pdf'): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

test.group('Verifying a document, by anybody', () => {
  const missing = 'official samples are not on this machine'

  test('the page needs no login and says what it does', async ({ client, assert }) => {
    const page = await client.get('/verifier')
    page.assertStatus(200)
    assert.include(page.text(), 'Votre fichier n’est pas conservé.')
  })

  test('a signed document is valid, with its signer', async ({ client, assert }) => {
    const { mayor } = await testTrust()
    const signed = await signWith(await samplePdf(), mayor, { appearance: mayorStamp })
    const answer = await client.post('/verifier').withCsrfToken().file('document', fileOf(signed))
    assert.include(answer.text(), 'Intact et signé')
    assert.include(answer.text(), 'Soizic Madec')
    assert.include(answer.text(), 'TOTAL_PASSED')
    assert.include(answer.text(), 'Non vérifiée')
    assert.include(answer.text(), 'Valide, révocation non vérifiée')
  })

  test('nothing of it is kept, as the page says', async ({ client, assert }) => {
    const word = `unique ${Date.now()}`
    const path = fileOf(await samplePdf([word]), `${word}.pdf`)
    const seen: string[] = []
    // The machine tells each name, however short a time it is there
    const watcher = watch(incomingFolder, (_, name) => void seen.push(name!))
    await client.post('/verifier').withCsrfToken().file('document', path)
    await until(() => seen.length > 0, 'the document coming by')
    const left = () => readdirSync(incomingFolder).filter((name) => seen.includes(name))
    await until(() => left().length === 0, 'its removal')
    watcher.close()
    assert.equal(statSync(incomingFolder).mode & 0o777, 0o700)
  })

  test('a page that nobody has leaves nothing to remove', async ({ client, assert }) => {
    const answer = await client.get('/page-que-personne-n-a')
    answer.assertStatus(404)
    await assert.doesNotReject(() => discardUploads({} as never))
  })

  test('an altered one is told so', async ({ client, assert }) => {
    const { mayor } = await testTrust()
    const altered = await signWith(await samplePdf(), mayor)
    altered[40] ^= 1
    const answer = await client.post('/verifier').withCsrfToken().file('document', fileOf(altered))
    assert.include(answer.text(), 'HASH_FAILURE')
    assert.include(answer.text(), 'Altéré')
  })

  test('one that is too large is told so, and not that it is no PDF', async ({
    client,
    assert,
  }) => {
    const path = fileOf(Buffer.alloc(25_000_001), 'enorme.pdf')
    const answer = await client
      .post('/verifier')
      .withCsrfToken()
      .header('referer', '/verifier')
      .file('document', path)
    assert.match(answer.text(), /enorme\.pdf[^<]*dépasse 25\sMo/)
  })

  test('an agent who is signed in may bring a larger one', async ({ client, assert }) => {
    const agent = await User.create({
      fullName: 'Agente',
      email: `agente.${Date.now()}@exemple.test`,
      password: 'mot de passe de test',
    })
    const visited = await client.get('/verifier')
    assert.match(visited.text(), /un PDF de 25\sMo au plus/)
    assert.include(visited.text(), 'connectez-vous')
    const page = await client.get('/verifier').loginAs(agent)
    assert.match(page.text(), /un PDF de 60\sMo au plus/)
    const large = Buffer.concat([await samplePdf(), Buffer.alloc(26_000_000, '\n')])
    const answer = await client
      .post('/verifier')
      .loginAs(agent)
      .withCsrfToken()
      .file('document', fileOf(large, 'grand.pdf'))
    assert.include(answer.text(), 'ne porte aucune signature')
  })

  test('one that would be read for ever is refused, with a way out', async ({ client, assert }) => {
    const answer = await client
      .post('/verifier')
      .withCsrfToken()
      .header('referer', '/verifier')
      .file('document', fileOf(HOSTILE['60,000 signature fields'](), 'champs.pdf'))
    assert.include(answer.text(), 'Ce PDF dépasse ce qui peut être lu ici')
  })

  test('when too many are read at once, one is asked to come back', async ({ client, assert }) => {
    const path = fileOf(HOSTILE['stream repeated'](), 'lent.pdf')
    const send = () => client.post('/verifier').withCsrfToken().file('document', path)
    const answers = await Promise.all(Array.from({ length: 6 }, send))
    const away = answers.filter((answer) => answer.status() === 503)
    assert.isNotEmpty(away)
    assert.equal(away[0].header('retry-after'), '10')
    assert.include(away[0].text(), 'Réessayez dans un instant')
  })

  test('a document without signature is not called valid', async ({ client, assert }) => {
    const path = fileOf(await samplePdf())
    const answer = await client.post('/verifier').withCsrfToken().file('document', path)
    assert.include(answer.text(), 'ne porte aucune signature')
  })

  test('a foreign signature is intact, its signer unknown', async ({ client, assert }) => {
    const sample = sharedData('parapheur', 'samples', 'PDF_avec_tags-signature_pades.pdf')!
    const answer = await client.post('/verifier').withCsrfToken().file('document', sample)
    assert.include(answer.text(), 'NO_CERTIFICATE_CHAIN_FOUND')
  }).skip(!sharedData('parapheur', 'samples', 'PDF_avec_tags-signature_pades.pdf'), missing)

  test('what is no PDF is refused, with a way out', async ({ client, assert }) => {
    const answer = await client
      .post('/verifier')
      .withCsrfToken()
      .header('referer', '/verifier')
      .file('document', fileOf(Buffer.from('bonjour'), 'bonjour.txt'))
    assert.include(answer.text(), 'n’est pas un PDF lisible')
  })

  test('a published document is recognised, marks and all', async ({ client, assert }) => {
    const { mayor } = await testTrust()
    const pdf = await stampPdf(await signWith(await samplePdf(['Un acte publié']), mayor), {
      identifier: '035-213500012-20261122-2026_042-DE',
      receivedOn: '22 novembre 2026',
    })
    const before = await client.post('/verifier').withCsrfToken().file('document', fileOf(pdf))
    assert.include(before.text(), 'Signé, puis annoté')
    assert.include(before.text(), 'Accusé de réception')
    const { id: tenantId, name } = await place('kervalan')
    await tenancy.run(tenantId, async () => {
      const { id } = await documents.store(pdf, { name: 'publie.pdf' })
      const facts = [{ name: 'Identifiant', value: '035-213500012-20261122-2026_042-DE' }]
      await publications.announce([
        { documentId: id, title: 'Délibération 2026_042', url: '/p/kervalan', facts },
      ])
    })
    const after = await client.post('/verifier').withCsrfToken().file('document', fileOf(pdf))
    assert.include(after.text(), 'Délibération 2026_042')
    assert.include(after.text(), `Publié par ${name}`)
    assert.include(after.text(), 'Exemplaire publié')
  })
})
