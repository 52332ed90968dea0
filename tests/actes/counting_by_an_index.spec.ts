import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { acteList } from '#app/actes/screens/acte_list_screen'
import { tenancy } from '#kernel/tenancy'
import { planOfCount } from '#tests/helpers/plan_of'
import { placeApart } from '#tests/world/journals'
import { person } from '#tests/world/world'

const FILL = `
  insert into actes.actes (tenant_id, id, state, nature_code, matiere, numero, objet, decision_date, created_by, created_at)
  select :tenant, gen_random_uuid(), case when n % 40 = 0 then 'draft' else 'signed' end, 1 + n % 6, '7.1',
    'PLAN' || n, 'Tarif ' || n, date '2026-01-01' + n % 300, :person, timestamptz '2026-01-01' + n * interval '1 hour'
  from generate_series(1, 3000) n`

test.group('Counting the actes of a list', (group) => {
  let tenant: string

  group.setup(async () => {
    tenant = await placeApart()
    const { id } = await person('Maëlle Le Goff', {})
    await tenancy.run(tenant, ({ trx }) => trx.rawQuery(FILL, { tenant, person: id }))
    // What a table looks like once its housekeeping has passed: an index alone may answer
    await db.connection('owner').rawQuery('vacuum analyze actes.actes')
    return () =>
      tenancy.run(tenant, async ({ trx }) => void (await trx.from('actes.actes').delete()))
  })

  const planOf = (query: string) =>
    tenancy.run(tenant, () => planOfCount(acteList('/c/apart/actes'), query))

  test('reads an index alone, behind the wall of the member, whatever narrows it', async ({
    assert,
  }) => {
    for (const query of ['', 'tri=objet', 'etat=draft&tri=objet']) {
      const plan = await planOf(query)
      assert.lengthOf(plan, 1, query)
      assert.match(plan[0], /^Index Only Scan /, query)
    }
  })

  test('by dates, reads those of the dates and no others', async ({ assert }) => {
    const plan = await planOf('decision_du=2026-03-01&decision_au=2026-03-31')
    assert.deepEqual(plan, ['Index Only Scan actes_by_decision'])
    assert.deepEqual(await planOf('change_du=2026-03-01&change_au=2026-03-04'), [
      'Index Only Scan actes_by_change',
    ])
  })

  test('opens the rows where no index holds what narrows it', async ({ assert }) => {
    const [scan] = await planOf('nature=1')
    assert.notMatch(scan, /Only/)
  })
})
