import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import Evaluation from '#app/territory/models/evaluation'
import { evaluationLifecycle } from '#app/territory/models/evaluation_lifecycle'
import Fiche from '#app/territory/models/fiche'
import { fillIn } from '#tests/territory/helpers/forms'
import { type Landreval, inLandreval, landreval } from '#tests/territory/helpers/landreval'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'

let world: Landreval

const evaluationOf = (year: number) =>
  inLandreval(world, () =>
    Evaluation.query().where({ projectId: world.projectId, year }).firstOrFail()
  )

const send = (client: ApiClient, method: 'put' | 'post', path: string, form = {}) =>
  client[method](`${world.base}/projets/${world.projectId}/evaluations/${path}`)
    .loginAs(world.lead)
    .withCsrfToken()
    .form(form)
    .redirects(0)

/** Opens the page of an evaluation, then sends its introduction. */
const write = (client: ApiClient, path: string, introduction: string) =>
  fillIn(client, world.lead, `${world.base}/projets/${world.projectId}/evaluations/${path}`, {
    introduction,
  })

test.group('the states of an evaluation', () => {
  const legal: Record<string, string | null> = {
    'draft freeze': 'frozen',
    'draft justify': 'justified',
    'draft resume': null,
    'justified freeze': null,
    'justified justify': null,
    'justified resume': 'draft',
    'frozen freeze': null,
    'frozen justify': null,
    'frozen resume': null,
  }
  for (const state of evaluationLifecycle.states) {
    for (const event of evaluationLifecycle.events) {
      const target = legal[`${state} ${event}`]
      test(`${state} ${event} leads to ${target ?? 'nothing'}`, ({ assert }) => {
        assert.equal(evaluationLifecycle.next(state, event), target)
      })
    }
  }
})

test.group('an annual evaluation', (group) => {
  group.setup(async () => {
    world = await landreval('mise_en_oeuvre')
  })

  test('is begun by who conducts the project, and asks the pilots for their figures', async ({
    client,
    assert,
  }) => {
    await write(client, '2025', 'Une année de démarches en ligne.')
    const evaluation = await evaluationOf(2025)
    assert.equal(evaluation.state, 'draft')
    const key = `territory.values:${world.piloted}:2025`
    const task = await inLandreval(world, async () =>
      tenancy.trx().from('kernel.tasks').where({ key }).first()
    )
    assert.equal(task.person_id, world.contributor.id)
  })

  test('is read on its page and as a working PDF before it is frozen', async ({
    client,
    assert,
  }) => {
    const path = `${world.base}/projets/${world.projectId}/evaluations/2025`
    const page = await client.get(path).loginAs(world.lead)
    assert.include(page.text(), 'Une année de démarches en ligne.')
    assert.include(page.text(), 'Arrêter l’évaluation')
    const pdf = await client.get(`${path}/pdf`).loginAs(world.lead)
    assert.equal(pdf.header('content-type'), 'application/pdf')
  })

  test('keeps its figures and its PDF once frozen, whatever changes afterwards', async ({
    client,
    assert,
  }) => {
    await send(client, 'post', '2025/arret')
    const frozen = await evaluationOf(2025)
    assert.equal(frozen.state, 'frozen')
    const pdf = await inLandreval(world, () => documents.read(frozen.documentId!))
    await inLandreval(world, async () => {
      const fiche = await Fiche.get(world.piloted)
      await fiche.setStatut('abandonne', { kind: 'person', id: world.lead.id })
    })
    const page = await client
      .get(`${world.base}/projets/${world.projectId}/evaluations/2025`)
      .loginAs(world.lead)
    assert.notInclude(page.text(), 'Abandonnée')
    const again = await client
      .get(`${world.base}/projets/${world.projectId}/evaluations/2025/pdf`)
      .loginAs(world.lead)
    assert.isTrue(pdf.equals(again.body()))
  })

  test('is journaled with the digest of its PDF', async ({ assert }) => {
    const frozen = await evaluationOf(2025)
    await inLandreval(world, async () => {
      const entry = (await journal.entriesOf(frozen.ref)).at(-1)!
      const { sha256 } = await documents.find(frozen.documentId!)
      assert.equal(entry.type, 'territory.evaluation_freeze')
      assert.equal(entry.data.sha256, sha256)
    })
  })

  test('refuses to be written or frozen again', async ({ client, assert }) => {
    const before = (await evaluationOf(2025)).introduction
    const late = await send(client, 'put', '2025', { introduction: 'Autre chose.' }).header(
      'accept',
      'application/json'
    )
    assert.equal(late.body().code, 'E_EVALUATION_FROZEN')
    await send(client, 'post', '2025/arret')
    const after = await evaluationOf(2025)
    assert.equal(after.introduction, before)
    await inLandreval(world, async () => {
      const applied = evaluationLifecycle.apply(after, 'justify', {
        by: { kind: 'system' },
        subject: after.ref,
        transitionsTable: 'territory.evaluation_transitions',
        foreignKey: 'evaluation_id',
      })
      await assert.rejects(() => applied, /état a changé/)
    })
  })

  test('is held by the base itself against a bare update', async ({ assert }) => {
    const { id } = await evaluationOf(2025)
    await assert.rejects(
      () =>
        inLandreval(world, async () => {
          await tenancy
            .trx()
            .from('territory.evaluations')
            .where({ id })
            .update({ introduction: 'Falsifiée' })
        }),
      /frozen evaluation never changes/
    )
  })

  test('belongs to a year of the project', async ({ client }) => {
    const outside = await send(client, 'put', '2023', {}).header('accept', 'application/json')
    outside.assertStatus(422)
  })

  test('a year without one is justified, and may be resumed', async ({ client, assert }) => {
    const path = '2024/justification'
    const ask = (method: 'post' | 'delete', form = {}) =>
      client[method](`${world.base}/projets/${world.projectId}/evaluations/${path}`)
        .loginAs(world.lead)
        .withCsrfToken()
        .form(form)
        .redirects(0)
    await ask('post', { reason: 'Le projet a été lancé en octobre.' })
    assert.equal((await evaluationOf(2024)).state, 'justified')
    const early = await send(client, 'put', '2024').header('accept', 'application/json')
    assert.equal(early.body().code, 'E_EVALUATION_JUSTIFIED')
    await ask('delete')
    assert.equal((await evaluationOf(2024)).state, 'draft')
  })

  test('the mandate has its own, beside the one of its last year', async ({ client, assert }) => {
    await write(client, '2026-finale', 'Trois ans.')
    await send(client, 'post', '2026-finale/arret')
    const final = await evaluationOf(2026)
    assert.deepEqual([final.scope, final.state], ['final', 'frozen'])
    assert.equal(final.fileName, 'evaluation-finale-2026.pdf')
  })
})
