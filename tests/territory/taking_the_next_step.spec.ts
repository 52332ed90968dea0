import { tenancy } from '#kernel/tenancy'
import Project from '#app/territory/models/project'
import { CHECKLISTS } from '#app/territory/rules/step_checklist'
import { fillIn } from '#tests/territory/helpers/forms'
import { type Landreval, inLandreval, landreval } from '#tests/territory/helpers/landreval'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'

let world: Landreval

const post = (client: ApiClient, path: string, form: object) =>
  client
    .post(`${world.base}/projets/${world.projectId}/${path}`)
    .loginAs(world.lead)
    .withCsrfToken()
    .form(form)
    .header('accept', 'application/json')
    .redirects(0)

const state = async () => (await inLandreval(world, () => Project.get(world.projectId))).state

const settings = {
  title: 'Projet d’essai',
  eluReferent: 'Vice-présidente',
  quotitePercent: '20',
  durationMonths: '13',
  communes: 'Kervalan\nSaint-Orven',
  firstYear: '2024',
  lastYear: '2026',
}

test.group('a project and its next step', (group) => {
  group.setup(async () => {
    world = await landreval()
  })

  test('is told on the page what stands in the way, and has no button', async ({
    client,
    assert,
  }) => {
    const page = await client.get(`${world.base}/projets/${world.projectId}`).loginAs(world.lead)
    assert.include(page.text(), 'Désignez l’élu ou l’élue référente')
    assert.notInclude(page.text(), 'name="event" value="launch"')
  })

  test('is refused by the server as well, and stays where it is', async ({ client, assert }) => {
    const response = await post(client, 'passages', { event: 'launch' })
    response.assertStatus(409)
    assert.equal(response.body().code, 'E_PROJECT_STEP_BLOCKED')
    assert.equal(await state(), 'prerequis')
  })

  test('starts after thirteen months are told: a warning does not stop it', async ({
    client,
    assert,
  }) => {
    const project = `${world.base}/projets/${world.projectId}`
    await fillIn(client, world.lead, `${project}/reglages`, settings, { action: project })
    const page = await client.get(`${world.base}/projets/${world.projectId}`).loginAs(world.lead)
    assert.include(page.text(), 'La durée prévue est de 13 mois')
    await post(client, 'passages', { event: 'launch' })
    assert.equal(await state(), 'lancement')
  })

  test('a last year before the first is said at its field, not mended in silence', async ({
    client,
    assert,
  }) => {
    const project = `${world.base}/projets/${world.projectId}`
    const wrong = { ...settings, lastYear: '2020', durationMonths: 'neuf' }
    const action = { action: project, accept: 'application/json' }
    const answer = await fillIn(client, world.lead, `${project}/reglages`, wrong, action)
    answer.assertStatus(422)
    const { errors } = answer.body() as { errors: { field: string }[] }
    assert.sameMembers(
      errors.map(({ field }) => field),
      ['lastYear', 'durationMonths']
    )
  })

  test('goes on once everything on its list is done', async ({ client, assert }) => {
    for (const { code } of CHECKLISTS.lancement) {
      assert.equal((await post(client, 'passages', { event: 'diagnose' })).status(), 409)
      await post(client, 'faits', { code, doneOn: '2024-03-05' })
    }
    await post(client, 'passages', { event: 'diagnose' })
    assert.equal(await state(), 'diagnostic')
  })

  test('is reopened with a reason, kept in its history', async ({ client, assert }) => {
    const without = await post(client, 'passages', { event: 'reopen' })
    without.assertStatus(422)
    await post(client, 'passages', { event: 'reopen', reason: 'Une commune rejoint le projet.' })
    assert.equal(await state(), 'lancement')
    const last = await inLandreval(world, async () =>
      tenancy
        .trx()
        .from('territory.project_transitions')
        .where({ project_id: world.projectId })
        .orderBy('id', 'desc')
        .first()
    )
    assert.deepEqual(
      [last.from_state, last.to_state, last.reason, last.actor_id],
      ['diagnostic', 'lancement', 'Une commune rejoint le projet.', world.lead.id]
    )
  })

  test('an advice is drawn from a year of the project, the last finished one first', async ({
    client,
    assert,
  }) => {
    const page = (
      await client.get(`${world.base}/projets/${world.projectId}`).loginAs(world.lead)
    ).text()
    const [, years] = /name="year"[^>]*>([^]*?)<\/select>/.exec(page)!
    assert.deepEqual(
      [...years.matchAll(/value="(\d+)"/g)].map(([, year]) => year),
      ['2025', '2024', '2026']
    )
    const advice = { text: 'Mesurer l’impact carbone.', addressee: 'DSI' }
    const outside = await post(client, 'recommandations', { ...advice, year: 2023 })
    outside.assertStatus(422)
    const within = await post(client, 'recommandations', { ...advice, year: 2025 })
    within.assertStatus(302)
  })
})
