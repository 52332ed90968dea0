import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { tenancy } from '#kernel/tenancy'
import { writeListCursor } from '#web/list/list_cursor'
import { planOfPageHere } from '#tests/helpers/plan_of'
import { pageAt } from '#app/ged/nodes/children'
import type { Place } from '#app/ged/nodes/node'
import { placeList } from '#app/ged/screens/place_list_screen'
import { commonSpace } from '#app/ged/spaces/usual_spaces'
import { rootOf } from '#app/ged/spaces/root_of'
import { memberApart } from './support/commands.js'

const FILL = `
  insert into ged.nodes (tenant_id, id, space_id, kind, access_id, name, name_key, title, created_at)
  select :tenant, gen_random_uuid(), :space, case when n % 100 = 0 then 'folder' else 'document' end, :access,
    name, name, name, now() from generate_series(1, 2000) n, lateral (select 'piece-' || lpad(n::text, 4, '0')) as made(name)`

test.group('A space of many documents at its root', (group) => {
  let tenant: string
  let place: Place

  group.setup(async () => {
    tenant = (await memberApart()).id
    await tenancy.run(tenant, async ({ trx }) => {
      place = await rootOf((await commonSpace()).id)
      await trx.rawQuery(FILL, { tenant, space: place.spaceId, access: place.accessId })
    })
    await db.connection('owner').rawQuery('analyze ged.nodes')
  })

  test('gives a page by an index that has its order, the first as those after it', async ({
    assert,
  }) => {
    const lists = [place.accessId]
    const hrefOf = () => '/'
    const list = placeList({ title: 'Commun', place, lists, isGuest: false, hrefOf })
    const after = `apres=${writeListCursor({ key: '1piece-0150', id: place.accessId })}`
    for (const query of ['', after]) {
      const plan = await tenancy.run(tenant, () => planOfPageHere(list as never, query))
      assert.deepEqual([plan.at(-1), plan.includes('Sort')], ['Index Scan nodes_in_place', false])
    }
  })

  test('gives a program its folders first, then its documents, each once', async ({ assert }) => {
    const names: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof pageAt>> = await tenancy.run(tenant, () =>
        pageAt(place, [place.accessId], { after, most: 300 })
      )
      names.push(...page.nodes.map(({ kind, name }) => `${kind} ${name}`))
      after = page.next
    } while (after)
    assert.lengthOf(names, 2_000)
    assert.deepEqual(names.slice(0, 20).at(-1), 'folder piece-2000')
    assert.deepEqual(names.slice(20, 22), ['document piece-0001', 'document piece-0002'])
    assert.lengthOf(new Set(names), 2_000)
  })
})
