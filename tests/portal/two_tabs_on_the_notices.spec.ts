import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type User from '#kernel/people/user'
import { DEMO_NOTICES } from '#web/notices/demo'
import { currentNotices, forgetNotices } from '#web/notices/notices'
import { person } from '#tests/world/world'
import { operator } from './console_world.js'

const PAGE = '/exploitation/mentions'
const seenIn = (html: string) => /name="seen" value="([^"]+)"/.exec(html)![1]
const forgetAll = async () => {
  await db.connection('owner').from('kernel.notices').delete()
  forgetNotices()
}

test.group('Two tabs on what the operator says of itself', (group) => {
  let ronan: User
  let enora: User
  group.setup(async () => {
    ronan = await operator()
    enora = await (await person('Enora Tanguy', {})).merge({ isOperator: true }).save()
    return async () => void (await enora.merge({ isOperator: false }).save())
  })
  group.each.setup(async () => {
    await forgetAll()
    return forgetAll
  })

  const openTab = async (client: ApiClient) =>
    seenIn((await client.get(PAGE).loginAs(ronan)).text())
  const save = (client: ApiClient, who: User, hostPhone: string, seen: string) =>
    client
      .post(`${PAGE}?_method=PUT`)
      .header('referer', PAGE)
      .loginAs(who)
      .withCsrfToken()
      .form({ ...DEMO_NOTICES, hostPhone, seen })
  const phone = async () => (await currentNotices()).hostPhone

  test('the second is told who saved what, and what she typed stays', async ({
    client,
    assert,
  }) => {
    const seen = await openTab(client)
    await save(client, enora, '01 11 11 11 11', seen)
    const told = (await save(client, ronan, '02 22 22 22 22', seen)).text()
    assert.match(told, /Enora Tanguy a modifié ces mentions à \d+.h.\d\d/)
    assert.include(told, '<dd>01 11 11 11 11</dd>')
    assert.include(told, 'value="02 22 22 22 22"')
    assert.equal(await phone(), '01 11 11 11 11')
    await save(client, ronan, '02 22 22 22 22', seenIn(told))
    assert.equal(await phone(), '02 22 22 22 22')
  })

  test('of two who save at the same instant, one is told', async ({ client, assert }) => {
    const seen = await openTab(client)
    const phones = ['01 11 11 11 11', '02 22 22 22 22']
    const answers = await Promise.all(
      phones.map((one) => save(client, ronan, one, seen).accept('json').redirects(0))
    )
    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [302, 409]
    )
    const { rows } = await db.connection('owner').rawQuery('select said from kernel.notices')
    assert.lengthOf(rows, 1)
  })

  test('what another process has just saved is what the page shows', async ({ client, assert }) => {
    await currentNotices()
    await db
      .connection('owner')
      .insertQuery()
      .table('kernel.notices')
      .insert({
        id: '01930000-0000-7000-8000-000000000001',
        said: { ...DEMO_NOTICES, hostPhone: '03 33 33 33 33' },
        changed: ['hostPhone'],
        said_by: enora.id,
      })
    const page = (await client.get(PAGE).loginAs(ronan)).text()
    assert.include(page, 'value="03 33 33 33 33"')
    await save(client, ronan, '04 44 44 44 44', seenIn(page))
    assert.equal(await phone(), '04 44 44 44 44')
  })
})
