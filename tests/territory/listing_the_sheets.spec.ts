import { test } from '@japa/runner'
import Fiche from '#app/territory/models/fiche'
import FichePilot from '#app/territory/models/fiche_pilot'
import { type Landreval, inLandreval, landreval } from '#tests/territory/helpers/landreval'
import { person } from '#tests/world/world'

test.group('The list of the sheets of a project', (group) => {
  let world: Landreval
  let base: string

  group.each.setup(async () => {
    world = await landreval()
    base = `${world.base}/projets/${world.projectId}/fiches`
  })

  const linesIn = (html: string) => [...html.matchAll(/data-line="([^"]+)"/g)].map(([, id]) => id)

  test('is ordered by number, by pilot and by what was changed last', async ({
    client,
    assert,
  }) => {
    const asked = async (query: string) =>
      linesIn((await client.get(`${base}${query}`).loginAs(world.lead)).text())
    assert.deepEqual(await asked(''), [world.piloted, world.other])
    assert.deepEqual(await asked('?tri=-action'), [world.other, world.piloted])
    // Maëlle before Nolwenn
    assert.deepEqual(await asked('?tri=-pilote'), [world.other, world.piloted])
    assert.sameMembers(await asked('?tri=echeance'), [world.piloted, world.other])
    assert.deepEqual(await asked('?statut=bloque'), [])
  })

  test('hides from a contributor what is neither shown nor hers', async ({ client, assert }) => {
    await inLandreval(world, async () => {
      for (const id of [world.piloted, world.other])
        await (await Fiche.get(id)).merge({ public: false }).save()
    })
    const hers = await client.get(base).loginAs(world.contributor)
    assert.deepEqual(linesIn(hers.text()), [world.piloted])
    const file = await client.get(`${base}/liste/csv`).loginAs(world.contributor)
    assert.lengthOf(file.text().trim().split('\r\n'), 2)
    const all = await client.get(base).loginAs(world.lead)
    assert.deepEqual(linesIn(all.text()), [world.piloted, world.other])
  })

  test('changes several at once for who conducts the project, and says which were so already', async ({
    client,
    assert,
  }) => {
    const form = { 'geste': 'realisees', 'ids[]': [world.piloted, world.other] }
    await inLandreval(world, async () => {
      await (await Fiche.get(world.other)).merge({ statut: 'realise' }).save()
    })
    await client.post(`${base}/lot`).loginAs(world.lead).withCsrfToken().form(form).redirects(0)
    await inLandreval(world, async () => {
      assert.equal((await Fiche.get(world.piloted)).statut, 'realise')
    })
  })

  test('lets a contributor change none in bulk, her own included', async ({ client, assert }) => {
    const form = { 'geste': 'realisees', 'ids[]': [world.piloted] }
    const sent = await client
      .post(`${base}/lot`)
      .loginAs(world.contributor)
      .withCsrfToken()
      .form(form)
      .redirects(0)
    assert.notInclude(String(sent.header('location')), '/lot')
    await inLandreval(world, async () => {
      assert.equal((await Fiche.get(world.piloted)).statut, 'en_cours')
      assert.lengthOf(await FichePilot.query().where('ficheId', world.piloted), 1)
    })
  })

  test('is for nobody of another collectivite', async ({ client }) => {
    const stranger = await person('Gaël Morvan', { 'saint-orven': ['agent'] })
    for (const path of [base, `${base}/liste/csv`, `${base}/lot`]) {
      const page = await client.get(path).loginAs(stranger)
      page.assertStatus(404)
    }
  })
})
