import { test } from '@japa/runner'
import { excerptOf } from '#lib/french/search/excerpt'
import { termsOf } from '#lib/french/search/query'

const PAGES = [
  'Le conseil municipal s’est réuni dans la salle du conseil.',
  `${'Considérant ce qui précède. '.repeat(20)}La salle polyvalente des fêtes sera rénovée. ${'Suit le détail. '.repeat(20)}`,
]

const said = (typed: string) => {
  const found = excerptOf(PAGES, termsOf(typed))
  const text = found?.pieces
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('')
  return found && { page: found.page, text: text! }
}

test.group('Why a document was found', () => {
  test('is the page that holds most of the words, in a few of its own', ({ assert }) => {
    const { page, text } = said('salle polyvalente')!
    assert.equal(page, 2)
    assert.include(text, 'La [salle] [polyvalente] des fêtes sera rénovée.')
    assert.isBelow(text.length, 200)
    assert.match(text, /^… .* …$/)
  })

  test('is found without accents, in the plural, and by its beginning', ({ assert }) => {
    for (const typed of ['renovees', 'RÉNOV', 'rénovée fêtes']) {
      assert.match(said(typed)!.text, /\[rénovée\]/, typed)
    }
  })

  test('is nothing where no word is', ({ assert }) => {
    assert.isNull(said('piscine'))
    assert.isNull(excerptOf([], ['salle']))
  })

  test('begins with the page when the word does', ({ assert }) => {
    assert.match(said('municipal')!.text, /^Le conseil \[municipal\]/)
  })

  test('bears a text without a space to cut at', ({ assert }) => {
    const found = excerptOf([`${'x'.repeat(5_000)} salle ${'y'.repeat(5_000)}`], ['salle'])
    assert.isBelow(found!.pieces.map(({ text }) => text).join('').length, 300)
  })
})
