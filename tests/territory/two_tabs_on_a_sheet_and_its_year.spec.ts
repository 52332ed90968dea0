import type { ApiClient } from '@japa/api-client'
import Evaluation from '#app/territory/models/evaluation'
import Fiche from '#app/territory/models/fiche'
import FichePilot from '#app/territory/models/fiche_pilot'
import ProjectCheck from '#app/territory/models/project_check'
import { type Landreval, inLandreval, landreval } from '#tests/territory/helpers/landreval'
import { test } from '@japa/runner'

let world: Landreval

/** What the form that goes to `action`, and holds `mark`, shows that its reader has seen. */
function seenFor(html: string, action: string, mark = ''): string {
  const forms = html.split('<form').filter((one) => one.includes(`action="${action}`))
  const form = forms.find((one) => !one.includes('_method=DELETE') && one.includes(mark))!
  return /name="seen" value="([^"]+)"/.exec(form.slice(0, form.indexOf('</form>')))![1]
}

const send = (client: ApiClient, page: string, action: string, fields: object) =>
  client.post(action).loginAs(world.lead).withCsrfToken().header('referer', page).form(fields)

const read = async (client: ApiClient, page: string) =>
  (await client.get(page).loginAs(world.lead)).text()

test.group('Two tabs on a sheet and on its year', (group) => {
  group.each.setup(async () => {
    world = await landreval('lancement')
  })

  test('whether the inhabitants see a sheet', async ({ client, assert }) => {
    const page = `${world.base}/fiches/${world.other}`
    const action = `${page}/publication`
    const seen = seenFor(await read(client, page), action)
    await send(client, page, `${action}?_method=PUT`, { public: 'false', seen })
    const late = await send(client, page, `${action}?_method=PUT`, { public: 'true', seen })
    assert.include(late.text(), 'a modifié la visibilité de cette action')
    assert.isFalse((await inLandreval(world, () => Fiche.get(world.other))).public)
  })

  test('who pilots a sheet', async ({ client, assert }) => {
    const page = `${world.base}/fiches/${world.piloted}`
    const action = `${page}/pilotes`
    const seen = seenFor(await read(client, page), action, 'userId')
    const path = `${action}/${world.contributor.id}?_method=DELETE`
    await send(client, page, path, {})
    const late = await send(client, page, action, { userId: world.lead.id, seen })
    assert.include(late.text(), 'a modifié les pilotes de cette action')
    const pilots = () =>
      inLandreval(world, () => FichePilot.query().where('ficheId', world.piloted))
    assert.lengthOf(await pilots(), 0)
    const now = seenFor(late.text(), action, 'userId')
    await send(client, page, action, { userId: world.lead.id, seen: now })
    assert.lengthOf(await pilots(), 1)
  })

  test('a point of the checklist, whose form comes back with what was typed', async ({
    client,
    assert,
  }) => {
    const page = `${world.base}/projets/${world.projectId}`
    const action = `${page}/faits`
    const point = { code: 'reunion_elus', doneOn: '2026-03-02' }
    const seen = seenFor(await read(client, page), action, point.code)
    await send(client, page, action, { ...point, note: 'Salle du conseil', seen })
    const late = await send(client, page, action, { ...point, note: 'À la mairie', seen })
    assert.include(late.text(), 'a modifié ce point de l’étape')
    assert.include(late.text(), '<dd>Salle du conseil</dd>')
    assert.include(late.text(), 'value="À la mairie"')
    const note = async () =>
      (await inLandreval(world, () => ProjectCheck.get(world.projectId, point.code))).note
    assert.equal(await note(), 'Salle du conseil')
    const now = seenFor(late.text(), action, point.code)
    await send(client, page, action, { ...point, note: 'À la mairie', seen: now })
    assert.equal(await note(), 'À la mairie')
  })

  test('why a year has no evaluation', async ({ client, assert }) => {
    const page = `${world.base}/projets/${world.projectId}/evaluations/2025`
    const action = `${page}/justification`
    const seen = seenFor(await read(client, page), action)
    await send(client, page, action, { reason: 'Le poste était vacant.', seen })
    const late = await send(client, page, action, { reason: 'Les élections.', seen })
    assert.include(late.text(), 'a modifié la raison de cette absence')
    assert.include(late.text(), '<dd>Le poste était vacant.</dd>')
    assert.include(late.text(), '>Les élections.</textarea>')
    const kept = async () =>
      (await inLandreval(world, () => Evaluation.findByOrFail('projectId', world.projectId)))
        .justification
    assert.equal(await kept(), 'Le poste était vacant.')
    const now = seenFor(late.text(), action)
    await send(client, page, action, { reason: 'Les élections.', seen: now })
    assert.equal(await kept(), 'Les élections.')
  })
})
