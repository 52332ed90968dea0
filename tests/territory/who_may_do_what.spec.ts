import type { ApiClient } from '@japa/api-client'
import type User from '#kernel/people/user'
import { uuidv7 } from '#lib/values'
import { tenantRoutes, urlOf } from '#tests/isolation/support/routes'
import { type Landreval, landreval } from '#tests/territory/helpers/landreval'
import { person } from '#tests/world/world'
import { test } from '@japa/runner'

/** Who gets past the door of each action; every route of the room stands in one of these lists. */
const READS = [
  'projects.index',
  'projects.show',
  'fiches.show',
  'fiches.pdf',
  'fiches.csv',
  'history.index',
  'sheets.index',
  'sheets.file',
  'sheets.keep',
  'sheets.forget',
  'sheets.batch',
]
const READS_ALL = [
  'evaluations.show',
  'evaluations.pdf',
  'exports.sheets',
  'exports.values',
  'exports.workbook',
]
const WRITES_A_SHEET = [
  'parts.edit',
  'parts.update',
  'fiches.update',
  'values.edit',
  'values.update',
]
const CONDUCTS = [
  'projects.create',
  'projects.store',
  'projects.edit',
  'projects.update',
  'transitions.store',
  'checks.store',
  'checks.destroy',
  'axes.store',
  'axes.update',
  'axes.destroy',
  'fiches.store',
  'place.update',
  'publication.update',
  'pilots.store',
  'pilots.destroy',
  'invitations.store',
  'indicators.create',
  'indicators.store',
  'indicators.edit',
  'indicators.update',
  'indicators.destroy',
  'evaluations.update',
  'freezings.store',
  'showings.store',
  'showings.destroy',
  'justifications.store',
  'justifications.destroy',
  'advice.store',
  'advice.update',
  'sheets.do',
]
const EVERYTHING = [...READS, ...READS_ALL, ...WRITES_A_SHEET, ...CONDUCTS]

const MAY: Record<string, string[]> = {
  administrator: EVERYTHING,
  agent: EVERYTHING,
  reader: [...READS, ...READS_ALL],
  contributor: [...READS, ...WRITES_A_SHEET],
  signatory: [],
  archivist: [],
}

const ours = () => tenantRoutes().filter(({ name }) => name?.startsWith('territory.'))
const shortName = (name: string | undefined) => name!.replace('territory.', '')

let world: Landreval

/** The actions whose door opened: anything but « not you » is somebody who got in. */
async function openedTo(client: ApiClient, who: User | null, fiche: string): Promise<string[]> {
  const opened: string[] = []
  const nothing = uuidv7()
  for (const route of ours()) {
    const name = shortName(route.name)
    const ofProject =
      /^(projects|evaluations|freezings|justifications|transitions|checks|exports|sheets|advice\.store)/
    const id = ofProject.test(name) || name === 'axes.store' ? world.projectId : fiche
    // What would take something away names what does not exist.
    const values = {
      year: '2025',
      part: 'moyens',
      code: 'x',
      userId: nothing,
      indicatorId: nothing,
      view: nothing,
      format: 'csv',
    }
    // What is done to several sheets asks for the permission of the gesture that the form names.
    const body = name === 'sheets.do' ? { geste: 'montrer' } : {}
    const method = route.methods.find((one) => one !== 'HEAD')!
    const request = client
      .request(urlOf(route, 'landreval', { ...values, id }), method)
      .accept('json')
      .redirects(0)
    if (who) request.loginAs(who)
    const answer = await (method === 'GET' ? request : request.withCsrfToken().json(body))
    if (![401, 403].includes(answer.status())) opened.push(name)
  }
  return opened.sort()
}

test.group('each role at each action of the room', (group) => {
  group.setup(async () => {
    world = await landreval()
  })

  test('every route of the room is in one of the lists', ({ assert }) => {
    assert.sameMembers(
      ours().map(({ name }) => shortName(name)),
      EVERYTHING
    )
  })

  for (const [role, may] of Object.entries(MAY)) {
    if (role === 'contributor') continue
    test(`${role}: ${may.length} actions of ${EVERYTHING.length}`, async ({ client, assert }) => {
      const somebody = await person(`Personne ${role}`, { landreval: [role as 'agent'] })
      assert.deepEqual(await openedTo(client, somebody, world.piloted), [...may].sort())
    })
  }

  test('contributor: the sheet that she pilots, and nothing that conducts', async ({
    client,
    assert,
  }) => {
    const opened = await openedTo(client, world.contributor, world.piloted)
    assert.deepEqual(opened, [...MAY.contributor].sort())
  })

  test('contributor: another sheet is read and not written', async ({ client, assert }) => {
    const opened = await openedTo(client, world.contributor, world.other)
    assert.deepEqual(opened, [...READS].sort())
  })

  test('nobody without a login', async ({ client, assert }) => {
    assert.deepEqual(await openedTo(client, null, world.piloted), [])
  })
})
