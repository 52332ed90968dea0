import { test } from '@japa/runner'
import { townHall, type TownHall } from '#tests/parapheur/town_hall'
import { draftOf } from '#tests/actes/room'
import { person, place } from '#tests/world/world'

/** What a page says of one of the things to do: « Fait » or « À faire ». */
const stateOf = (html: string, label: string) =>
  new RegExp(`${label}(?:(?!</li>)[\\s\\S])*?(Fait|À faire)`).exec(html)?.[1]

test.group('Whoever is new somewhere', (group) => {
  let hall: TownHall
  let base: string
  group.each.setup(async () => {
    hall = await townHall()
    base = `/c/${hall.tenant.slug}`
  })

  test('is led from her home to what is left to do, her own and the member’s', async ({
    client,
    assert,
  }) => {
    const home = await client.get(base).loginAs(hall.secretary)
    home.assertTextIncludes(`href="${base}/premiers-pas"`)
    const page = (await client.get(`${base}/premiers-pas`).loginAs(hall.secretary)).text()
    for (const label of ['Protéger votre compte', 'Préparer un premier acte', 'Déposer le cachet'])
      assert.equal(stateOf(page, label), 'À faire', label)
    // Three people work here already
    assert.equal(stateOf(page, 'Inviter vos collègues'), 'Fait')
  })

  test('finds as done what she does, and only what her role may do', async ({ client, assert }) => {
    const asked = async () => (await client.get(`${base}/premiers-pas`).loginAs(hall.agent)).text()
    assert.equal(stateOf(await asked(), 'Préparer un premier acte'), 'À faire')
    await draftOf(hall.tenant, { createdBy: hall.agent.id } as never)
    const page = await asked()
    assert.equal(stateOf(page, 'Préparer un premier acte'), 'Fait')
    assert.notInclude(page, 'Inviter vos collègues')
    assert.notInclude(page, 'Déposer le cachet')
  })

  test('is asked nothing of a collectivite where she does not work', async ({ client }) => {
    const stranger = await person('Gaël Morvan', { 'saint-orven': ['agent'] })
    const page = await client.get(`${base}/premiers-pas`).loginAs(stranger)
    page.assertStatus(404)
  })
})

test.group('The map of the site', (group) => {
  group.setup(async () => {
    await place('kervalan')
  })

  test('is one step from every page, and shows a visitor the pages of everybody', async ({
    client,
    assert,
  }) => {
    for (const path of ['/', '/aide', '/connexion', '/p/kervalan', '/nulle-part']) {
      const page = await client.get(path)
      assert.include(page.text(), 'href="/plan-du-site"', path)
    }
    const map = (await client.get('/plan-du-site')).text()
    assert.include(map, 'href="/connexion"')
    assert.include(map, 'href="/aide/donner-un-visa"')
    assert.notInclude(map, '/exploitation')
    assert.notInclude(map, 'href="/mes-taches"')
  })

  test('shows a person the services that her roles open, in each collectivite', async ({
    client,
    assert,
  }) => {
    const user = await person('Yann Kerbrat', {
      'kervalan': ['administrator'],
      'saint-orven': ['reader'],
    })
    const map = (await client.get('/plan-du-site').loginAs(user)).text()
    assert.include(map, 'href="/c/kervalan/membres"')
    assert.notInclude(map, 'href="/c/saint-orven/membres"')
    assert.include(map, 'href="/c/saint-orven/actes"')
  })
})

test.group('A page that is not there', () => {
  test('says so in French with the ways out, and no tasks to whoever has none', async ({
    client,
    assert,
  }) => {
    const visitor = await client.get('/nulle-part')
    visitor.assertStatus(404)
    visitor.assertTextIncludes('Cette page est introuvable')
    assert.notInclude(visitor.text(), 'href="/mes-taches"')
    const user = await person('Yann Kerbrat', { kervalan: ['reader'] })
    const known = await client.get('/c/kervalan/nulle-part').loginAs(user)
    known.assertStatus(404)
    known.assertTextIncludes('Cette page est introuvable')
  })
})
