import { test } from '@japa/runner'
import { search } from '#app/parapheur/search'
import Folder from '#app/parapheur/models/folder'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { readDocument } from '#web/search/texts/read_document'
import { townHall, type TownHall } from './town_hall.js'

test.group('Finding a folder', (group) => {
  let hall: TownHall
  let id: string

  group.each.setup(async () => {
    hall = await townHall()
    id = await hall.open({
      title: 'Rénovation des écoles',
      lines: ['Considérant le devis de la menuiserie Kerguélen'],
    })
  })

  const find = (words: string, allows = (_: string) => true, at = hall) =>
    at.run(() => search.find(words, { tenantSlug: at.tenant.slug, limit: 10, allows }))
  const files = () =>
    hall.run(async () => {
      const contents = await (await Folder.get(id)).contents()
      return documents.findMany(contents.map(({ documentId }) => documentId))
    })
  const readAll = async () => {
    for (const { sha256 } of await files())
      await readDocument.run({ sha256 }, { tenantId: hall.tenant.id } as never)
  }

  test('answers to its title without accents, in any order, and to who opened it', async ({
    assert,
  }) => {
    for (const words of ['ecole renovation', 'rénovation', 'le goff', 'renovatoin']) {
      const found = await find(words)
      assert.deepEqual(
        found.map(({ title }) => title),
        ['Rénovation des écoles'],
        words
      )
    }
    const [{ why }] = await find('le goff')
    assert.equal(why?.where, 'Ouvert par')
  })

  test('answers to the text of its documents once it is read', async ({ assert }) => {
    assert.isEmpty(await find('menuiserie'))
    await readAll()
    assert.lengthOf(await find('menuiserie kerguelen'), 1)
  })

  test('answers to nobody who may not read it, nor in another collectivite', async ({ assert }) => {
    assert.isEmpty(await find('renovation', () => false))
    const other = await townHall()
    assert.isEmpty(await find('renovation', undefined, other))
  })

  test('says beside each document what the searches make of it', async ({ client, assert }) => {
    const page = () => client.get(`${hall.base}/dossiers/${id}`).loginAs(hall.secretary)
    assert.include((await page()).text(), 'Bientôt lu pour la recherche')
    await readAll()
    const read = (await page()).text()
    assert.include(read, 'Trouvé par les mots de son texte')
    assert.notInclude(read, 'Bientôt lu pour la recherche')
    const [{ sha256 }] = await files()
    const become = (outcome: string) =>
      hall.run(async () => {
        await tenancy
          .trx()
          .from('kernel.document_texts')
          .where({ tenant_id: hall.tenant.id, sha256 })
          .update({ outcome })
      })
    await become('none')
    assert.include((await page()).text(), 'Image sans texte')
    await become('failed')
    assert.include((await page()).text(), 'Texte illisible')
  })
})
