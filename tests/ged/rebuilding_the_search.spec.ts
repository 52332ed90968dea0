import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import { rebuildSearch } from '#web/search/rebuild'
import { importInto, memberApart } from './support/commands.js'
import { folderOf } from './support/folders.js'

test.group('The search of documents, rebuilt', () => {
  test('counts what may be found, and a folder never is', async ({ assert }) => {
    const member = await memberApart()
    await importInto(member, await folderOf({ 'voirie/arrete.txt': 'Circulation' }))
    await tenancy.run(member.id, ({ trx }) =>
      trx.from('kernel.search_entries').where('kind', 'ged.document').delete()
    )
    const rebuilt = async () => {
      const done = new Map<string, number>()
      await rebuildSearch({ from: member.slug, onDone: (slug, entries) => done.set(slug, entries) })
      return done.get(member.slug)
    }
    assert.equal(await rebuilt(), 1)
    assert.isUndefined(await rebuilt())
  })
})
