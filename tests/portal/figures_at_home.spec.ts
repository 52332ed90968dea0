import { test } from '@japa/runner'
import { leadOf } from '#app/portal/home_lead'
import { SYSTEM } from '#kernel/actor'
import { journal } from '#kernel/journal'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { ask } from '#web/figures/ask'
import type { Figure } from '#web/figures'
import { placeApart } from '#tests/world/journals'

/** A figure that says when it was counted: nothing else tells one count from another. */
const counted = (name: string, isOwn = false): Figure => ({
  kind: 'month',
  name,
  permission: 'portal.read',
  isOwn,
  sql: 'select extract(epoch from clock_timestamp())::float8 where :tenant::uuid is not null',
  say: () => null,
})

const write = () =>
  journal.append({
    type: 'tests.thing_changed',
    subject: { capability: 'tests', type: 'thing', id: uuidv7() },
    actor: SYSTEM,
    data: {},
  })

test.group('The figures of a home', () => {
  const figures = [counted('tests.one'), counted('tests.two'), counted('tests.own', true)]
  const me = uuidv7()

  test('are kept while nothing enters the journal of the member, those of a person never', async ({
    assert,
  }) => {
    const tenantId = await placeApart()
    const get = () => tenancy.run(tenantId, () => ask(figures, me))
    const first = await get()
    const again = await get()
    assert.equal(again['tests.one'], first['tests.one'])
    assert.notEqual(again['tests.own'], first['tests.own'])
    await tenancy.run(tenantId, write)
    assert.notEqual((await get())['tests.one'], first['tests.one'])
  })

  test('of one member are never told to another', async ({ assert }) => {
    const get = async () => tenancy.run(await placeApart(), () => ask(figures, me))
    assert.notEqual((await get())['tests.one'], (await get())['tests.one'])
  })

  test('cost two exchanges with the base however many they are, then one', async ({ assert }) => {
    const many = Array.from({ length: 40 }, (_, n) => counted(`tests.many_${n}`))
    const tenantId = await placeApart()
    const exchanges = () =>
      tenancy.run(tenantId, async ({ trx }) => {
        let count = 0
        trx.knexClient.on('query', () => void count++)
        await ask(many, me)
        return count
      })
    assert.equal(await exchanges(), 2)
    assert.equal(await exchanges(), 1)
  })
})

test.group('The sentence of the home', () => {
  const line = {
    title: '',
    facts: [],
    href: '',
    icon: '',
    state: { label: '', meaning: 'trouble' },
  }
  const late = [line as never]
  const unfinished = [{ label: '', lines: [], more: null }]

  test('never says that nothing waits while a draft sleeps or something is late', ({ assert }) => {
    assert.equal(leadOf(0, { late: [], unfinished: [] }), 'Rien ne vous attend pour le moment.')
    assert.notInclude(leadOf(0, { late: [], unfinished }), 'Rien ne vous attend')
    assert.include(leadOf(0, { late, unfinished: [] }), '1 point est à surveiller')
    assert.equal(leadOf(1, { late, unfinished }), 'Une chose vous attend.')
  })
})
