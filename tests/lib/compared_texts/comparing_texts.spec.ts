import { test } from '@japa/runner'
import { changesBetween } from '#lib/compared_texts/changes'
import { compareTexts } from '#lib/compared_texts/compare'

const split = (text: string) => text.split(' ').filter(Boolean)
const told = (before: string, after: string) =>
  changesBetween(split(before), split(after)).runs.map(
    ({ kind, words }) => `${kind} ${words.join(' ')}`
  )

/** What a text is told of another: each is found again from the runs. */
function rebuilt(before: string[], after: string[]) {
  const { runs } = changesBetween(before, after)
  const of = (kinds: string[]) =>
    runs.filter(({ kind }) => kinds.includes(kind)).flatMap(({ words }) => words)
  return { before: of(['same', 'gone']), after: of(['same', 'new']), runs }
}

test.group('Two texts', () => {
  test('are told apart by the least words that come and go', ({ assert }) => {
    assert.deepEqual(told('le maire arrête', 'le maire arrête'), ['same le maire arrête'])
    assert.deepEqual(told('rue de la Gare fermée', 'rue du Port fermée'), [
      'same rue',
      'gone de la Gare',
      'new du Port',
      'same fermée',
    ])
    assert.deepEqual(told('', 'un mot'), ['new un mot'])
    assert.deepEqual(told('un mot', ''), ['gone un mot'])
    assert.deepEqual(told('', ''), [])
    // The example of Myers, figure 1: five
    const { runs } = changesBetween(split('a b c a b b a'), split('c b a b a c'))
    assert.lengthOf(
      runs.filter(({ kind }) => kind !== 'same').flatMap(({ words }) => words),
      5
    )
  })

  test('are both found again in what is told, whatever they are', ({ assert }) => {
    let seed = 7
    const next = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most
    const text = () => Array.from({ length: next(40) }, () => 'abcd'[next(4)])
    for (let turn = 0; turn < 500; turn++) {
      const [before, after] = [text(), text()]
      const again = rebuilt(before, after)
      assert.deepEqual(again.before, before)
      assert.deepEqual(again.after, after)
      for (const { kind, words, at } of again.runs) {
        const from = kind === 'gone' ? before : after
        assert.deepEqual(from.slice(at, at + words.length), words)
      }
    }
  })

  test('that have nothing in common are one block, soon', ({ assert }) => {
    const many = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word}${at}`)
    const { runs, isCoarse } = changesBetween(many('a'), many('b'))
    assert.isTrue(isCoarse)
    assert.deepEqual(
      runs.map(({ kind }) => kind),
      ['gone', 'new']
    )
  })
})

test.group('What changed', () => {
  test('is told with the words around it, on its page', ({ assert }) => {
    const page = (word: string) => `${'avant '.repeat(40)}${word} ${'après '.repeat(40)}`
    const { passages, gone, come } = compareTexts(['une', page('blanc')], ['une', page('noir')])
    assert.lengthOf(passages, 1)
    assert.equal(passages[0].page, 2)
    assert.deepEqual(
      passages[0].pieces.map(({ kind, text }) => [kind, text.split(' ').length]),
      [
        ['same', 12],
        ['gone', 1],
        ['new', 1],
        ['same', 12],
      ]
    )
    assert.deepEqual([gone, come], [1, 1])
  })

  test('close together is one passage, and far apart several', ({ assert }) => {
    const text = (one: string, other: string, apart: number) =>
      `${one} ${'x '.repeat(apart)}${other}`
    const passages = (apart: number) =>
      compareTexts([text('a', 'b', apart)], [text('c', 'd', apart)]).passages.length
    assert.equal(passages(10), 1)
    assert.equal(passages(60), 2)
  })

  test('of layout alone is nothing', ({ assert }) => {
    const { passages } = compareTexts(['Le maire\n  arrête'], ['Le', 'maire arrête'])
    assert.deepEqual(passages, [])
  })

  test('is bounded, and says so', ({ assert }) => {
    const long = Array.from({ length: 50_000 }, (_, at) => `mot${at}`).join(' ')
    assert.isTrue(compareTexts([long], [long]).isShortened)
    const many = (word: string) => Array.from({ length: 300 }, () => `${'x '.repeat(60)}${word}`)
    const cut = compareTexts([many('a').join(' ')], [many('b').join(' ')])
    assert.isTrue(cut.isCut)
    assert.lengthOf(cut.passages, 200)
  })
})
