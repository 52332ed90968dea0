import { test } from '@japa/runner'
import { readCall } from '#lib/rule_command'

test.group('The words of a call', () => {
  test('are files in order and options, whatever their places', ({ assert }) => {
    const read = { files: ['a.xml', 'b.xml'], options: { to: 'ubl' } }
    assert.deepEqual(readCall(['--json', 'a.xml', '--to', 'ubl', 'b.xml'], ['to']), read)
    assert.deepEqual(readCall(['a.xml', '--to=ubl', 'b.xml', '--json', '--json'], ['to']), read)
    assert.deepEqual(readCall(['--', '--to', '-']).files, ['--to', '-'])
  })

  const WRONG: Record<string, [words: string[], said: string]> = {
    'an option that nobody knows': [['a', '--colour'], 'Option inconnue : --colour.'],
    'a short one': [['-x', 'a'], 'Option inconnue : -x.'],
    'one that every object has': [['--constructor', 'a'], 'Option inconnue : --constructor.'],
    '--json with a value': [['--json=oui', 'a'], 'L’option « --json » ne prend pas de valeur.'],
    'an option twice': [['--to=a', '--to=b'], 'L’option « --to » est donnée deux fois.'],
    'an option at the end': [['a', '--to'], 'L’option « --to » attend une valeur.'],
    'an option before another': [['--to', '--json'], 'L’option « --to » attend une valeur.'],
    'an empty one': [['--to='], 'L’option « --to » attend une valeur.'],
  }
  for (const [what, [words, said]] of Object.entries(WRONG))
    test(`${what} is named, not left out`, ({ assert }) => {
      assert.throws(() => readCall(words, ['to']), said)
    })
})
