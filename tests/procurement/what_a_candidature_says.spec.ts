import { test } from '@japa/runner'
import { lacksOf, readPart, type MemberState } from '#app/procurement/rules/candidature'
import { decpJson, marcheOf } from '#app/procurement/rules/decp'
import {
  MOST_TOLD_BYTES,
  readTold,
  TOLD_FORMAT,
  type ToldCandidature,
} from '#app/procurement/rules/told_candidature'
import { holdersOf, seenTwice } from '#app/procurement/rules/who_holds'
import { checkDecp } from '#lib/decp/check_decp'
import { LocalDate } from '#lib/values'
import { someSiret } from '#tests/helpers/siren'

const CONSULTATION = '01930000-0000-7000-8000-000000000001'
const [LEAD, SECOND, THIRD] = [someSiret(), someSiret(), someSiret()]
const told = (changes: Partial<ToldCandidature> = {}): ToldCandidature => ({
  format: TOLD_FORMAT,
  consultation: CONSULTATION,
  form: 'conjoint_solidary',
  members: [LEAD, SECOND].map((siret) => ({ siret, name: 'SARL', part: '50.00', work: '' })),
  sousTraitants: [],
  ...changes,
})
const bytes = (said: unknown) => Buffer.from(JSON.stringify(said))

test.group('What a candidature says', () => {
  test('is read as it was written, and nothing that was not asked for is kept', ({ assert }) => {
    const more = { ...told(), __proto__: { evil: 1 }, admin: true }
    assert.deepEqual(readTold(bytes(more), CONSULTATION), told())
  })

  test('is not believed when it is another thing, too long or of another consultation', ({
    assert,
  }) => {
    const [member] = told().members
    const wrong: [string, Uint8Array][] = [
      ['no JSON', Buffer.from('{')],
      ['no text', Buffer.from([0xff, 0xfe])],
      ['null', bytes(null)],
      ['a list', bytes([])],
      ['no member', bytes(told({ members: [] }))],
      ['a false SIRET', bytes(told({ members: [{ ...member, siret: '12345678901234' }] }))],
      ['a part of words', bytes(told({ members: [{ ...member, part: 'la moitié' }] }))],
      ['a form of the prototype', bytes({ ...told(), form: 'constructor' })],
      ['too many', bytes(told({ members: Array.from({ length: 51 }, () => member) }))],
      ['too long', Buffer.alloc(MOST_TOLD_BYTES + 1, ' ')],
      ['another consultation', bytes(told({ consultation: CONSULTATION.replace('1', '2') }))],
    ]
    for (const [what, said] of wrong) assert.isString(readTold(said, CONSULTATION), what)
  })

  test('gives the essential data its form and its holders, the mandataire first', ({ assert }) => {
    const subs = [{ name: 'S', siret: null, amount: '1000', nature: 'Plantation' }]
    const holders = holdersOf(told({ sousTraitants: subs }), LEAD)
    assert.deepEqual(holders, {
      ...{ groupForm: 'Conjoint', holderSirets: [LEAD, SECOND], hasSousTraitants: true },
    })
    // Who deposited is who holds: a dossier that names another mandataire changes nothing
    assert.deepEqual(holdersOf(told(), THIRD).holderSirets, [THIRD])
    assert.equal(holdersOf(null, LEAD).groupForm, 'Pas de groupement')
    const marche = marcheOf({
      ...{ id: '26-012', buyerSiret: someSiret(), title: 'Réfection de la cour', cpv: '45233140' },
      ...{ ccag: 'Travaux', offers: 2, hasAdvance: false, placeCode: '35120', durationMonths: 6 },
      ...{ notifiedOn: '2026-11-20', publishedOn: '2026-11-21', amount: 85_000 },
      ...{ priceType: 'Définitif ferme', priceForm: 'Forfaitaire' },
      ...holders,
    })
    const found = checkDecp(Buffer.from(decpJson([marche])), LocalDate.parse('2026-11-30'))
    assert.deepEqual(
      found.filter(({ level }) => level === 'error'),
      []
    )
  })

  test('finds a company that stands in several, by its SIREN', ({ assert }) => {
    const alone = { siret: SECOND, company: 'SARL', told: null }
    const inGroup = { siret: LEAD, company: 'Mandataire', told: told() }
    assert.deepEqual(seenTwice([alone, inGroup]), [{ name: 'SARL', times: 2 }])
    assert.deepEqual(seenTwice([{ ...alone, siret: THIRD }, inGroup]), [])
  })

  test('says what it lacks: an answer, a form to fill, a second member, parts that make a whole', ({
    assert,
  }) => {
    const member = (state: MemberState, part: string | null) => ({ company: 'SARL', state, part })
    assert.deepEqual(lacksOf('alone', [member('ready', null)]), [])
    assert.lengthOf(lacksOf('alone', [member('ready', null), member('ready', null)]), 1)
    assert.lengthOf(lacksOf('conjoint', [member('ready', '100.00')]), 1)
    const whole = [member('ready', '66.67'), member('ready', '33.33'), member('left', '50.00')]
    assert.deepEqual(lacksOf('conjoint', whole), [])
    assert.lengthOf(lacksOf('conjoint', [member('ready', '60.00'), member('ready', '30.00')]), 1)
    assert.deepEqual(lacksOf('solidaire', [member('ready', null), member('ready', null)]), [])
    assert.lengthOf(lacksOf('solidaire', [member('ready', null), member('awaited', null)]), 1)
    assert.deepEqual(
      ['33,33', '40 %', '0', '101', 'x', ''].map((typed) => readPart(typed)),
      ['33.33', '40.00', null, null, null, null]
    )
  })
})
