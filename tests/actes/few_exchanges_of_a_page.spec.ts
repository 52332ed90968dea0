import { test } from '@japa/runner'
import { exchangesOf } from '#tests/helpers/exchanges'
import { uuidv7 } from '#lib/values'
import { person } from '#tests/world/world'
import { commune, draftOf } from './room.js'

test.group('What the pages of an agent ask of the base', (group) => {
  let town: Awaited<ReturnType<typeof commune>>
  let agent: Awaited<ReturnType<typeof person>>

  group.setup(async () => {
    town = await commune()
    agent = await person('Enora Briand', { kervalan: ['agent'] })
    await draftOf(town, { objet: `Compté ${uuidv7().slice(-12)}`, createdBy: agent.id } as never)
  })

  test('is four exchanges for the list of actes: her place, the lines, what is known of them, the end', async ({
    client,
    assert,
  }) => {
    const address = `/c/${town.slug}/actes`
    const asked = () =>
      exchangesOf(async () => (await client.get(address).loginAs(agent)).assertStatus(200))
    await asked()
    const sent = inTheTransaction(await asked())
    assert.lengthOf(sent, 4, sent.join('\n\n'))
  })

  test('is four at most for her home, once its figures are known, of which one for what is left to begin', async ({
    client,
    assert,
  }) => {
    const asked = () =>
      exchangesOf(async () =>
        (await client.get(`/c/${town.slug}`).loginAs(agent)).assertStatus(200)
      )
    await asked()
    // Work that others left may enter the journal between two visits, and the figures are asked again
    const visits = [await asked(), await asked(), await asked()].map(inTheTransaction)
    const sent = visits.toSorted((one, other) => one.length - other.length)[0]
    // Three where something was done this month: the place is not new
    assert.include([3, 4], sent.length, sent.join('\n\n'))
  })
})

/** From the opening to the end: sessions are asked for before. */
const inTheTransaction = (sent: string[]): string[] =>
  sent.slice(
    sent.findIndex((text) => text.startsWith('begin')),
    sent.indexOf('COMMIT;') + 1
  )
