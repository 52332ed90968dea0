import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { someEmail } from '#tests/outsiders/people'
import { keepProof } from '#app/procurement/vault/keep_proof'
import { LocalDate } from '#lib/values'
import { sharedData } from '#tests/helpers/shared_data'
import { bidder, onlineConsultation } from './bidders.js'
import {
  answering,
  dossierFiles,
  emptyGroupBox,
  FACTS,
  groupLetters,
  heldBidder,
  idsOn,
  programOf,
  SUB,
} from './companies.js'
import { market, type Market } from './room.js'

const REQUEST = sharedData('procurement', 'espd', 'xml-examples', 'ESPD-Request.xml')

test.group('A candidature, by programs and by a DUME', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
    await emptyGroupBox()
  })

  test('a company’s program prepares it whole, and reads the files that it seals', async ({
    client,
    assert,
  }) => {
    const consultation = await onlineConsultation(town)
    const [lead, other] = [await bidder('Cariou'), await bidder('Pennec')]
    const [program, rival] = [
      await programOf(client, lead),
      await programOf(client, await bidder('Rivale')),
    ]
    const begun = await program.post('/candidatures', { consultation, form: 'solidaire' })
    begun.assertStatus(201)
    const { id, form } = begun.body()
    assert.equal(form, 'solidaire')
    const again = await program.post('/candidatures', { consultation })
    assert.deepEqual([again.status(), again.body().id], [200, id])
    const wrong = await program.post(`/candidatures/${id}/membres`, {
      ...{ siret: '1', company: 'Pennec', email: someEmail('pennec') },
    })
    assert.equal(wrong.status(), 422)
    await program.post(`/candidatures/${id}/membres`, {
      ...{ siret: other.siret, company: 'Pennec', email: someEmail('pennec') },
    })
    const incomplete = await program.get(`/candidatures/${id}/dossier`)
    assert.deepEqual(
      [incomplete.status(), incomplete.body().code],
      [409, 'E_CANDIDATURE_INCOMPLETE']
    )
    const [{ path }] = await groupLetters()
    await answering(client, other, consultation).post(path)
    const [member] = (await idsOn(client, lead, consultation)).members
    await answering(client, other, consultation).post(`membres/${member}`, FACTS)
    const declared = await program.post(`/candidatures/${id}/declaration`, {
      ...FACTS,
      ...{ isSme: true, isNotExcluded: true },
    })
    assert.deepEqual(declared.body().lacks, [])
    const sub = { ...SUB, isNotExcluded: true, siret: undefined }
    const told = await program.post(`/candidatures/${id}/sous-traitants`, sub)
    assert.deepEqual(told.body().sousTraitants, [{ name: SUB.name, amount: '12000' }])
    const wrongAmount = await program.post(`/candidatures/${id}/sous-traitants`, {
      ...sub,
      amount: 'x',
    })
    assert.equal(wrongAmount.status(), 422)
    const { files } = (await program.get(`/candidatures/${id}/dossier`)).body()
    assert.lengthOf(files, 5)
    const file = await program.get(files[0].url)
    assert.equal(file.body().form, 'solidaire')
    for (const refused of [
      await rival.get(`/candidatures/${id}`),
      await rival.get(`/candidatures/${id}/dossier`),
      await rival.post(`/candidatures/${id}/membres`, {
        siret: other.siret,
        company: 'X X',
        email: 'x@x.fr',
      }),
    ])
      assert.deepEqual([refused.status(), refused.body().code], [404, 'E_CANDIDATURE_MISSING'])
  })

  test('a company’s program reads its vault, where somebody vouched for who holds its token', async ({
    client,
    assert,
  }) => {
    const [held, claims] = [await heldBidder('Cariou'), await bidder('Pennec')]
    const { personId: addedBy } = held.session.outsider
    const bytes = Buffer.from('%PDF-1.7\n%%EOF\n')
    await keepProof({
      ...{ establishmentId: held.establishmentId, addedBy, kind: 'urssaf', issuer: '', bytes },
      ...{
        issuedOn: LocalDate.parse('2026-10-01'),
        expiresOn: null,
        name: 'v.pdf',
        source: 'self',
      },
    })
    const program = await programOf(client, held)
    const [{ id, expiresOn }] = (await program.get('/pieces')).body().items
    assert.equal(expiresOn, '2027-04-01')
    ;(await program.get(`/pieces/${id}`)).assertStatus(200)
    const refused = await (await programOf(client, claims)).get('/pieces')
    assert.deepEqual([refused.status(), refused.body().code], [403, 'E_VAULT_CLOSED'])
    const other = await (await programOf(client, await heldBidder('Riou'))).get(`/pieces/${id}`)
    assert.deepEqual([other.status(), other.body().code], [404, 'E_PROOF_MISSING'])
  })

  test('OE-07: the DUME of a buyer is read as a form, and its answers leave with the dossier', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const her = await bidder('Cariou')
    const asks = answering(client, her, id)
    await asks.post('', { establishment: her.establishmentId })
    const { own, candidature } = await idsOn(client, her, id)
    await asks.post(`membres/${own}`, FACTS)
    const page = `/moi/marches/kervalan/${id}/candidature/membres/${own}/dume`
    const brings = (bytes: Buffer) =>
      client
        .post(page)
        .withSession(her.session)
        .withCsrfToken()
        .file('espd', bytes, { filename: 'dume.xml' })
        .accept('json')
        .redirects(0)
    const hostile = await brings(Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'))
    assert.equal(hostile.body().code, 'E_ESPD_REFUSED')
    ;(await brings(readFileSync(REQUEST!))).assertStatus(302)
    const form = await asks.get(page)
    form.assertTextIncludes('Participation in a criminal organisation')
    const question = Buffer.from('C1_EG_crime-org/QG1/Q1').toString('hex')
    assert.include(form.text(), `answers[${question}]`)
    const wrong = await asks
      .post(`${page}/reponses`, { [`answers[${question}]`]: 'oui' })
      .accept('json')
    assert.equal(wrong.body().errors[0].field, `answers.${question}`)
    ;(await asks.post(`${page}/reponses`, { [`answers[${question}]`]: 'false' })).assertStatus(302)
    const files = await dossierFiles(client, her, id, candidature)
    const dume = files[`dossier/DUME-${her.siret}.xml`].toString()
    assert.include(dume, '<cbc:ResponseIndicator>false</cbc:ResponseIndicator>')
    ;(await asks.post(`${page}/redaction`)).assertStatus(302)
    ;(await asks.get(page)).assertTextIncludes('Corruption')
    await asks.post(`${page}/retrait`)
    assert.notProperty(
      await dossierFiles(client, her, id, candidature),
      `dossier/DUME-${her.siret}.xml`
    )
  }).skip(!REQUEST, 'the official files of ESPD are not here')
})
