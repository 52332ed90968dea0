import { test } from '@japa/runner'
import { marked } from '#lib/french/search/mark'
import { nearestTo } from '#lib/french/search/nearest'
import { allWordsIn, singular } from '#lib/french/search/normalise'
import { answers, termsOf, tsqueryOf } from '#lib/french/search/query'
import { respaced } from '#lib/french/search/respaced'
import { wordsOfDay } from '#lib/french/search/days'
import { tsvectorOf } from '#lib/french/search/vector'

const found = (text: string, typed: string) =>
  termsOf(typed).length > 0 &&
  termsOf(typed).every((term) => allWordsIn(text).some((word) => answers(word, term)))

test.group('Words as people look for them', () => {
  const ALIKE: [text: string, typed: string][] = [
    ['n° 2026-117', '117'],
    ['n° 2026-117', '2026-117'],
    ['DEL2026-117', '2026-117'],
    ['deliberation_2026_117.pdf', 'délibération'],
    ['2026_041', '41'],
    ['chef lieu', 'chef-lieu'],
    ['Saint-Sébastien-sur-Loire', 'sebastien-sur-loire'],
    ['Saint-Sébastien', 'st sebastien'],
    ['C.C.A.S.', 'CCAS'],
    ['le CCAS de Kervalan', 'C.C.A.S.'],
    ['L.2121-29', 'L2121-29'],
    ['mairie@kervalan.bzh', 'kervalan'],
    ['RD 137', 'RD137'],
    ['AB 0123', 'AB0123'],
    ['12 500,00 €', '12500'],
    ['12500 €', '12 500,00'],
    ['travaux', 'travail'],
    ['Les écoles', 'l’école'],
    ['qu’une école', "d'ecole"],
    ['Sœur-Anne', 'soeur'],
    ['SOEUR ANNE', 'sœur'],
    ['RÉNOVATION de la salle', 'salle rénovation'],
    ['les eaux usées', 'eau usee'],
    ['journaux', 'journal'],
    ['Re\u0301novation', 'renov'],
    ['séance du 28 novembre 2026', '28/11/2026'],
    ['séance du 28.11.2026', 'novembre 2026'],
    ['à compter du 1er janvier 2027', '01/01/2027'],
    ['à compter du 1er janvier 2027', '1er jan'],
    ['le 3 févr. 2026', '3 fevrier'],
    ['le 28 novembre 2026', '28'],
  ]
  for (const [text, typed] of ALIKE) {
    test(`« ${text} » is found under « ${typed} »`, ({ assert }) => {
      assert.isTrue(found(text, typed), `${allWordsIn(text)} / ${termsOf(typed)}`)
    })
  }

  const UNLIKE = [
    ['2026-1170', '117'],
    ['2026-117', '2026-118'],
    ['le 28 novembre 2026', '27 novembre 2026'],
    ['école', 'écolier'],
    ['voirie', '%'],
    ['voirie', '« … »'],
  ]
  for (const [text, typed] of UNLIKE) {
    test(`« ${text} » is not found under « ${typed} »`, ({ assert }) => {
      assert.isFalse(found(text, typed))
    })
  }

  test('a misspelt word is the nearest one, and a short one or a number never is', ({ assert }) => {
    const vocabulary = ['voirie', 'voitures', 'arrete', 'mairie', '2026']
    assert.deepEqual(nearestTo('voierie', vocabulary), ['voirie'])
    assert.deepEqual(nearestTo('arette', vocabulary), ['arrete'])
    assert.deepEqual(nearestTo('voiri', vocabulary), ['voirie'])
    assert.deepEqual(nearestTo('viorie', vocabulary), ['voirie'])
    assert.deepEqual(nearestTo('2027', vocabulary), [])
    assert.deepEqual(nearestTo('zz', vocabulary), [])
  })

  test('a day that stands in the index without its number is found by its date alone', ({
    assert,
  }) => {
    const words = wordsOfDay('2026-11-28')!
    assert.isTrue(found(words, '28/11/2026'))
    assert.isTrue(found(words, '28 nov'))
    assert.isFalse(found(words, '28'))
    assert.isNull(wordsOfDay(null))
  })

  test('a space more or less is tried around a word, and around no number', ({ assert }) => {
    assert.deepInclude(respaced(['cantinescolaire'], 0), ['cantine', 'scolaire'])
    assert.deepInclude(respaced(['tarif', 'peri', 'scolaire'], 2), ['tarif', 'periscolaire'])
    assert.deepEqual(respaced(['2026', '117'], 0), [])
  })

  test('the words found are marked, and the text stays whole', ({ assert }) => {
    const text = 'Rénovation des écoles, n° 2026-117'
    const pieces = marked(text, 'ecole 117')
    assert.equal(pieces.map((piece) => piece.text).join(''), text)
    assert.deepEqual(
      pieces.filter((piece) => piece.marked).map((piece) => piece.text),
      ['écoles', '117']
    )
  })

  test('nothing typed is a sign for the base', ({ assert }) => {
    assert.equal(tsqueryOf(termsOf(`l'école' | !x:*`)), `('ecole' | 'ecole':*) & ('x')`)
    assert.match(tsvectorOf({ A: [`d'où '\\ :x`] }), /^('[a-z0-9]+':1A ?)+$/)
    assert.equal(singular('travaux'), singular('travail'))
  })
})
