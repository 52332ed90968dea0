import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import { messages } from '#app/actes/messages'
import { draftOf, exchange, type Exchange } from './room.js'

test.group('What waits about an acte is told by mail', (group) => {
  let { kervalan } = {} as Exchange
  group.each.setup(() => exchange((opened) => ({ kervalan } = opened)))

  test('by its nature and number, never by its objet', async ({ assert }) => {
    const acte = await draftOf(kervalan, { natureCode: 1, objet: 'Don de Jean Le Bihan' })
    const names = await tenancy.run(kervalan.id, () => messages.names!([acte.id]))
    assert.match(names.get(acte.id)!, /^« Délibération/)
    assert.notInclude(names.get(acte.id)!, 'Le Bihan')
  })

  test('and when it names a person, by nothing but that', async ({ assert }) => {
    const acte = await draftOf(kervalan, { natureCode: 3, objet: 'Blâme de Jean Le Bihan' })
    const task = { id: 'a', title: `Reprendre « ${acte.title} », refusé`, subjectId: acte.id }
    await tenancy.run(kervalan.id, async () => {
      assert.equal((await messages.names!([acte.id])).get(acte.id), 'un acte individuel')
      const words = messages.words as Exclude<typeof messages.words, 'titles'>
      assert.equal((await words([task])).get('a'), 'Reprendre un acte individuel, refusé')
    })
  })
})
