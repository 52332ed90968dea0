import type { ApiClient } from '@japa/api-client'
import Axe from '#app/territory/models/axe'
import Fiche from '#app/territory/models/fiche'
import Recommendation from '#app/territory/models/recommendation'
import { type Landreval, inLandreval, landreval } from '#tests/territory/helpers/landreval'
import { test } from '@japa/runner'

let world: Landreval

/** What the form that goes to `action` shows that its reader has seen. */
function seenFor(html: string, action: string): string {
  const form = html.slice(html.indexOf(`action="${action}`))
  return /name="seen" value="([^"]+)"/.exec(form.slice(0, form.indexOf('</form>')))![1]
}

async function send(client: ApiClient, page: string, action: string, fields: object) {
  return client
    .post(`${action}?_method=PUT`)
    .loginAs(world.lead)
    .withCsrfToken()
    .header('referer', page)
    .form(fields)
}

/** Two tabs on `page` send one after the other; returns what the second reads. */
async function twice(
  client: ApiClient,
  page: string,
  action: string,
  [first, second]: [object, object]
) {
  const seen = seenFor((await client.get(page).loginAs(world.lead)).text(), action)
  await send(client, page, action, { ...first, seen })
  return (await send(client, page, action, { ...second, seen })).text()
}

test.group('Two tabs on a short form of the project', (group) => {
  group.each.setup(async () => {
    world = await landreval()
  })

  test('the status of an action', async ({ client, assert }) => {
    const page = `${world.base}/fiches/${world.other}`
    const fields: [object, object] = [{ statut: 'en_cours' }, { statut: 'abandonne' }]
    const told = await twice(client, page, `${page}/statut`, fields)
    assert.include(told, 'a modifié le statut de cette action')
    const { statut } = await inLandreval(world, () => Fiche.get(world.other))
    assert.equal(statut, 'en_cours')
    const again = { ...fields[1], seen: seenFor(told, `${page}/statut`) }
    await send(client, page, `${page}/statut`, again)
    const after = await inLandreval(world, () => Fiche.get(world.other))
    assert.equal(after.statut, 'abandonne')
  })

  test('the title of an axe, whose typing stays', async ({ client, assert }) => {
    const fiche = await inLandreval(world, () => Fiche.get(world.other))
    const page = `${world.base}/projets/${fiche.projectId}`
    const action = `${world.base}/axes/${fiche.axeId}`
    const told = await twice(client, page, action, [
      { title: 'Onglet un' },
      { title: 'Onglet deux' },
    ])
    assert.include(told, 'a modifié cet axe')
    assert.include(told, '<dd>Onglet un</dd>')
    assert.include(told, 'value="Onglet deux"')
    const axe = await inLandreval(world, () => Axe.get(fiche.axeId))
    assert.equal(axe.title, 'Onglet un')
  })

  test('what became of a recommendation', async ({ client, assert }) => {
    const { projectId } = await inLandreval(world, () => Fiche.get(world.other))
    const { id } = await inLandreval(world, () =>
      Recommendation.create({
        projectId,
        text: 'Former les agents.',
        addressee: 'La direction',
        year: 2025,
        state: 'a_faire',
      })
    )
    const page = `${world.base}/projets/${projectId}`
    const action = `${world.base}/recommandations/${id}`
    const told = await twice(client, page, action, [{ state: 'faite' }, { state: 'abandonnee' }])
    assert.include(told, 'a modifié la suite de cette recommandation')
    const { state } = await inLandreval(world, () => Recommendation.findOrFail(id))
    assert.equal(state, 'faite')
  })

  test('the place of an action', async ({ client, assert }) => {
    const fiche = await inLandreval(world, () => Fiche.get(world.other))
    const here = fiche.axeId
    const axes = await inLandreval(world, () => Axe.query().where('projectId', fiche.projectId))
    const elsewhere = axes.find(({ id }) => id !== here)!.id
    const page = `${world.base}/fiches/${world.other}`
    const told = await twice(client, page, `${page}/axe`, [{ axeId: elsewhere }, { axeId: here }])
    assert.include(told, 'a modifié la place de cette action')
    const moved = await inLandreval(world, () => Fiche.get(world.other))
    assert.equal(moved.axeId, elsewhere)
  })
})

test.group('The target of an indicator, before it is recorded', (group) => {
  group.each.setup(async () => {
    world = await landreval()
  })

  test('is told in figures when one asks to see it', async ({ client, assert }) => {
    const page = `${world.base}/fiches/${world.other}/indicateurs/nouveau`
    const html = (await client.get(page).loginAs(world.lead)).text()
    const [, seen] = /name="seen" value="([^"]+)"/.exec(html)!
    const typed = { title: 'Visites', unit: 'visites', nature: 'flow', precision: '0' }
    const told = await client
      .post(`${world.base}/fiches/${world.other}/indicateurs`)
      .loginAs(world.lead)
      .withCsrfToken()
      .header('referer', page)
      .form({
        ...typed,
        baseline: '10',
        target: '+20 %',
        targetYear: '2027',
        brouillon: 'garder',
        seen,
      })
    assert.match(told.text(), /Il faudra au moins 12 visites en 2027, depuis 10 visites\./)
  })
})
