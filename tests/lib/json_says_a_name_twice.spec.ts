import { test } from '@japa/runner'
import { repeatedNames } from '#lib/json/repeated_names'

test.group('A JSON text that says a name twice', () => {
  const CASES: [text: string, where: (string | number)[][]][] = [
    ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', []],
    ['{"a":1,"a":1}', [['a']]],
    ['{"a":1,"\\u0061":2}', [['a']]],
    ['{"x":[1,"a",{"é":{},"é":[]}]}', [['x', 2, 'é']]],
    ['[{"a":"{\\"a\\":1,\\"a\\":2}","b":"a"},[],[["a","a"]]]', []],
    ['{"a":1,"a":2,"b":0,"a":3}', [['a'], ['a']]],
    ['{"__proto__":1,"__proto__":2}', [['__proto__']]],
    ['"a"', []],
    [`${'['.repeat(5_000)}{"a":1,"a":2}${']'.repeat(5_000)}`, [[...Array(5_000).fill(0), 'a']]],
  ]
  for (const [text, where] of CASES)
    test(`is told where: ${text.slice(0, 50)}`, ({ assert }) => {
      assert.deepEqual(repeatedNames(text), where)
    })
})
