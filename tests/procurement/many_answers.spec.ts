import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import Pli from '#app/procurement/deposit/pli'
import { answersOf, countAnswers, openedFor } from '#app/procurement/lots/answers'
import { exchangesOf } from '#tests/helpers/exchanges'
import { onlineConsultation } from './bidders.js'
import { onlineLots } from './lots.js'
import { consultation, market, type Market } from './room.js'

/** What a manifest of many files weighs: nothing that asks who answers should carry it. */
const HEAVY = 'x'.repeat(20_000)

test.group('Many answers', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  group.each.teardown(() => clock.release())

  /** Plis that were opened, each answering the envelopes that its rank chooses. */
  const received = (
    consultationId: string,
    many: number,
    names: (rank: number) => string[] = () => ['offre-1']
  ) =>
    tenancy.run(town.tenant.id, async () => {
      const at = clock.now().minus({ minutes: 5 })
      await Pli.createMany(
        Array.from({ length: many }, (_, rank) => ({
          ...{ id: uuidv7(), consultationId, siret: '83456789300013' },
          ...{ establishmentId: uuidv7(), company: `Entreprise ${rank}`, depositor: 'Anne' },
          ...{ personId: uuidv7(), state: 'opened' as const, digest: 'a'.repeat(64) },
          ...{ startedAt: at, receivedAt: at.plus({ milliseconds: rank }) },
          manifest: JSON.stringify({
            envelopes: names(rank).map((name) => ({ name, list: HEAVY })),
          }),
        }))
      )
    })
  const passes = async (id: string) =>
    clock.freeze((await consultation(town, id)).deadline.plus({ seconds: 1 }).toUTC().toISO()!)

  test('are told to a program of the buyer fifty at once, each once, and in their order', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    await received(id, 103)
    await passes(id)
    const told: string[] = []
    const sizes: number[] = []
    let address: string | null = `/c/kervalan/marches/${id}/plis`
    while (address) {
      const answer: any = await client.get(address).loginAs(town.agent)
      answer.assertStatus(200)
      const { plis, next } = answer.body()
      assert.equal(answer.header('link') ?? null, next && `<${next}>; rel="next"`)
      sizes.push(plis.length)
      told.push(...plis.map(({ company }: { company: string }) => company))
      address = next
    }
    assert.deepEqual(sizes, [50, 50, 3])
    assert.deepEqual(
      told,
      Array.from({ length: 103 }, (_, rank) => `Entreprise ${rank}`)
    )
    // What is no cursor of ours begins the list again
    const odd = await client.get(`/c/kervalan/marches/${id}/plis?apres=x`).loginAs(town.agent)
    assert.lengthOf(odd.body().plis, 50)
  })

  test('to lots are found in one question, and none of their manifests is read', async ({
    client,
    assert,
  }) => {
    const id = await onlineLots(town, 3)
    const names = (rank: number) => (rank % 2 ? ['offre-1', 'candidature'] : ['offre-1', 'offre-2'])
    await received(id, 4, names)
    await passes(id)
    const asked = async () => {
      const one = await consultation(town, id)
      return exchangesOf(() => tenancy.run(town.tenant.id, () => answersOf(one)))
    }
    const few = await asked()
    await received(id, 60, names)
    assert.lengthOf(await asked(), few.length)
    const one = await consultation(town, id)
    await tenancy.run(town.tenant.id, async () => {
      const answered = await answersOf(one)
      assert.deepEqual(
        answered.map(({ plis }) => plis.length),
        [64, 32, 0]
      )
      assert.isUndefined(answered[0].plis[0].manifest)
      assert.deepEqual(Object.fromEntries(await countAnswers(one)), {
        'offre-1': 64,
        'offre-2': 32,
        'candidature': 32,
      })
      assert.lengthOf(await openedFor(one, answered[1].lot), 32)
      assert.lengthOf(await openedFor(one, answered[2].lot), 0)
    })
    const shown = await client.get(`/c/kervalan/marches/${id}/ouverture`).loginAs(town.agent)
    shown.assertStatus(200)
    shown.assertTextIncludes('et 44 autres')
    shown.assertTextIncludes('et 12 autres')
  })
})
