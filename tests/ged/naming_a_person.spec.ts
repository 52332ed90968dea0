import { test } from '@japa/runner'
import { wordsIn } from '#lib/french/search/normalise'
import { formsOf, isNamedIn, lookedForIn, type PersonSaid } from '#app/ged/rules/person_forms'

const NOBODY: PersonSaid = { family: null, given: null, others: [], email: null, phone: null }

/** How a text that the index finds names a person of whom something is known. */
const naming = (text: string, said: Partial<PersonSaid>) => [
  ...new Set(
    formsOf({ ...NOBODY, ...said })
      .filter((form) => lookedForIn(form).every((word) => wordsIn(text).includes(word)))
      .filter((form) => form.together && isNamedIn([text], form))
      .map(({ label }) => label)
  ),
]

test.group('How a document names a person', () => {
  test('by her initial, before or after her name', ({ assert }) => {
    const said = { given: 'Nolwenn', family: 'Le Goff' }
    assert.deepEqual(naming('Reçu de N. LE GOFF, à Kervalan', said), ['Initiale et nom'])
    assert.deepEqual(naming('LE GOFF N., maire', said), ['Initiale et nom'])
    assert.deepEqual(naming('Le marin N. Goff', said), [])
  })

  test('by her telephone, however it is parted', ({ assert }) => {
    const said = { phone: '06 12 34 56 78' }
    for (const text of ['06.12.34.56.78', '0612345678', '+33 6 12 34 56 78', '06-12-34-56-78']) {
      assert.deepEqual(naming(`Appeler le ${text} demain`, said), ['Téléphone'], text)
    }
    assert.deepEqual(naming('78 56 34 12 06', said), [])
    assert.deepEqual(naming('0612345678', { phone: '+33 (0)6 12 34 56 78' }), ['Téléphone'])
  })

  test('by her address of mail, whole', ({ assert }) => {
    const said = { email: 'nolwenn.caradec@kervalan.bzh' }
    assert.deepEqual(naming('De : Nolwenn.Caradec@kervalan.bzh', said), ['Courriel'])
    assert.deepEqual(naming('caradec.nolwenn@kervalan.bzh', said), [])
  })

  test('by a name of before, with or without what she is called', ({ assert }) => {
    const labels = formsOf({ ...NOBODY, given: 'Anne', family: 'Riou', others: ['Tanguy'] })
    assert.sameDeepMembers(
      labels.filter(({ together }) => !together).map(({ words }) => words),
      [
        ['anne', 'riou'],
        ['anne', 'tanguy'],
      ]
    )
    assert.deepEqual(naming('La veuve Tanguy', { others: ['Tanguy'] }), ['Nom'])
    assert.deepEqual(formsOf({ ...NOBODY, given: 'Anne' }), [])
  })
})
