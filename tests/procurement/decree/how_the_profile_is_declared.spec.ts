/** Arrêté du 22 mars 2019 (annexe 7 of the code), article 4: what data.gouv.fr is told of a profile. */
import { test } from '@japa/runner'
import { awarded, bytesOf, profileOfEach, ROOT } from './profile.js'

test.group('The arrêté of 22 March 2019: the declaration of a profile', (group) => {
  const one = profileOfEach(group)

  test('REF-01: is declared by the SIRET of the buyer', async ({ client, assert }) => {
    const notice = (await bytesOf(client, `${one.page}/avis.xml`)).toString()
    assert.match(notice, new RegExp(`>${one.town.tenant.siren}\\d{5}<`))
  })

  test('REF-02: is declared by the address of the profile, which everybody opens', async ({
    client,
  }) => {
    const notice = (await bytesOf(client, `${one.page}/avis.xml`)).toString()
    const [, address] = />(https?:\/\/[^<]+\/p\/kervalan\/marches)\b/.exec(notice)!
    ;(await client.get(new URL(address).pathname)).assertStatus(200)
  })

  test('REF-03: is declared by the address of its DCAT catalogue, whose data open', async ({
    client,
    assert,
  }) => {
    await awarded(client, one)
    const catalogue = JSON.parse(
      (await bytesOf(client, `${ROOT}/catalogue.dcat.jsonld`)).toString()
    )
    assert.equal(catalogue['@type'], 'dcat:Catalog')
    const hers = catalogue['dcat:dataset'].find(
      (set: any) => set['dct:publisher']['dct:identifier'] === one.town.tenant.siren
    )
    assert.isNotEmpty(hers['dcat:distribution'])
    for (const { 'dcat:downloadURL': url } of hers['dcat:distribution'])
      (await client.get(new URL(url).pathname)).assertStatus(200)
  })

  test('REF-04: names the buyers that it serves, and how to reach them', async ({
    client,
    assert,
  }) => {
    assert.include(String(await bytesOf(client, `${one.page}/avis.xml`)), one.town.tenant.name)
    ;(await client.get('/p/kervalan/marches/preparer')).assertTextIncludes('href="/p/kervalan"')
    ;(await client.get('/p/kervalan')).assertTextIncludes(one.town.tenant.name)
  })
})
