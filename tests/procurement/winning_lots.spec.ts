import { test } from '@japa/runner'
import { winnerOf } from '#app/procurement/rules/lot_award'
import { readLots } from '#app/procurement/rules/lots_form'
import { LocalDate } from '#lib/values'

const [best, second] = [{ siret: '83456789300013' }, { siret: '55203253400646' }]

test.group('Who wins a lot', () => {
  test('is the best, until it has won as many as one company may; establishments count together', ({
    assert,
  }) => {
    const won = ['83456789300021']
    assert.equal(winnerOf([best, second], won, null), best)
    assert.equal(winnerOf([best, second], won, 2), best)
    assert.equal(winnerOf([best, second], won, 1), second)
    assert.isNull(winnerOf([best], won, 1))
    assert.isNull(winnerOf([], [], null))
  })
})

test.group('The lots that a buyer types', () => {
  const about = {
    reference: '26-014',
    nature: 'travaux' as const,
    today: LocalDate.parse('2026-11-30'),
  }
  const lot = { title: 'Peinture', cpv: '45442100', estimate: '9 000,50' }
  const read = (lots: object[], changes = {}) =>
    readLots({ lots: lots as never, mostAnswered: null, mostWon: null }, { ...about, ...changes })

  test('take the numbers of their ranks, blank lines left out, and are worth their sum', ({
    assert,
  }) => {
    const blank = { title: '', cpv: '', estimate: '' }
    const { lots, total, problems } = read([lot, blank, lot])
    assert.deepEqual(problems, [])
    assert.deepEqual(
      lots.map(({ number, estimate }) => [number, estimate]),
      [
        [1, '9000.50'],
        [2, '9000.50'],
      ]
    )
    assert.equal(total.toString(), '18001.00')
  })

  test('are two at least, and leave their marchés a name of sixteen signs', ({ assert }) => {
    assert.match(read([lot]).problems[0].message, /Un seul lot ne divise rien/)
    const { problems } = read([lot, lot], { reference: 'REFERENCE-26-0' })
    assert.match(problems[0].message, /REFERENCE-26-0-L2/)
    assert.deepEqual(read([]).problems, [])
  })
})
