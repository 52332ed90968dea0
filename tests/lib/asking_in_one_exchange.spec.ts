import { test } from '@japa/runner'
import { inOneExchange, spelledOut, textOf, type Question } from '#lib/one_exchange'

const ID = '01990001-0000-7000-8000-00000000000a'

/** A question that says what it was asked with, and whether it was asked by itself. */
function question(sql: string, bindings: unknown[] = [], alone: string[] = []): Question {
  return {
    toSQL: () => ({ sql, bindings }),
    then(resolve) {
      alone.push(sql)
      return Promise.resolve([{ alone: sql }]).then(resolve)
    },
  }
}

/** A base that answers to each text with the text. */
function base() {
  const sent: string[] = []
  const rawQuery = async (sql: string) => {
    sent.push(sql)
    const answers = sql.split(';\n').map((text) => ({ rows: [{ text }] }))
    return answers.length > 1 ? answers : answers[0]
  }
  return { sent, rawQuery }
}

test.group('Questions in one exchange', () => {
  test('travel together when their values are plain, and answer in their order', async ({
    assert,
  }) => {
    const { sent, rawQuery } = base()
    const alone: string[] = []
    const rows = await inOneExchange({ rawQuery }, [
      question('a where id = ?', [ID], alone),
      question('b where title = ?', ['l’été'], alone),
      question('c limit ?', [51], alone),
    ])
    assert.deepEqual(sent, [`a where id = '${ID}';\nc limit 51`])
    assert.deepEqual(alone, ['b where title = ?'])
    assert.deepEqual(rows, [
      [{ text: `a where id = '${ID}'` }],
      [{ alone: 'b where title = ?' }],
      [{ text: 'c limit 51' }],
    ])
  })

  test('may be one, or none that is plain', async ({ assert }) => {
    const { sent, rawQuery } = base()
    const one = await inOneExchange({ rawQuery }, [question('a where id = ?', [ID])])
    assert.deepEqual(one, [[{ text: `a where id = '${ID}'` }]])
    const odd = question('b where title = ?', ["' or true --"])
    assert.deepEqual(await inOneExchange({ rawQuery }, [odd]), [[{ alone: 'b where title = ?' }]])
    assert.deepEqual(await inOneExchange({ rawQuery }, []), [])
    assert.lengthOf(sent, 1)
  })

  test('carry identifiers, names, instants, whole numbers and lists of names', ({ assert }) => {
    const values = [
      ID,
      'actes.read',
      '2026-11-30T05:00:00.000+01:00',
      51,
      true,
      null,
      ['a', 'null'],
    ]
    const text = textOf(question('? ? ? ? ? ? ?', values))
    assert.equal(
      text,
      `'${ID}' 'actes.read' '2026-11-30T05:00:00.000+01:00' 51 true null '{"a","null"}'`
    )
  })

  for (const value of [
    "it's",
    'a\\',
    'a b',
    'été',
    'a\n',
    'a?',
    '$1',
    ['a', 'b"'],
    ['a', 1],
    -1,
    1.5,
    Number.NaN,
    new Date(0),
    { a: 1 },
    undefined,
  ]) {
    test(`never carry ${JSON.stringify(value)}`, ({ assert }) => {
      assert.isNull(textOf(question('select ?', [value])))
    })
  }

  test('never carry a value where an operator stands', ({ assert }) => {
    assert.isNull(textOf(question('select a \\? ? and b \\? ?', ['x', 'y'])))
    assert.isNull(textOf(question('select ?', [])))
    assert.isNull(textOf(question("select 'what?'", [])))
  })

  test('stand where a text of ours names them, and are refused when they are not plain', ({
    assert,
  }) => {
    const said = spelledOut('where id = :id and n > :n::bigint and other = :id', { id: ID, n: 3 })
    assert.equal(said, `where id = '${ID}' and n > 3::bigint and other = '${ID}'`)
    assert.throws(() => spelledOut('where id = :id', { id: "' or true --" }), /alone/)
    assert.throws(() => spelledOut('where id = :id', {}), /alone/)
  })
})
