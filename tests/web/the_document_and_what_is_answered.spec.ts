import { createConfig, lintFromString } from '@redocly/openapi-core'
import { test } from '@japa/runner'
import vine from '@vinejs/vine'
import { allRoles } from '#kernel/room'
import { build } from '#web/api/openapi'
import { openedApis } from '#web/api/registry'
import { ask, everyOperation, said } from '#tests/isolation/support/operations'
import { contractOf } from '#tests/isolation/support/contract'
import { buildWorlds, everyWorld } from '#tests/isolation/support/routes'
import { Program, tokenOf } from '#tests/world/program'
import { person, place } from '#tests/world/world'

/** What the state of the small worlds refuses, in the words of its rules; all the others are done. */
const NOT_NOW = [
  'parapheur.recall',
  'parapheur.nudge',
  'parapheur.annotate',
  'parapheur.open_session',
  'parapheur.sign',
  'parapheur.plan_absence',
  'archiving.proof',
  'archiving.retry',
  'archiving.gather_proof',
  'actes.classification',
  'actes.submit',
  'actes.take_back',
  'actes.transmit',
  'actes.publish',
  'actes.publish_copy',
  'actes.unpublish',
  'actes.reply',
  'invoicing.request_service',
  'invoicing.withdraw_service',
  'invoicing.order',
  'invoicing.reply',
  'invoicing.resume',
  'invoicing.pull',
  'exchange.send',
  'ged.take_proposal',
  'ged.silence_proposal',
  'ged.redact',
  'procurement.open_session',
  'procurement.set_plis_aside',
  'procurement.divide',
  'procurement.award_lot',
  'procurement.notify_lot',
  'procurement.end_lot',
  'procurement.replace',
  'procurement.add_documents',
  'procurement.remove_document',
  'procurement.publish',
  'procurement.withdraw',
  'procurement.extend',
  'procurement.abandon',
  'procurement.award',
  'procurement.notify',
  'procurement.answer_question',
]

/** What an independent reader finds wrong in a document. */
async function faultsIn(document: object): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended'] })
  const problems = await lintFromString({ source: JSON.stringify(document), config })
  return problems
    .filter(({ ignored }) => !ignored)
    .map(({ ruleId, message, location }) => `${ruleId}: ${message} (${location[0]?.pointer})`)
}

const shaped = (answer: object) => 'shape' in answer

test.group('The document of the API', () => {
  test('is a good OpenAPI 3.1 for a linter that is not ours', async ({ assert }) => {
    const { body } = await new Program(null).get('/api/v1/openapi.json')
    assert.equal(body.openapi, '3.1.0')
    assert.deepEqual(await faultsIn(body), [])
    const [wrong] = await faultsIn({ ...body, paths: { '/x/{id}': { get: { responses: {} } } } })
    assert.exists(wrong)
  })

  test('names each operation, each tag and each shape once, and titles two of them alike never', ({
    assert,
  }) => {
    const names = everyOperation().map(said)
    assert.sameMembers([...new Set(names)], names)
    const titles = everyOperation().map(({ operation }) => operation.title)
    assert.sameMembers([...new Set(titles)], titles)
    assert.containsSubset(build([]), { paths: {}, tags: [] })
    const api = openedApis().find(({ operations }) =>
      operations.some(({ answer }) => shaped(answer))
    )!
    const [operation] = api.operations.filter(({ answer }) => shaped(answer))
    const other = vine.create({ somethingElse: vine.string() })
    const answer = { ...operation.answer, shape: other } as typeof operation.answer
    const twin = { ...api, room: 'twin', operations: [{ ...operation, answer }] }
    assert.throws(() => build([api, twin]), /names two shapes/)
    assert.doesNotThrow(() => build([api, { ...api, room: 'twin' }]))
  })

  test('is a page too, which needs no script', async ({ assert, client }) => {
    const page = await client.get('/api/v1').accept('html')
    page.assertStatus(200)
    for (const { operation, path } of everyOperation()) {
      assert.include(page.text(), `/api/v1${path}`)
      assert.include(page.text().replaceAll(/[\u00a0\u202f]/g, ' '), operation.title.slice(0, 20))
    }
  })

  test('says what each operation answers to whom it is for', async ({ assert }) => {
    const { id } = await place('saint-orven')
    const she = await person('Gwenola Le Bris', { 'saint-orven': allRoles() })
    const program = Program.bearing(await tokenOf(she, 'saint-orven'))
    const contract = await contractOf(program)
    const wrong: string[] = []
    const refused: string[] = []
    for (const asked of everyOperation()) {
      const { room } = asked.api
      // A gesture may take away what the next one needs: each has an object of its own
      const own = await buildWorlds(id, she.id, [everyWorld().includes(room) ? room : 'kernel'])
      const told = await ask(program, asked, own)
      wrong.push(...contract.reproaches(asked, told))
      if (told.status >= 400) refused.push(said(asked))
      // Before the hour nobody is for it (CONTRACTS §4: 403 or 404)
      const isEarly = told.body?.code === 'E_BEFORE_THE_HOUR'
      if ([401, 403, 404].includes(told.status) && !isEarly)
        wrong.push(`${said(asked)}: ${told.text}`)
    }
    assert.deepEqual(wrong, [])
    assert.includeMembers(NOT_NOW, refused)
  })

  test('what it does not say is seen', async ({ assert }) => {
    const contract = await contractOf(new Program(null))
    const [asked] = everyOperation().filter(({ operation }) => operation.answer.kind === 'thing')
    const headers = new Headers({ 'content-type': 'application/json' })
    const told = { status: 200, headers, text: '{}', body: {} }
    const reproaches = contract.reproaches(asked, told)
    assert.match(reproaches.join(), /no ETag/)
    assert.match(reproaches.join(), /must have required property/)
    assert.lengthOf(contract.reproaches(asked, { ...told, status: 418 }), 1)
  })
})
