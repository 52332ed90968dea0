import { test } from '@japa/runner'
import { named, readSpelled, spelled } from '#lib/spelled_question'

test.group('A question that carries what it says', () => {
  test('says each name in its place, and keeps one plan for all that it may say', ({ assert }) => {
    const { text, plan } = named('select :one::uuid, :two, :one', { one: 'ab-1', two: 'c,d' })
    assert.equal(text, `select 'ab-1'::uuid, 'c,d', 'ab-1'`)
    assert.deepEqual(plan, {
      sql: 'select $1::uuid, $2, $3',
      literals: [`'ab-1'`, `'c,d'`, `'ab-1'`],
    })
  })

  test('carries words of somebody as digits alone, which the base reads again', ({ assert }) => {
    const said = { words: `L’école d’O’Brien \\' ; drop table persons; --` }
    const { text } = named(`select ${readSpelled('said')}`, { said: spelled(said) })
    const [, digits] =
      /^select convert_from\(decode\('([0-9a-f]+)', 'hex'\), 'utf8'\)::jsonb$/.exec(text)!
    assert.deepEqual(JSON.parse(Buffer.from(digits, 'hex').toString()), said)
  })

  test('takes no other word, and none that it was not told', ({ assert }) => {
    for (const one of [`a' or 1=1`, 'Zoé', 'a b'])
      assert.throws(() => named('select :one', { one }), /no identifier/)
    assert.throws(() => named('select :one', {}), /no identifier/)
  })
})
