import { test } from '@japa/runner'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'
import { provisionParapheur } from '#rooms/parapheur'
import Acte from '#app/actes/models/acte'
import communeBlueprint from '../../tenants/blueprints/commune.js'
import { person } from '#tests/world/world'
import { commune, PDF } from './room.js'

const DAMAGED = Buffer.from('%PDF-1.7 cut in the middle')

test.group('Annexes that cannot be kept', (group) => {
  let kervalan: Tenant
  let agent: User

  group.setup(async () => {
    kervalan = await commune()
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await person('Soizic Madec', { kervalan: ['signatory'] }, 'Maire')
    await tenancy.run(kervalan.id, () => provisionParapheur(communeBlueprint.parapheur))
  })

  const fields = () => ({
    nature: '1',
    matiere: '5.2',
    numero: `R${uuidv7().slice(-10)}`.toUpperCase(),
    objet: 'Avec ses annexes',
    decisionDate: '2026-11-20',
    then: 'submit',
  })
  const byNumero = (numero: string) =>
    tenancy.run(kervalan.id, async () => (await Acte.findBy('numero', numero))!)

  test('are named with their reason, and the acte never leaves without them by itself', async ({
    client,
    assert,
  }) => {
    const form = fields()
    const again = (to: string, more: object = {}) =>
      client
        .put(to)
        .loginAs(agent)
        .withCsrfToken()
        .fields({ ...form, ...more })
    const first = await client
      .post('/c/kervalan/actes')
      .loginAs(agent)
      .withCsrfToken()
      .fields(form)
      .file('document', PDF, { filename: 'acte.pdf' })
      .file('newAnnexes[]', DAMAGED, { filename: 'plan.pdf' })
      .file('newAnnexes[]', DAMAGED, { filename: 'rapport.pdf' })
    assert.match(first.text(), /«\splan\.pdf\s»/)
    assert.match(first.text(), /«\srapport\.pdf\s»/)
    const { id } = await byNumero(form.numero)
    const here = `/c/kervalan/actes/${id}`
    const second = await again(here)
    assert.equal((await byNumero(form.numero)).state, 'draft')
    assert.match(second.text(), /«\splan\.pdf\s» a été refusée/)
    assert.match(second.text(), /«\srapport\.pdf\s» a été refusée/)
    assert.match(second.text(), /<strong>plan\.pdf<\/strong>[\s\S]*incomplet ou abîmé/)
    // One is replaced under its name, the other given up in words
    const replaced = await again(here, { then: 'save' }).file('newAnnexes[]', PDF, {
      filename: 'plan.pdf',
    })
    assert.notMatch(replaced.text(), /<strong>plan\.pdf<\/strong>/)
    const tag = /<input[^>]*withoutRefused\[0\][^>]*>/.exec(replaced.text())![0]
    const refusedId = /value="([^"]+)"/.exec(tag)![1]
    const annexeId = /name="annexes\[0\]\[id\]" value="([^"]+)"/.exec(replaced.text())![1]
    const sent = await again(here, {
      'withoutRefused[0]': refusedId,
      'annexes[0][id]': annexeId,
      'annexes[0][typePJ]': '99_DE',
    })
    sent.assertTextIncludes('En attente')
    assert.equal((await byNumero(form.numero)).state, 'in_circuit')
  })
})
