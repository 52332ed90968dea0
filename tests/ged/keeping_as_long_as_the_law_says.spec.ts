import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import { LocalDate } from '#lib/values'
import DocumentType from '#app/ged/types/document_type'
import { durationLabel, durationOf, endOfRetention } from '#app/ged/rules/retention_end'
import { sharedData } from '#tests/helpers/shared_data'
import { person, place } from '#tests/world/world'
import { aDocument } from './support/documents.js'

test.group('When a document has been kept long enough', () => {
  test('retention-days: the end of a DUA, decided by hand', ({ assert }) => {
    const cases = sharedData('ged/cases/cases.json')
    if (!cases) return
    const { right } = JSON.parse(readFileSync(cases, 'utf8')).find(
      ({ id }: { id: string }) => id === 'retention-days'
    )
    let counted = 0
    for (const [from, rule, end] of right as string[][]) {
      counted++
      if (end.startsWith('refused')) assert.isNull(LocalDate.tryParse(from))
      else if (end.startsWith('never')) assert.isNull(endOfRetention(null, rule))
      else assert.equal(endOfRetention(from, rule), end, `${from} ${rule}`)
    }
    assert.isAbove(counted, 5)
  })

  test('a duration is read as archives and as people write it', ({ assert }) => {
    assert.deepEqual(
      ['P10Y', '10 ans', '1 an', '6 mois', ' 18 Mois ', 'P', 'dix ans', 'P1Y6M'].map(durationOf),
      ['P10Y', 'P10Y', 'P1Y', 'P6M', 'P18M', null, null, 'P1Y6M']
    )
    assert.deepEqual(['P10Y', 'P1Y6M', 'P30D', 'DUA-12'].map(durationLabel), [
      ...['10 ans', '1 an et 6 mois', '30 jours', 'DUA-12'],
    ])
  })
})

const TYPES = '/c/kervalan/ged/types'

test.group('What becomes of the documents of a type', () => {
  test('is told once by an administrator, and seen on each of them', async ({ client, assert }) => {
    const { id: tenantId } = await place('kervalan')
    const as = await person('Nolwenn Caradec', { kervalan: ['administrator'] })
    const label = `Bail ${Date.now()}`
    const tell = (form: object) =>
      client.post(TYPES).form(form).loginAs(as).withCsrfToken().redirects(0)
    const said = { label, rule: '10 ans', finalAction: 'destroy', accessCode: 'AR048' }
    await tell(said)
    // The same name, however it is written, is the same type
    await tell({ ...said, label: label.toUpperCase() })
    const page = await client.get(TYPES).loginAs(as)
    for (const words of [label, '10 ans', 'Élimination', 'vie privée'])
      page.assertTextIncludes(words)

    const { node, count, typeId } = await tenancy.run(tenantId, async () => {
      const found = await DocumentType.query().whereILike('label', label)
      return { node: await aDocument('Bail.txt'), count: found.length, typeId: found[0].id }
    })
    assert.equal(count, 1)
    const url = `/c/kervalan/ged/documents/${node.id}`
    const describe = (form: object) =>
      client
        .put(url)
        .form({ title: 'Bail', type: typeId, ...form })
        .loginAs(as)
        .withCsrfToken()
        .redirects(0)
    await describe({})
    const unbegun = await client.get(url).loginAs(as)
    unbegun.assertTextIncludes('Jamais, tant que son point de départ')
    await describe({ retentionFrom: '29/02/2024' })
    const begun = await client.get(url).loginAs(as)
    for (const words of ['10 ans', '28 février 2034', 'Élimination'])
      begun.assertTextIncludes(words)
  })

  test('begins with a table that is taken at once, and leaves what is told', async ({
    client,
    assert,
  }) => {
    const { id: tenantId } = await place('tregoat')
    const types = '/c/tregoat/ged/types'
    const as = await person('Nolwenn Caradec', { tregoat: ['administrator'] })
    const told = { label: 'Facture', rule: '30 ans', finalAction: 'keep' }
    await client.post(types).form(told).loginAs(as).withCsrfToken().redirects(0)
    ;(await client.get(types).loginAs(as)).assertTextIncludes('DAF/DPACI/RES/2009/018')
    const adopt = () => client.post(`${types}/depart`).loginAs(as).withCsrfToken().redirects(0)
    ;(await adopt()).assertStatus(302)
    const ruleOf = async (code: string) =>
      tenancy.run(tenantId, async () => (await DocumentType.findByOrFail({ code })).retentionRule)
    assert.deepEqual(
      [await ruleOf('arrete'), await ruleOf('mandat'), await ruleOf('facture')],
      ['P1Y', 'P10Y', 'P30Y']
    )
    const page = await client.get(types).loginAs(as)
    assert.notInclude(page.text(), 'Durées proposées')
    page.assertTextIncludes('Rien n’est dit de ces types')
  })

  test('is refused at its field when its duration cannot be read', async ({ client, assert }) => {
    const as = await person('Nolwenn Caradec', { kervalan: ['administrator'] })
    const refused = await client
      .post(TYPES)
      .form({ label: 'Bail', rule: 'dix ans' })
      .header('accept', 'application/json')
      .loginAs(as)
      .withCsrfToken()
    assert.equal(refused.status(), 422)
    assert.equal(refused.body().code, 'E_GED_DURATION')
  })

  test('is told by nobody but an administrator', async ({ client, assert }) => {
    const as = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const answer = await client
      .post(TYPES)
      .form({ label: 'Bail' })
      .header('accept', 'application/json')
      .loginAs(as)
      .withCsrfToken()
    assert.equal(answer.status(), 403)
  })
})
