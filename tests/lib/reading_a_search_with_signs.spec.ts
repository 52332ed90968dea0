import { test } from '@japa/runner'
import { askedOf, askedTsquery, holdsPhrase, lookedFor, typedAs } from '#lib/french/search/asked'
import { fieldsIn } from '#lib/french/search/fields'
import { otherNamesIn, synonymsOf } from '#lib/french/search/synonyms'

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

test.group('Numbers after a word', () => {
  test('are looked for together and apart: a road and a rank are no amount', ({ assert }) => {
    for (const typed of ['RD126 322', 'RD 126 322']) {
      const asked = askedOf(typed)
      assert.deepEqual(asked.terms, ['rd', '126322'], typed)
      assert.deepEqual(asked.names, [{ of: ['126322'], also: [['126', '322']] }], typed)
      assert.includeMembers(lookedFor(asked), ['126322', '126', '322'])
    }
    assert.include(askedTsquery(askedOf('subvention 12 500,00'), ''), "'12500'")
    assert.include(askedTsquery(askedOf('subvention 12 500,00'), ''), "('12')) & (('500')")
  })

  test('alone are one amount', ({ assert }) => {
    for (const typed of ['12 500', '1 250 000,00', '« 12 500 »']) {
      assert.notProperty(askedOf(typed), 'names', typed)
    }
  })

  test('make a code of the two letters before them, and of no other word', ({ assert }) => {
    assert.equal(askedTsquery(askedOf('VC 4'), ''), "(('vc')) & (('4'))")
    assert.include(askedTsquery(askedOf('VC communale'), ''), "'vc':*")
    assert.include(askedTsquery(askedOf('voie 4'), ''), "'voie':*")
    assert.include(askedTsquery(askedOf('VC'), ''), "'vc':*")
  })
})

test.group('Reading the fields of a search', () => {
  const known = (key: string) => ['type', 'tiers', 'numero'].includes(key)

  test('takes what is asked of those that are known, and leaves the rest as words', ({
    assert,
  }) => {
    const { rest, fields } = fieldsIn('Type:arrêté -tiers:"Le Goff" art:12 école numéro:7', known)
    assert.deepEqual(fields, [
      { key: 'type', value: 'arrêté', isUnwanted: false },
      { key: 'tiers', value: 'Le Goff', isUnwanted: true },
      { key: 'numero', value: '7', isUnwanted: false },
    ])
    assert.deepEqual(rest.split(' ').filter(Boolean), ['art:12', 'école'])
    assert.deepEqual(fieldsIn('type: rien', known).fields, [])
  })
})

test.group('Things that have several names', () => {
  test('are known by each, the longest first, and by no part of one', ({ assert }) => {
    const names = synonymsOf(['PLU = plan local d’urbanisme', 'plan = carte', 'seul', 'x =', ''])
    const found = (typed: string) => otherNamesIn(typed.split(' '), names)
    assert.deepEqual(found('plan local urbanisme'), [
      { of: ['plan', 'local', 'urbanisme'], also: [['plu']] },
    ])
    assert.deepEqual(found('le plan'), [{ of: ['plan'], also: [['carte']] }])
    assert.deepEqual(found('local'), [])
  })
})

test.group('A word longer than any', () => {
  test('is asked of the base in what it can read, and no text answers to its beginning', ({
    assert,
  }) => {
    const query = askedTsquery(askedOf('é'.repeat(5000)), 'rayon')
    assert.isBelow(query.length, 700)
    assert.include(query, 'e'.repeat(200))
  })
})
