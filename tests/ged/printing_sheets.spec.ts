import { test } from '@japa/runner'
import { setOwnRights } from '#app/ged/access/own_rights'
import Sheet from '#app/ged/separators/sheet'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import DocumentType from '#app/ged/types/document_type'
import { giveUsualTypes } from '#app/ged/types/usual_types'
import { SYSTEM } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import { textLayer } from '#lib/pdf/text_layer'
import { sheetCode } from '#lib/separators/sheet_code'
import { readScan } from '#lib/separators/read_scan'
import { uuidv7 } from '#lib/values'
import { person, place } from '#tests/world/world'
import { aFolder } from './support/documents.js'

const PAGE = '/c/kervalan/ged/feuilles'

async function scene() {
  const { id, siren } = await place('kervalan')
  const within = <T>(work: () => Promise<T>) => tenancy.run(id, work)
  const facts = await within(async () => {
    const space = await commonSpace()
    await giveUsualTypes()
    const type = (await DocumentType.query().where('code', 'facture').first())!
    return { space, type, folder: await aFolder(`Factures ${uuidv7()}`) }
  })
  const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
  return { within, siren, agent, ...facts }
}

test.group('Printing separator sheets', () => {
  test('gives as many as are asked, which say to the machine what they say in words', async ({
    client,
    assert,
  }) => {
    const { siren, agent, folder, type, within } = await scene()
    const answer = await client
      .post(PAGE)
      .form({ type: type.id, space: 'commun', path: folder.name, date: '01/12/2026', count: '3' })
      .loginAs(agent)
      .withCsrfToken()

    answer.assertHeader('content-type', 'application/pdf')
    const bytes = answer.body() as Buffer
    const order = { typeId: type.id, spaceId: null, folderId: folder.id, date: '2026-12-01' }
    const { pages } = await readScan({ bytes, siren, from: 0, to: 10 })
    assert.deepEqual(pages, [{ sheet: order }, { sheet: order }, { sheet: order }])
    const { pages: words } = await textLayer(bytes)
    for (const said of ['Type : Facture', folder.name.slice(0, 20), '1er décembre 2026']) {
      // A line may end at any hyphen of a name
      assert.include(words[2].replaceAll(/\s+/g, ''), said.replaceAll(' ', ''))
    }
    const printed = await within(() => Sheet.printedAmong([sheetCode(siren, order)]))
    assert.equal(printed.size, 1)
  })

  test('says what is wrong where it was written, and keeps what was typed', async ({ client }) => {
    const { agent, folder, within } = await scene()
    const asks = (form: Record<string, string>) =>
      client
        .post(PAGE)
        .header('referer', `http://${process.env.HOST}:${process.env.PORT}${PAGE}`)
        .form({ count: '2', ...form })
        .loginAs(agent)
        .withCsrfToken()
    const wrong = await asks({ path: 'Nulle part', date: '31/02/2026', count: '51' })
    wrong.assertTextIncludes('Choisissez aussi l’espace de ce dossier')
    wrong.assertTextIncludes('Ce jour n’existe pas')
    wrong.assertTextIncludes('value="31/02/2026"')
    wrong.assertTextIncludes('value="51"')
    const absent = await asks({ space: 'commun', path: 'Nulle part' })
    absent.assertTextIncludes('champ-path-erreur')
    await within(() =>
      setOwnRights(folder, [{ principal: { kind: 'role', id: 'agent' }, level: 'reader' }], SYSTEM)
    )
    const shut = await asks({ space: 'commun', path: folder.name })
    shut.assertTextIncludes('Vos droits ici ne le permettent pas')
  })

  test('is for who files here', async ({ client }) => {
    await scene()
    const stranger = await person('Hors Commune', { 'saint-orven': ['agent'] })
    const answer = await client.post(PAGE).form({ count: '1' }).loginAs(stranger).withCsrfToken()
    answer.assertStatus(404)
  })
})
