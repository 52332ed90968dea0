import { test } from '@japa/runner'
import type User from '#kernel/people/user'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'
import { provisionParapheur } from '#rooms/parapheur'
import Acte from '#app/actes/models/acte'
import Annexe from '#app/actes/models/annexe'
import communeBlueprint from '../../tenants/blueprints/commune.js'
import { person } from '#tests/world/world'
import { commune, draftOf, forgetJobs, PDF, reload, signedActe } from './room.js'

test.group('The pages of the actes', (group) => {
  let kervalan: Tenant
  let agent: User
  let base: string

  group.setup(async () => {
    await forgetJobs()
    kervalan = await commune()
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await person('Soizic Madec', { kervalan: ['signatory'] }, 'Maire')
    base = `/c/${kervalan.slug}/actes`
    await tenancy.run(kervalan.id, () => provisionParapheur(communeBlueprint.parapheur))
  })

  const numero = () => `P${uuidv7().slice(-10)}`.toUpperCase()
  const whole = (changes: object = {}) => ({
    nature: 1,
    matiere: '5.2',
    numero: numero(),
    objet: 'Création d’un conseil des jeunes',
    decisionDate: '2026-11-20',
    ...changes,
  })
  const byNumero = (wanted: string) =>
    tenancy.run(kervalan.id, async () => (await Acte.findBy('numero', wanted))!)

  test('a form sent whole becomes a folder of the parapheur', async ({ client, assert }) => {
    const fields = whole({ then: 'submit' })
    const response = await client
      .post(base)
      .loginAs(agent)
      .withCsrfToken()
      .fields(fields)
      .file('document', PDF, { filename: 'délibération.pdf' })
      .redirects(0)
    response.assertStatus(302)
    const acte = await byNumero(fields.numero)
    assert.equal(acte.state, 'in_circuit')
    assert.equal(acte.typePj, '99_DE')
    assert.isString(acte.folderId)
    const page = await client.get(`${base}/${acte.id}`).loginAs(agent)
    page.assertTextIncludes('En attente\u202f: Secrétariat général')
    page.assertTextIncludes('Création d’un conseil des jeunes')
  })

  test('what the ministry would refuse is said at each field, and the draft is kept', async ({
    client,
    assert,
  }) => {
    const wanted = numero()
    const response = await client
      .post(base)
      .loginAs(agent)
      .withCsrfToken()
      .fields(
        whole({
          numero: wanted,
          matiere: '',
          objet: '',
          decisionDate: '2999-01-01',
          then: 'submit',
        })
      )
      .file('document', Buffer.from('PK\u0003\u0004'), { filename: 'acte.pdf' })
    response.assertStatus(200)
    response.assertTextIncludes('n’est pas')
    const acte = await byNumero(wanted)
    assert.equal(acte.state, 'draft')
    const again = await client
      .post(`${base}/${acte.id}?_method=PUT`)
      .loginAs(agent)
      .withCsrfToken()
      .fields(
        whole({
          numero: wanted,
          matiere: '',
          objet: '',
          decisionDate: '2999-01-01',
          then: 'submit',
        })
      )
      .file('document', PDF, { filename: 'acte.pdf' })
    again.assertTextIncludes('Choisissez la matière de l’acte.')
    again.assertTextIncludes('Indiquez l’objet de l’acte.')
    again.assertTextIncludes('La date de décision est dans le futur')
  })

  test('a numero already taken is refused at its field', async ({ client }) => {
    const taken = await signedActe(kervalan)
    const response = await client
      .post(base)
      .loginAs(agent)
      .withCsrfToken()
      .fields(whole({ numero: taken.numero, then: 'save' }))
    response.assertTextIncludes(`Le numéro ${taken.numero} est déjà celui d’un autre acte`)
  })

  test('annexes are added, typed and removed, in their order', async ({ client, assert }) => {
    const acte = await draftOf(kervalan)
    const put = () => client.post(`${base}/${acte.id}?_method=PUT`).loginAs(agent).withCsrfToken()
    const fields = whole({ numero: acte.numero, then: 'save' })
    await put()
      .fields(fields)
      .file('newAnnexes[]', PDF, { filename: 'plan.pdf' })
      .file('newAnnexes[]', PDF, { filename: 'rapport.pdf' })
      .redirects(0)
    const annexes = () =>
      tenancy.run(kervalan.id, () =>
        Annexe.query().where('acteId', acte.id).orderBy('position').exec()
      )
    const [plan, rapport] = await annexes()
    await put()
      .fields({
        ...fields,
        'annexes[0][id]': plan.id,
        'annexes[0][remove]': 'true',
        'annexes[1][id]': rapport.id,
        'annexes[1][typePJ]': '21_RP',
      })
      .redirects(0)
    const left = await annexes()
    assert.lengthOf(left, 1)
    assert.deepEqual([left[0].typePj, left[0].position], ['21_RP', 1])
  })

  test('the list filters by the URL and shows the state first', async ({ client, assert }) => {
    const acte = await signedActe(kervalan, { objet: 'Un objet très reconnaissable' } as never)
    const found = await client.get(`${base}?q=reconnaissable&etat=signed`).loginAs(agent)
    found.assertTextIncludes(acte.numero)
    const none = await client.get(`${base}?q=reconnaissable&etat=archived`).loginAs(agent)
    assert.notInclude(none.text(), acte.numero)
    none.assertTextIncludes('Aucun acte ne correspond')
  })

  test('a signed acte is transmitted by its one button', async ({ client, assert }) => {
    const acte = await signedActe(kervalan)
    const page = await client.get(`${base}/${acte.id}`).loginAs(agent)
    page.assertTextIncludes(`${base}/${acte.id}/transmission`)
    await client.post(`${base}/${acte.id}/transmission`).loginAs(agent).withCsrfToken().redirects(0)
    assert.equal((await reload(kervalan, acte)).state, 'transmitting')
  })

  test('a file of another acte is not served', async ({ client }) => {
    const [one, other] = [await draftOf(kervalan), await draftOf(kervalan)]
    const own = await client.get(`${base}/${one.id}/documents/${one.documentId}`).loginAs(agent)
    own.assertStatus(200)
    own.assertHeader('content-type', 'application/pdf')
    const foreign = await client
      .get(`${base}/${one.id}/documents/${other.documentId}`)
      .loginAs(agent)
    foreign.assertStatus(404)
  })

  test('a reader sees the acte, and none of its buttons', async ({ client, assert }) => {
    const reader = await person('Léna Tanguy', { kervalan: ['reader'] })
    const acte = await signedActe(kervalan)
    const page = await client.get(`${base}/${acte.id}`).loginAs(reader)
    page.assertStatus(200)
    assert.notInclude(page.text(), '/transmission')
    const refused = await client
      .post(`${base}/${acte.id}/transmission`)
      .loginAs(reader)
      .withCsrfToken()
      .accept('json')
    refused.assertStatus(403)
  })

  test('the classification shows its matieres and may be asked for again', async ({
    client,
    assert,
  }) => {
    const page = await client.get(`${base}/classification`).loginAs(agent)
    page.assertTextIncludes('Fonctionnement des assemblées')
    await client.post(`${base}/classification`).loginAs(agent).withCsrfToken().redirects(0)
    const jobs = await systemDb()
      .from('kernel.outbox')
      .where('name', 'actes.request_classification')
    assert.isAbove(jobs.length, 0)
    await forgetJobs()
  })

  test('the settings refuse an address that the ministry would refuse', async ({ client }) => {
    const chief = await person('Yann Kerbrat', { kervalan: ['administrator'] })
    const put = (extraReturnAddresses: string) =>
      client
        .post(`${base}/reglages?_method=PUT`)
        .loginAs(chief)
        .withCsrfToken()
        .form({ transmitWhenSigned: 'true', publishUnauthenticated: 'true', extraReturnAddresses })
    const refused = await put('actes+copie@kervalan.example.fr')
    refused.assertTextIncludes('La préfecture n’accepte pas l’adresse')
    const unreadable = await client
      .post(`${base}/reglages?_method=PUT`)
      .loginAs(chief)
      .withCsrfToken()
      .form({ referentName: 'Yann 漢 Kerbrat', extraReturnAddresses: '' })
    unreadable.assertTextIncludes('ne peut pas être transmis')
    const kept = await put('actes@kervalan.example.fr')
    kept.assertTextIncludes('actes@kervalan.example.fr')
  })
})
