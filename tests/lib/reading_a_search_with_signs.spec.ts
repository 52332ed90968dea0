import { test } from '@japa/runner'
import { askedOf, askedTsquery, holdsPhrase, lookedFor, typedAs } from '#lib/french/search/asked'

test.group('Reading a search with its signs', () => {
  test('knows words, phrases between quotes, and what is not wanted', ({ assert }) => {
    assert.containsSubset(askedOf('permis "de construire" -retiré'), {
      terms: ['permis', 'construire'],
      phrases: [['de', 'construire']],
      excluded: [['retire']],
    })
    assert.deepEqual(askedOf('« cœur de ville »').phrases, [['coeur', 'de', 'ville']])
    for (const word of ['2026-117', 'chef-lieu', 'rue - école']) {
      assert.deepEqual(askedOf(word).excluded, [], word)
    }
  })

  test('says when all its words are everywhere', ({ assert }) => {
    for (const typed of ['où', 'dans les', 'Et pour la']) {
      assert.isTrue(askedOf(typed).isTooCommon, typed)
    }
    assert.isFalse(askedOf('').isTooCommon)
    assert.isFalse(askedOf('l’eau').isTooCommon)
  })

  test('finds a phrase by its words in their order, in the singular or not', ({ assert }) => {
    const phrase = ['permis', 'de', 'construire']
    assert.isTrue(holdsPhrase('Les permis de construire accordés', phrase))
    assert.isFalse(holdsPhrase('Construire : le permis est retiré', phrase))
  })

  test('asks for any of the words that a misspelt one may have meant', ({ assert }) => {
    const asked = { ...askedOf('voierie 2026'), meant: { voierie: ['voirie', 'voirier'] } }
    assert.deepEqual(lookedFor(asked), ['voirie', 'voirier', '2026'])
    assert.include(askedTsquery(asked, ''), "'voirie' | 'voirie':*) | ('voirier'")
    assert.equal(typedAs('La Voierie', 'voierie'), 'Voierie')
  })
})
