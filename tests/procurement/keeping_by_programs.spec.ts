import { test } from '@japa/runner'
import { someEmail } from '#tests/outsiders/people'
import { bidder, onlineConsultation } from './bidders.js'
import { emptyGroupBox, FACTS, groupLetters, heldBidder, programOf, SUB } from './companies.js'
import { market, type Market } from './room.js'

const PDF = Buffer.from('%PDF-1.7\n%%EOF\n')
const SAID = 'kind=urssaf&name=vigilance.pdf&issuedOn=2026-10-01'

test.group('What a company keeps, by programs', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
    await emptyGroupBox()
  })

  test('a proof goes into the vault once, whatever is asked again, and comes out', async ({
    client,
    assert,
  }) => {
    const her = await heldBidder('Cariou')
    const program = await programOf(client, her)
    const kept = await program.send(`/pieces?${SAID}`, PDF)
    kept.assertStatus(201)
    const { id, issuer, expiresOn } = kept.body()
    assert.deepEqual([issuer, expiresOn], ['Urssaf', '2027-04-01'])
    const again = await program.send(`/pieces?${SAID}`, PDF)
    assert.deepEqual([again.status(), again.body()], [200, kept.body()])
    const other = await program.send(`/pieces?${SAID.replace('2026-10', '2026-11')}`, PDF)
    other.assertStatus(201)
    assert.lengthOf((await program.get('/pieces')).body().items, 2)
    assert.equal((await program.post(`/pieces/${id}/retrait`)).body().id, id)
    const gone = await program.post(`/pieces/${id}/retrait`)
    assert.deepEqual([gone.status(), gone.body().code], [404, 'E_PROOF_MISSING'])
  })

  test('says all at once what is wrong with a proof, and keeps none that a buyer cannot open', async ({
    client,
    assert,
  }) => {
    const program = await programOf(client, await heldBidder('Cariou'))
    const wrong = await program.send('/pieces?kind=x&issuedOn=2026-10-01', PDF)
    assert.deepEqual(
      wrong.body().errors.map(({ parameter }: { parameter: string }) => parameter),
      ['kind', 'name']
    )
    const days = await program.send(
      '/pieces?kind=urssaf&name=v.pdf&issuedOn=2030-01-01&expiresOn=2026-02-30',
      PDF
    )
    assert.equal(days.status(), 422)
    assert.include(days.text(), 'à venir')
    assert.include(days.text(), 'n’existe pas')
    const text = await program.send(`/pieces?${SAID}`, Buffer.from('bonjour'))
    assert.equal(text.body().code, 'E_DOCUMENT_TYPE')
    const large = await program.send(`/pieces?${SAID}`, Buffer.alloc(10_000_001))
    assert.equal(large.body().code, 'E_PROOF_NOT_BROUGHT')
    assert.lengthOf((await program.get('/pieces')).body().items, 0)
  })

  test('a vault opens to no program of who claims the company alone, nor of another', async ({
    client,
    assert,
  }) => {
    const her = await heldBidder('Cariou')
    const { id } = (await (await programOf(client, her)).send(`/pieces?${SAID}`, PDF)).body()
    const claims = await programOf(client, await bidder('Pennec'))
    const refused = await claims.send(`/pieces?${SAID}`, PDF)
    assert.deepEqual([refused.status(), refused.body().code], [403, 'E_VAULT_CLOSED'])
    const rival = await programOf(client, await heldBidder('Rivale'))
    const other = await rival.post(`/pieces/${id}/retrait`)
    assert.deepEqual([other.status(), other.body().code], [404, 'E_PROOF_MISSING'])
  })

  test('a candidature is shared out, joined with proofs and found again in the list', async ({
    client,
    assert,
  }) => {
    const consultation = await onlineConsultation(town)
    const her = await heldBidder('Cariou')
    const [program, rival] = [
      await programOf(client, her),
      await programOf(client, await heldBidder('Rivale')),
    ]
    const { id } = (await program.post('/candidatures', { consultation, form: 'conjoint' })).body()
    const { siret } = await bidder('Pennec')
    const invited = { siret, company: 'Pennec', email: someEmail('pennec') }
    const [own, other] = (await program.post(`/candidatures/${id}/membres`, invited)).body().members
    const shared = await program.post(`/candidatures/${id}/membres/${other.id}/part`, {
      ...{ part: '40', work: 'Plantations' },
    })
    assert.deepInclude(shared.body().members[1], { part: '40.00', work: 'Plantations' })
    const wrong = await program.post(`/candidatures/${id}/membres/${other.id}/part`, { part: 'x' })
    assert.equal(wrong.status(), 422)
    const alone = await program.post(`/candidatures/${id}/membres/${other.id}/retrait`)
    assert.equal(alone.body().members[1].state, 'removed')
    assert.equal(
      (await program.post(`/candidatures/${id}/membres/${own.id}/retrait`)).status(),
      409
    )
    await program.post(`/candidatures/${id}/declaration`, {
      ...FACTS,
      ...{ isSme: true, isNotExcluded: true },
    })
    const proof = (await program.send(`/pieces?${SAID}`, PDF)).body().id
    await program.post(`/candidatures/${id}/pieces`, { pieces: [proof] })
    const sub = { ...SUB, isNotExcluded: true, siret: undefined }
    await program.post(`/candidatures/${id}/sous-traitants`, sub)
    const without = await program.post(`/candidatures/${id}/sous-traitants/retrait`, {
      name: SUB.name,
    })
    assert.deepEqual(without.body().sousTraitants, [])
    await program.post('/candidatures', { consultation, form: 'alone' })
    const { files } = (await program.get(`/candidatures/${id}/dossier`)).body()
    assert.isTrue(files.some(({ name }: { name: string }) => name.includes('vigilance.pdf')))
    const listed = (await program.get('/candidatures')).body()
    assert.deepEqual(
      listed.items.map((one: { id: string; consultation: string }) => [one.id, one.consultation]),
      [[id, consultation]]
    )
    assert.deepEqual((await rival.get('/candidatures')).body().items, [])
    for (const path of [`membres/${other.id}/part`, `membres/${other.id}/retrait`])
      assert.equal((await rival.post(`/candidatures/${id}/${path}`)).status(), 404)
    assert.equal(
      (await rival.post(`/candidatures/${id}/pieces`, { pieces: [proof] })).status(),
      404
    )
    await groupLetters()
  })
})
