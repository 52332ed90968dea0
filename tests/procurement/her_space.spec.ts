import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { keepProof } from '#app/procurement/vault/keep_proof'
import { somebody } from '#tests/outsiders/people'
import { bidder, onlineConsultation } from './bidders.js'
import { answering, heldBidder } from './companies.js'
import { market, type Market } from './room.js'

test.group('The space of somebody who acts for a company', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())

  test('counts what she has, and says what ends', async ({ client, assert }) => {
    const her = await heldBidder('Cariou')
    const { personId: addedBy } = her.session.outsider
    const empty = await client.get('/moi').withSession(her.session)
    for (const said of ['déposez-y vos attestations', 'Aucune encore', 'Dites ce que fait'])
      empty.assertTextIncludes(said)
    const proof = { establishmentId: her.establishmentId, addedBy, issuer: '', name: 'v.pdf' }
    const bytes = Buffer.from('%PDF-1.7\n%%EOF\n')
    const day = (months: number) => clock.today().plusMonths(months)
    for (const [issued, ends] of [
      [-8, -2],
      [-5, 0],
      [-1, 5],
    ])
      await keepProof({
        ...{ ...proof, bytes, kind: 'urssaf', source: 'self' },
        ...{ issuedOn: day(issued), expiresOn: day(ends) },
      })
    const id = await onlineConsultation(town)
    await answering(client, her, id).post('', { establishment: her.establishmentId })
    const full = await client.get('/moi').withSession(her.session)
    for (const said of ['3 pièces à joindre', '1 pièce périmée, 1 pièce finit bientôt'])
      full.assertTextIncludes(said)
    full.assertTextIncludes('1 consultation')
    const list = await client.get('/moi/marches').withSession(her.session)
    list.assertTextIncludes(`/moi/marches/kervalan/${id}`)
    list.assertTextIncludes('En préparation')
    const rival = await heldBidder('Rivale')
    const theirs = await client.get('/moi/marches').withSession(rival.session)
    assert.notInclude(theirs.text(), id)
  })

  test('opens no vault to who merely claims the company, and says why', async ({ client }) => {
    const her = await bidder('Pennec')
    const home = await client.get('/moi').withSession(her.session)
    home.assertTextIncludes('quand votre rattachement à l’entreprise est accordé')
  })

  test('says nothing of companies to who acts for none', async ({ client, assert }) => {
    const { id: personId } = await somebody({ givenNames: ['Yann'], birthName: 'Seul' })
    const session = { outsider: { personId, name: 'Yann', proof: 'password' } }
    const home = await client.get('/moi').withSession(session)
    assert.notInclude(home.text(), 'Mon entreprise')
  })

  test('saves a search by its page, which says what is wrong at its field', async ({
    client,
    assert,
  }) => {
    const her = await heldBidder('Cariou')
    const asks = (path: string, fields: Record<string, string>) =>
      client
        .post(`/moi/recherches${path}`)
        .withSession(her.session)
        .header('referer', '/moi/recherches')
        .withCsrfToken()
        .form(fields)
    const wrong = await asks('', { q: 'toiture', pace: 'daily', webhook: 'http://10.0.0.1/x' })
    wrong.assertTextIncludes('doit commencer par https://')
    wrong.assertTextIncludes('value="toiture"')
    const saved = await asks('', { q: 'toiture', pace: 'daily', webhook: 'https://exemple.fr/x' })
    const [secret] = /whsec_[\w+/=]+/.exec(saved.text().replaceAll('&#x2F;', '/'))!
    const list = await client.get('/moi/recherches').withSession(her.session)
    list.assertTextIncludes('toiture')
    const [, id] = /recherches\/([0-9a-f-]{36})/.exec(list.text())!
    const page = await client.get(`/moi/recherches/${id}`).withSession(her.session)
    page.assertTextIncludes('exemple.fr')
    assert.notInclude(page.text(), secret.slice(6, 20))
    await asks(`/${id}/retrait`, {})
    ;(await client.get(`/moi/recherches/${id}`).withSession(her.session)).assertStatus(404)
  })
})
