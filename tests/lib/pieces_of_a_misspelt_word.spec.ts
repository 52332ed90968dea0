import { test } from '@japa/runner'
import { intactPieces, nearestTo } from '#lib/french/search/nearest'

const LETTERS = [...'aelrz']

/** Every word that one fault makes of another: a letter less, more, another, or two in each other's place. */
function withOneFault(word: string): string[] {
  const around = (at: number) => [word.slice(0, at), word.slice(at)] as const
  return [...word, ''].flatMap((_letter, at) => {
    const [before, after] = around(at)
    return [
      ...LETTERS.map((letter) => before + letter + after),
      ...LETTERS.map((letter) => before + letter + after.slice(1)),
      before + after.slice(1),
      before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2),
    ]
  })
}

const holdsOne = (word: string, pieces: string[]) => pieces.some((piece) => word.includes(piece))

test.group('The pieces of a misspelt word', () => {
  for (const term of ['mare', 'halle', 'voirie', 'trottoir', 'delibération', 'assainissement']) {
    test(`« ${term} »: whatever fault was made, one is intact`, ({ assert }) => {
      for (const word of withOneFault(term)) assert.isTrue(holdsOne(word, intactPieces(term, 1)))
    })
  }

  for (const term of ['voirie', 'trottoir', 'cimetiere']) {
    test(`« ${term} »: whatever two faults were made, one of three is`, ({ assert }) => {
      const pieces = intactPieces(term, 2)
      assert.lengthOf(pieces, 3)
      const missed = withOneFault(term)
        .flatMap(withOneFault)
        .filter((word) => !holdsOne(word, pieces))
      assert.deepEqual(missed, [])
    })
  }

  test('leave out words that are further', ({ assert }) => {
    const vocabulary = ['trottoir', 'trotter', 'tribunal', 'terrassement']
    const kept = vocabulary.filter((word) => holdsOne(word, intactPieces('trotoir', 1)))
    assert.deepEqual(kept, ['trottoir', 'trotter'])
    assert.deepEqual(nearestTo('trotoir', kept), ['trottoir'])
  })
})
