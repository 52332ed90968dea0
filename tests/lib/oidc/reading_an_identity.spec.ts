import { test } from '@japa/runner'
import { isSubject, readIdentity, type ProvenIdentity } from '#lib/oidc'
import { LocalDate } from '#lib/values'

const TODAY = LocalDate.parse('2026-11-29')
const read = (claims: object) => readIdentity({ sub: 'abc', ...claims }, TODAY) as ProvenIdentity

test.group('Who a provider says that somebody is', () => {
  test('the civil status of FranceConnect is read whole', ({ assert }) => {
    assert.deepEqual(
      read({
        family_name: 'LE GOFF',
        preferred_username: 'MARZIN',
        given_name: 'Nolwenn Anne',
        given_name_array: ['Nolwenn', 'Anne'],
        gender: 'female',
        birthdate: '1985-04-12',
        birthplace: '29232',
        birthcountry: '99100',
        email: ' nolwenn@Exemple.TEST ',
      }),
      {
        sub: 'abc',
        birthName: 'LE GOFF',
        usageName: 'MARZIN',
        givenNames: ['Nolwenn', 'Anne'],
        sex: 'F',
        birthdate: '1985-04-12',
        birthplace: '29232',
        birthcountry: '99100',
        email: 'nolwenn@exemple.test',
        phone: null,
        siret: null,
        unread: [],
      }
    )
  })

  test('ProConnect says what people are called, and where they work', ({ assert }) => {
    const identity = read({
      given_name: 'Erwan',
      usual_name: 'PRIGENT',
      siret: '834 567 893 00013',
    })
    assert.include(identity, { birthName: '', usageName: 'PRIGENT', siret: '83456789300013' })
  })

  test('a birth may be known in part, and a month without a day is no error', ({ assert }) => {
    for (const birthdate of ['1977-00-03', '1992-00-00', '1992-11-00'])
      assert.equal(read({ family_name: 'M', birthdate }).birthdate, birthdate)
  })

  test('a place that no base holds is not read, and a name of that kind names nobody', ({
    assert,
  }) => {
    for (const sign of ['\0', '\u0001', '\ud800', '\uffff']) {
      const places = { birthplace: `29${sign}232`, birthcountry: `99${sign}100` }
      const identity = read({ family_name: 'M', ...places })
      assert.include(identity, { birthplace: null, birthcountry: null })
      assert.deepEqual(identity.unread, ['birthplace', 'birthcountry'])
      assert.isFalse(isSubject(`a${sign}b`))
    }
    for (const sub of ['', 'a'.repeat(256), 'é', 12, undefined]) assert.isFalse(isSubject(sub))
    assert.isTrue(isSubject('b6048e95bb134ec5b1d1e1fa69f287172e91722b9354d637a1bcf2ebb0fd2ef5v1'))
  })

  test('a usage name that is the birth name is none', ({ assert }) => {
    assert.isNull(read({ family_name: 'DUFOUR', preferred_username: 'DUFOUR' }).usageName)
  })

  test('a given name may hold a space, as the list or « _ » says', ({ assert }) => {
    const list = read({ given_name: 'Jean Paul Luc', given_name_array: ['Jean Paul', 'Luc'] })
    assert.deepEqual(list.givenNames, ['Jean Paul', 'Luc'])
    assert.deepEqual(read({ given_name: 'Jean_Paul Luc' }).givenNames, ['Jean Paul', 'Luc'])
  })

  test('a birth name alone, or given names alone, are somebody', ({ assert }) => {
    assert.deepInclude(read({ family_name: 'MARTIN' }), { birthName: 'MARTIN', givenNames: [] })
    assert.deepInclude(read({ given_name: 'Malala' }), { birthName: '', givenNames: ['Malala'] })
  })

  test('without any name it is nobody', ({ assert }) => {
    assert.equal(readIdentity({ sub: 'a', email: 'a@b.test' }, TODAY), 'no_name')
    assert.equal(readIdentity({ sub: 'a', family_name: ' ', given_name: ' ' }, TODAY), 'no_name')
  })

  test('a name that no keyboard writes is not kept as something else', ({ assert }) => {
    assert.equal(readIdentity({ sub: 'a', family_name: 'MARTIN2' }, TODAY), 'unreadable_name')
    assert.equal(readIdentity({ sub: 'a', given_name: 'A\u0000B' }, TODAY), 'unreadable_name')
  })

  test('what cannot be read is not kept, and is said', ({ assert }) => {
    const identity = read({
      family_name: 'MARTIN',
      birthdate: '2031-01-01',
      email: 'personne',
      phone_number: '123456789',
      siret: '12345678901234',
      gender: 'unspecified',
      birthplace: 29232,
    })
    assert.deepInclude(identity, { birthdate: null, email: null, phone: null, siret: null })
    assert.deepInclude(identity, { sex: null, birthplace: null })
    assert.sameMembers(identity.unread, ['birthdate', 'email', 'phone_number', 'siret'])
  })
})
