import { test } from '@japa/runner'
import { objetProblems } from '#app/actes/rules/objet'
import Acte from '#app/actes/models/acte'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'
import { person } from '#tests/world/world'
import { handmadePdf } from '../lib/signature/pdf_by_hand.js'
import { commune, PDF, signedActe } from './room.js'

const DAMAGED = Buffer.from('%PDF-1.4\nabîmé')

test.group('The form of an acte', (group) => {
  let kervalan: Tenant
  let agent: User
  group.setup(async () => {
    kervalan = await commune()
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  })
  const numero = () => `F${uuidv7().slice(-10)}`.toUpperCase()
  const whole = (changes: object = {}) => ({
    nature: 1,
    matiere: '5.2',
    numero: numero(),
    objet: 'Création d’un conseil des jeunes',
    decisionDate: '2026-11-20',
    ...changes,
  })
  const post = (client: any, path = '/c/kervalan/actes') =>
    client.post(path).loginAs(agent).withCsrfToken()
  const annexesOf = (wanted: string) =>
    tenancy.run(kervalan.id, async () => (await Acte.findByOrFail('numero', wanted)).annexes())
  const count = () => tenancy.run(kervalan.id, async () => (await Acte.query()).length)

  test('takes the type of an annexe with its file', async ({ client, assert }) => {
    const fields = whole({
      'then': 'save',
      'newAnnexesType': '21_RP',
      'newAnnexTypes[0][name]': 'plan.pdf',
      'newAnnexTypes[0][type]': '99_DE',
    })
    await post(client)
      .fields(fields)
      .file('document', PDF, { filename: 'acte.pdf' })
      .file('newAnnexes[]', PDF, { filename: 'plan.pdf' })
      .file('newAnnexes[]', PDF, { filename: 'rapport.pdf' })
    const types = (await annexesOf((fields as any).numero)).map(({ typePj }) => typePj)
    assert.deepEqual(types, ['99_DE', '21_RP'])
  })

  test('says all the faults in one round, and names the files', async ({ client, assert }) => {
    const answer = await post(client)
      .fields(
        whole({
          objet: `😀${'x'.repeat(520)}`,
          decisionDate: '2999-01-01',
          numero: '-',
          then: 'submit',
        })
      )
      .file('document', DAMAGED, { filename: 'acte.pdf' })
      .file('newAnnexes[]', DAMAGED, { filename: 'plan.pdf' })
      .file('newAnnexes[]', PDF, { filename: 'rapport.pdf' })
    for (const said of [
      '« acte.pdf »',
      '« plan.pdf »',
      'type de l’annexe « rapport.pdf »',
      'dans le futur',
      'ramenez-le à 499',
      'Le numéro s’écrit',
    ]) {
      assert.include(answer.text().replaceAll('\u202f', ' '), said)
    }
  })

  test('says at once that nobody could sign the document', async ({ client, assert }) => {
    const drawn =
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</P 3 0 R>>>>>>'
    const misleading = handmadePdf([drawn])
    const answer = await post(client)
      .fields(whole({ numero: 'M1', then: 'submit' }))
      .file('document', misleading, { filename: 'acte.pdf' })
    assert.include(answer.text(), 'pourrait changer après la signature')
  })

  test('keeps no draft of nothing', async ({ client, assert }) => {
    const before = await count()
    for (const then of ['save', 'submit']) {
      const answer = await post(client).form({ nature: '', objet: '', then })
      assert.include(answer.text(), 'aucun brouillon n’a été gardé')
    }
    assert.equal(await count(), before)
  })

  test('says both that an objet cannot be written and that it is too long', ({ assert }) => {
    assert.lengthOf(objetProblems(`😀${'x'.repeat(520)}`), 2)
    assert.deepEqual(objetProblems('Un objet simple'), [])
  })

  test('gives its files the names that the register announces', async ({ client, assert }) => {
    const acte = await signedActe(kervalan)
    await tenancy.run(kervalan.id, async () => {
      const fresh = await Acte.get(acte.id)
      const identifier = `035-213509011-20261120-${acte.numero}-DE`
      await fresh
        .merge({
          identifier,
          state: 'published',
          publishedOn: fresh.decisionDate,
          receivedOn: fresh.decisionDate,
        } as any)
        .save()
    })
    const page = await client.get(`/p/kervalan/actes/${acte.id}`)
    for (const [path, name] of [
      ['acte.pdf', `035-213509011-20261120-${acte.numero}-DE.pdf`],
      ['acte-signe.pdf', `035-213509011-20261120-${acte.numero}-DE-signe.pdf`],
    ]) {
      const file = await client.get(`/p/kervalan/actes/${acte.id}/${path}`)
      assert.include(file.header('content-disposition'), encodeURIComponent(name))
      assert.include(page.text(), name)
    }
  })
})
