import { test } from '@japa/runner'
import { checkValue, type CheckedKind } from '#lib/outsiders'
import { LocalDate } from '#lib/values'

const today = LocalDate.parse('2026-11-28')
const check = (kind: CheckedKind, text: string, territory?: string) =>
  checkValue(kind, text, { today, territory })

/** What is kept, or the code of the refusal after a question mark. */
const said = (kind: CheckedKind, text: string, territory?: string) => {
  const answer = check(kind, text, territory)
  return answer.ok ? answer.value : `?${answer.code}`
}

test.group('A name', () => {
  const NAMES: [text: string, kept: string][] = [
    ['Y', 'Y'],
    ['  Le   Goff ', 'Le Goff'],
    ['Le\u00a0Goff\n', 'Le Goff'],
    ['D’Ornano', "D'Ornano"],
    ['Dʼornano', "D'ornano"],
    ['O`Neil', "O'Neil"],
    ['O´Neil', "O'Neil"],
    ['Zoe\u0308', 'Zoë'],
    ['J. R. Dupont-Dubois', 'J. R. Dupont-Dubois'],
    ['李', '李'],
    ['Мария', 'Мария'],
    ['देवी', 'देवी'],
    ['Nguyễn', 'Nguyễn'],
    ['x\u0302u\u0302', 'x\u0302û'],
    ['É'.repeat(100), 'É'.repeat(100)],
    ['𐐀'.repeat(100), '𐐀'.repeat(100)],
    ['e\u0301'.repeat(100), 'é'.repeat(100)],
    ['', '?empty'],
    [' - ', '?empty'],
    ["'.", '?empty'],
    ['Martin2', '?sign'],
    ['Le_Goff', '?sign'],
    ['Martin\u202enitraM', '?sign'],
    ['Mar\u200btin', '?sign'],
    ['Mar\u00adtin', '?sign'],
    ['\u0301Martin', '?sign'],
    ['Le \u0301Goff', '?sign'],
    ['<b>Le Goff</b>', '?sign'],
    ['Anne\u0000', '?sign'],
    ['Anne, Marie', '?sign'],
    ['Anne\ud800', '?sign'],
    ['Anne🙂', '?sign'],
    ['A'.repeat(101), '?too-long'],
    ['A'.repeat(4_000_000), '?too-long'],
  ]
  for (const [text, kept] of NAMES) {
    test(`${JSON.stringify(text.slice(0, 30))} is ${kept.slice(0, 30)}`, ({ assert }) => {
      assert.equal(said('name', text), kept)
    })
  }

  test('what is kept is kept again as it is', ({ assert }) => {
    for (const [text] of NAMES) {
      const answer = check('name', text)
      if (answer.ok) assert.deepEqual(check('name', answer.value), answer)
    }
  })
})

test.group('Ways to write to somebody', () => {
  const EMAILS: [text: string, kept: string][] = [
    [" Anne.O'Neil+cantine@Exemple.FR ", "Anne.O'Neil+cantine@exemple.fr"],
    ['a@b.fr', 'a@b.fr'],
    ['mairie@saint-étienne.fr', 'mairie@saint-étienne.fr'],
    ['ANNE@SOUS.Exemple.BZH', 'ANNE@sous.exemple.bzh'],
    [`${'a'.repeat(243)}@exemple.fr`, `${'a'.repeat(243)}@exemple.fr`],
    [`${'a'.repeat(244)}@exemple.fr`, '?format'],
    ['anne', '?format'],
    ['@exemple.fr', '?format'],
    ['anne@', '?format'],
    ['anne@exemple', '?format'],
    ['anne@@exemple.fr', '?format'],
    ['anne@b@exemple.fr', '?format'],
    ['anne le goff@exemple.fr', '?format'],
    ['anne@exemple..fr', '?format'],
    ['anne@-exemple.fr', '?format'],
    ['anne..b@exemple.fr', '?format'],
    ['.anne@exemple.fr', '?format'],
    ['anne@exemple.fr.', '?format'],
    ['Anne <anne@exemple.fr>', '?format'],
    ['anne@exemple.fr\nBcc: b@exemple.fr', '?format'],
    ['', '?format'],
  ]
  for (const [text, kept] of EMAILS) {
    test(`${JSON.stringify(text.slice(0, 40))} is ${kept.slice(0, 40)}`, ({ assert }) => {
      assert.equal(said('email', text), kept)
    })
  }

  test('a postcode is five digits, and a text', ({ assert }) => {
    assert.deepEqual(
      ['01000', ' 98800 ', '1000', '350000', '3500O', '2A000', '٣٥٠٠٠'].map((text) =>
        said('postcode', text)
      ),
      ['01000', '98800', ...Array.from({ length: 5 }, () => '?format')]
    )
  })

  test('the territory reads a telephone number', ({ assert }) => {
    assert.equal(said('phone', '24 12 34', 'NC'), '+687241234')
    assert.equal(said('phone', '24 12 34'), '?format')
  })
})

test.group('Every refusal', () => {
  const KINDS: CheckedKind[] = [
    'siret',
    'siren',
    'rna',
    'ridet',
    'name',
    'birthdate',
    'phone',
    'postcode',
    'email',
    'iban',
  ]
  for (const kind of KINDS) {
    test(`of a ${kind} says what to do, in French`, ({ assert }) => {
      const answer = check(kind, '?')
      assert.isFalse(answer.ok)
      if (!answer.ok) assert.match(answer.message, /^[A-ZÉ].+\.$|…$/u)
    })
  }

  test('a part that is unknown is noted', ({ assert }) => {
    assert.deepEqual(check('birthdate', '1977-00-03'), {
      ok: true,
      value: '1977-00-03',
      notes: ['partial'],
    })
  })
})
