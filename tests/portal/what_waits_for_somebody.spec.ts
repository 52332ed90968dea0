import { test } from '@japa/runner'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { Program, tokenOf } from '#tests/world/program'
import { person, place, type Place } from '#tests/world/world'

type Whom = { role?: string; personId?: string; dueAt?: Date }

/** Opens a task with a title of its own, and returns the title. */
async function open(slug: Place, whom: Whom): Promise<string> {
  const title = `Viser le dossier ${uuidv7().slice(-8)}`
  const { id } = await place(slug)
  await tenancy.run(id, () =>
    tasks.open({ key: `test:${title}`, capability: 'portal', title, url: `/c/${slug}`, ...whom })
  )
  return title
}

test.group('What waits for somebody', () => {
  test('is what is for her and for her roles, in this collectivite only', async ({ client }) => {
    const secretary = await person('Yann Kerbrat', {
      'kervalan': ['administrator'],
      'saint-orven': ['agent'],
    })
    const [hers, role, other, elsewhere] = [
      await open('kervalan', { personId: secretary.id }),
      await open('kervalan', { role: 'administrator' }),
      await open('kervalan', { role: 'archivist' }),
      await open('saint-orven', { personId: secretary.id }),
    ]
    const home = await client.get('/c/kervalan').loginAs(secretary)
    home.assertStatus(200)
    home.assertTextIncludes(hers)
    home.assertTextIncludes(role)
    for (const hidden of [other, elsewhere]) {
      if (home.text().includes(hidden)) throw new Error(`${hidden} is shown`)
    }
  })

  test('is told whole to a program, page after page, whatever is done meanwhile', async ({
    assert,
  }) => {
    const agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const titles: string[] = []
    for (let rank = 0; rank < 52; rank++)
      titles.push(await open('kervalan', { personId: agent.id }))
    const program = Program.bearing(await tokenOf(agent, 'kervalan'))
    const hers = ({ body }: { body: any }) =>
      body.items.map(({ title }: { title: string }) => title).filter(isHers)
    const isHers = (title: string) => titles.includes(title)
    const told: string[] = []
    let page: string | null = '/api/v1/taches'
    while (page) {
      const answer = await program.get(page)
      assert.equal(answer.status, 200)
      told.push(...hers(answer))
      const { id } = await place('kervalan')
      await tenancy.run(id, () => tasks.close(...told.map((title) => `test:${title}`)))
      page = answer.body.next
    }
    assert.deepEqual(told, titles)
  })

  test('is gathered from all her collectivites in one list', async ({ client }) => {
    const secretary = await person('Yann Kerbrat', {
      'kervalan': ['reader'],
      'saint-orven': ['reader'],
    })
    const here = await open('kervalan', { personId: secretary.id })
    const there = await open('saint-orven', { personId: secretary.id })
    const list = await client.get('/mes-taches').loginAs(secretary)
    list.assertTextIncludes(here)
    list.assertTextIncludes(there)
    list.assertTextIncludes('2 choses en attente')
  })

  test('is ordered, narrowed, and taken away as a file: what is due first, first', async ({
    client,
    assert,
  }) => {
    const secretary = await person('Yann Kerbrat', {
      'kervalan': ['reader'],
      'saint-orven': ['reader'],
    })
    const day = 86_400_000
    const later = await open('kervalan', { personId: secretary.id })
    const late = await open('saint-orven', {
      personId: secretary.id,
      dueAt: new Date(Date.now() - day),
    })
    const soon = await open('kervalan', {
      personId: secretary.id,
      dueAt: new Date(Date.now() + day),
    })
    const asked = async (query: string) => {
      const page = (await client.get(`/mes-taches${query}`).loginAs(secretary)).text()
      return [late, soon, later]
        .filter((title) => page.includes(`>${title}</a>`))
        .sort((one, other) => page.indexOf(`>${one}<`) - page.indexOf(`>${other}<`))
    }
    assert.deepEqual(await asked(''), [late, soon, later])
    assert.deepEqual(await asked('?tri=-echeance'), [later, soon, late])
    assert.deepEqual(await asked('?lieu=saint-orven'), [late])
    assert.deepEqual(await asked('?retard=oui'), [late])
    assert.deepEqual(await asked(`?q=${later.split(' ').at(-1)}`), [later])
    const csv = await client.get('/mes-taches/liste/csv?lieu=kervalan').loginAs(secretary)
    assert.lengthOf(csv.text().trim().split('\r\n'), 3)
  })

  test('keeps a view for oneself, which nobody else is shown', async ({ client, assert }) => {
    const [one, other] = [
      await person('Yann Kerbrat', { kervalan: ['reader'] }),
      await person('Maëlle Le Goff', { kervalan: ['reader'] }),
    ]
    for (const { id: personId } of [one, other]) await open('kervalan', { personId })
    const name = `Retards ${uuidv7().slice(-6)}`
    await client
      .post('/mes-taches/vues')
      .loginAs(one)
      .withCsrfToken()
      .form({ nom: name, filtre: 'retard=oui', partagee: '1' })
      .redirects(0)
    const mine = await client.get('/mes-taches').loginAs(one)
    mine.assertTextIncludes(name)
    const hers = await client.get('/mes-taches').loginAs(other)
    assert.notInclude(hers.text(), name)
  })

  test('is counted on the pages above her collectivites too', async ({ client, assert }) => {
    const secretary = await person('Yann Kerbrat', {
      'kervalan': ['reader'],
      'saint-orven': ['reader'],
    })
    await secretary.merge({ isOperator: true }).save()
    await open('kervalan', { personId: secretary.id })
    await open('saint-orven', { personId: secretary.id })
    for (const path of ['/mes-taches', '/compte', '/exploitation']) {
      const page = await client.get(path).loginAs(secretary)
      const [roof] = /id="a-faire"[\s\S]*?<\/a>/.exec(page.text())!
      assert.match(roof, /<span class="count">2</, path)
    }
  })

  test('says what is late and what is soon, what is late first', async ({ client, assert }) => {
    const agent = await person('Maëlle Le Goff', { landreval: ['reader'] })
    const soon = await open('landreval', {
      personId: agent.id,
      dueAt: new Date(Date.now() + 3.5 * 86_400_000),
    })
    const late = await open('landreval', {
      personId: agent.id,
      dueAt: new Date(Date.now() - 86_400_000),
    })
    const text = (await client.get('/c/landreval').loginAs(agent)).text()
    assert.include(text, 'En retard')
    assert.match(text, /Sous [34] jours/)
    assert.isBelow(text.indexOf(late), text.indexOf(soon))
  })

  test('is shown to nobody who does not belong there', async ({ client }) => {
    const stranger = await person('Erwan Tanguy', { 'saint-orven': ['agent'] })
    ;(await client.get('/c/kervalan').loginAs(stranger)).assertStatus(404)
    const anonymous = await client.get('/mes-taches').redirects(0)
    anonymous.assertStatus(302)
    anonymous.assertHeader('location', '/connexion')
  })
})
