import { test } from '@japa/runner'
import { foreignJson, foreignText } from '#lib/foreign_text'

test.group('What another machine says', () => {
  test('is kept on one line, in words that a base holds, and cut between two letters', ({
    assert,
  }) => {
    assert.equal(foreignText(' Refus\0é\r\npar\u0001 nous\uffff ', 300), 'Refus é par  nous')
    assert.equal(foreignText('ab\ud83d', 300), 'ab\ufffd')
    assert.isTrue(foreignText('a'.repeat(9) + '😀', 10).isWellFormed())
    assert.equal(foreignText('abcdef', 3), 'abc')
  })

  test('in JSON loses what no base holds, at any depth, and keeps its lines', ({ assert }) => {
    const said = foreignJson('{"a":["Mairie\\u0000 de\\nKervalan",{"b":"\\ud83d"}],"n":1,"x":null}')
    assert.deepEqual(said, { a: ['Mairie de\nKervalan', { b: '\ufffd' }], n: 1, x: null })
    assert.throws(() => foreignJson('{'), SyntaxError)
  })
})
