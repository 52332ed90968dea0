import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import type User from '#kernel/people/user'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { provisionParapheur, folderSigned } from '#rooms/parapheur'
import Acte from '#app/actes/models/acte'
import Annexe from '#app/actes/models/annexe'
import Transmission from '#app/actes/models/transmission'
import { budgetXmlProblem } from '#app/actes/rules/budget_xml'
import communeBlueprint from '../../tenants/blueprints/commune.js'
import { sharedData } from '#tests/helpers/shared_data'
import { person } from '#tests/world/world'
import { exchange, type Exchange, PDF, reload, untilState } from './room.js'

const SEAL = '<Scellement md5="A" sha1="B" date="2026-03-30T10:00:00+02:00"/>'
const budget = (seal = SEAL) =>
  Buffer.from(
    `<?xml version="1.0" encoding="ISO-8859-1"?><DocumentBudgetaire xmlns="http://www.minefi.gouv.fr/cp/demat/docbudgetaire">${seal}<Budget><EnTeteBudget/></Budget></DocumentBudgetaire>`
  )
const SIGNED = Buffer.from(PDF.toString('latin1').replace('595 842', '595 841'), 'latin1')

test.group('A budget in XML', (group) => {
  let { kervalan } = {} as Exchange
  let agent: User

  group.setup(async () => {
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await person('Soizic Madec', { kervalan: ['signatory'] }, 'Maire')
  })
  group.each.setup(() => exchange((opened) => ({ kervalan } = opened)))

  const fields = () => ({
    nature: '5',
    matiere: '7.1',
    numero: `B${uuidv7().slice(-10)}`.toUpperCase(),
    objet: 'Budget primitif 2027',
    decisionDate: '2026-11-20',
    typePJ: '99_BU',
  })
  const byNumero = (numero: string) =>
    tenancy.run(kervalan.id, async () => (await Acte.findBy('numero', numero))!)

  test('goes with its PDF edition, which alone is signed and stamped, as far as the archives', async ({
    client,
    assert,
  }) => {
    await tenancy.run(kervalan.id, () => provisionParapheur(communeBlueprint.parapheur))
    const form = fields()
    await client
      .post('/c/kervalan/actes')
      .loginAs(agent)
      .withCsrfToken()
      .fields({ ...form, then: 'save' })
      .file('document', budget(), { filename: 'budget.xml' })
      .file('newAnnexes[]', PDF, { filename: 'edition.pdf' })
    const { id } = await byNumero(form.numero)
    await tenancy.run(kervalan.id, async () => {
      const [annexe] = await Annexe.query().where('acteId', id)
      await annexe.merge({ typePj: '99_BU' }).save()
    })
    const sent = await client
      .put(`/c/kervalan/actes/${id}`)
      .loginAs(agent)
      .withCsrfToken()
      .fields({ ...form, then: 'submit' })
    sent.assertTextIncludes('En attente')
    const acte = await byNumero(form.numero)
    assert.equal(acte.state, 'in_circuit')
    const signed = await tenancy.run(kervalan.id, async ({ trx }) => {
      const contents = await trx
        .from('parapheur.folder_documents')
        .where('folder_id', acte.folderId!)
        .orderBy('position')
      const [edition] = await Annexe.query().where('acteId', id)
      assert.deepEqual(
        contents.map(({ document_id, to_sign }) => [document_id, to_sign]),
        [
          [edition.documentId, true],
          [acte.documentId, false],
        ]
      )
      return documents.store(SIGNED, { name: 'edition.pdf' })
    })
    await tenancy.run(kervalan.id, () =>
      folderSigned.emit({
        folderId: acte.folderId!,
        origin: { capability: 'actes', id },
        at: new Date().toISOString(),
        documentIds: [signed.id],
      })
    )
    await untilState(kervalan, acte, 'archived')
    await tenancy.run(kervalan.id, async () => {
      const sending = (await Transmission.latestOf(id, '1-1'))!
      const archive = await documents.read(sending.archiveDocumentId)
      assert.deepEqual(namesIn(archive), ['BF-1-1_0.xml', '_1.xml', '_2.pdf'])
      const { stampedDocumentId } = await reload(kervalan, acte)
      assert.isString(stampedDocumentId)
    })
    const pdf = await client.get(`/p/kervalan/actes/${id}/acte.pdf`)
    pdf.assertStatus(200)
    assert.isTrue((pdf.body() as Buffer).subarray(0, SIGNED.length).equals(SIGNED))
  })

  test('without its PDF edition or its seal, says it at the fields before anything is signed', async ({
    client,
    assert,
  }) => {
    const form = fields()
    const page = await client
      .post('/c/kervalan/actes')
      .loginAs(agent)
      .withCsrfToken()
      .fields({ ...form, then: 'submit' })
      .file('document', budget(''), { filename: 'budget.xml' })
    page.assertTextIncludes('n’est pas scellé')
    page.assertTextIncludes('Joignez l’édition du budget en PDF')
    assert.notInclude(page.text(), 'n’est pas un PDF lisible')
    assert.equal((await byNumero(form.numero)).state, 'draft')
  })

  test('a file that is no budget, or no XML, is said so', ({ assert }) => {
    assert.isNull(budgetXmlProblem(budget()))
    assert.match(budgetXmlProblem(Buffer.from('<a/>'))!, /pas un document budgétaire/)
    assert.match(budgetXmlProblem(Buffer.from('<a'))!, /illisible/)
    assert.match(
      budgetXmlProblem(Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'))!,
      /illisible/
    )
  })

  test('real budgets are accepted', ({ assert }) => {
    const files = ['budget-crach-001', 'DOCBUDG-21560046100085-056025-BP-2022-07042022000000']
    for (const name of files) {
      const path = sharedData('territory', 'totem-scdl', 'exemples', name, 'totem.xml')
      if (path) assert.isNull(budgetXmlProblem(readFileSync(path)))
    }
  }).skip(!sharedData('territory', 'totem-scdl', 'exemples'), 'no real budgets here')
})

/** The ends of the names of the messages and documents of an archive (ustar). */
function namesIn(archive: Buffer): string[] {
  const tar = gunzipSync(archive)
  const names: string[] = []
  for (let at = 0; tar[at];) {
    names.push(tar.toString('latin1', at, at + 100).replace(/\0.*$/s, ''))
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8)
    at += 512 + Math.ceil(size / 512) * 512
  }
  return names.slice(1).map((name) => /(BF-1-1_0\.xml|_\d\.\w+)$/.exec(name)![1])
}
