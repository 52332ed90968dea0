import { test } from '@japa/runner'
import { search } from '#app/territory/search'
import Fiche from '#app/territory/models/fiche'
import Indicator from '#app/territory/models/indicator'
import { inLandreval, landreval, type Landreval } from '#tests/territory/helpers/landreval'

test.group('Finding a sheet', (group) => {
  let world: Landreval
  const word = `zibeline${Math.random()
    .toString(36)
    .replace(/[^a-z]/g, '')
    .slice(0, 8)}`

  group.setup(async () => {
    world = await landreval()
    await inLandreval(world, async () => {
      const fiche = await Fiche.get(world.piloted)
      const sections = { ...fiche.sections, objectifs: `Ouvrir des ${word}s numériques` }
      await fiche.merge({ title: `Équiper les écoles, ${word}`, sections }).save()
    })
  })

  const find = (words: string, allows = (_: string) => true) =>
    inLandreval(world, () =>
      search.find(words, { tenantSlug: world.tenant.slug, limit: 10, allows })
    )
  const show = (shown: boolean) =>
    inLandreval(world, async () => {
      await (await Fiche.get(world.piloted)).merge({ public: shown }).save()
    })

  test('answers to its title without accents, to its sections and to its number', async ({
    assert,
  }) => {
    for (const words of [`equiper ecole ${word}`, `${word} numerique`, `1.1 ${word}`]) {
      const found = await find(words)
      assert.lengthOf(found, 1, words)
      assert.include(found[0].url, `/fiches/${world.piloted}`)
    }
  })

  test('answers to what it is and to what it counts', async ({ assert }) => {
    await inLandreval(world, async () => {
      const [counted] = await Indicator.query().where('ficheId', world.piloted)
      await counted.merge({ title: `Terriers de ${word}` }).save()
    })
    for (const words of [`fiche 1.1 ${word}`, `terrier ${word}`]) {
      const [found] = await find(words)
      assert.include(found?.url, `/fiches/${world.piloted}`, words)
    }
    const [{ why }] = await find(`terrier ${word}`)
    assert.equal(why?.where, 'Indicateurs')
  })

  test('that is not shown answers only to whoever reads them all', async ({ assert }) => {
    const contributor = (permission: string) => permission === 'territory.read'
    assert.lengthOf(await find(word, contributor), 1)
    await show(false)
    assert.isEmpty(await find(word, contributor))
    assert.lengthOf(await find(word), 1)
    await show(true)
  })
})
