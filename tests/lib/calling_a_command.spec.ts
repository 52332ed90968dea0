import { test } from '@japa/runner'
import { mustBeMeant, wordsOfCall } from '../../bin/wrong_command.js'

const called = (parsed: object) => ({
  parsed: { args: [], _: [], nodeArgs: [], unknownFlags: [], flags: {}, ...parsed },
  constructor: {
    flags: [
      { flagName: 'to', type: 'string' },
      { flagName: 'key', type: 'array' },
    ],
  },
})

test.group('A command that is wrongly called', () => {
  test('says so in French, and ends by 2', ({ assert }) => {
    const said = (code: string, message: string) =>
      wordsOfCall(Object.assign(new Error(message), { code }))
    assert.deepEqual(said('E_COMMAND_NOT_FOUND', 'Command "halle:bakcup" is not defined'), {
      words: 'Aucune commande ne s’appelle « halle:bakcup ».',
      status: 2,
    })
    assert.equal(
      said('E_UNKNOWN_FLAG', 'Unknown flag "--\u001b[2J".')?.words,
      'Option inconnue : --\ufffd[2J.'
    )
    assert.equal(said('E_MISSING_FLAG', 'Missing required option "to"')?.status, 2)
  })

  test('whose base is away or empty says it, and ends by 1', ({ assert }) => {
    const codes = ['42P01', '3D000', 'ECONNREFUSED', '57P03']
    for (const code of codes) assert.equal(wordsOfCall({ code })?.status, 1, code)
  })

  test('leaves to others what is no fault of the call', ({ assert }) => {
    for (const error of [new Error('x'), null, 'text', { code: 'toString' }])
      assert.isNull(wordsOfCall(error))
  })

  test('with one word more, or an option twice, does nothing', ({ assert }) => {
    assert.throws(() => mustBeMeant(called({ _: ['b'] })), 'Argument inconnu : b.')
    const twice = { flags: { to: ['a', 'b'] } }
    assert.throws(() => mustBeMeant(called(twice)), /« --to » est donnée deux fois/)
    assert.doesNotThrow(() => mustBeMeant(called({ flags: { to: 'a', key: ['b', 'c'] } })))
  })
})
