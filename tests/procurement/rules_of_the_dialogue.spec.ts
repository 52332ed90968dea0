import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { traitsOf, traitWords, withoutTraits } from '#app/procurement/rules/anonymity'
import { daysAfterChange, diffOf, diffWords, isSame } from '#app/procurement/rules/dossier_diff'
import { proposedHour } from '#app/procurement/rules/proposed_hour'
import { questionCalendar } from '#app/procurement/rules/question'
import { compareSentences } from '#app/procurement/rules/sentences'

const ASKER = {
  company: 'SARL LE FOURNIL DU QUAI',
  siret: '83456789300013',
  name: 'Maël Pierre Cariou',
  emails: ['contact@fournil.example'],
}
const found = (text: string) => traitsOf(text, ASKER).map((one) => [one.kind, one.found])
const at = (local: string) => DateTime.fromISO(local, { zone: 'Europe/Paris' })
const file = (name: string, sign: string) => ({
  name,
  documentId: name,
  sha256: sign.repeat(64),
  size: 1,
})

test.group('What tells who asks a question', () => {
  test('is found however it is spaced, accented or capitalised', ({ assert }) => {
    assert.deepEqual(found('Le Foùrnil demande : quai accessible ?'), [
      ['company', 'Foùrnil'],
      ['company', 'quai'],
    ])
    assert.deepEqual(found('SIRET 834 567 893 00013, SIREN 834.567.893'), [
      ['siret', '834 567 893 00013'],
      ['siret', '834.567.893'],
    ])
    assert.deepEqual(found('Joindre le +33 (0)2 99 01 02 03 ou contact@fournil.example'), [
      ['phone', '+33 (0)2 99 01 02 03'],
      ['email', 'contact@fournil.example'],
    ])
    assert.deepEqual(found('a_b+c@d.fr'), [['email', 'a_b+c@d.fr']])
  })

  test('is not an ordinary word that is somebody’s name, nor a word that thousands bear', ({
    assert,
  }) => {
    assert.deepEqual(found('La pierre du seuil est-elle à poser par une SARL ?'), [])
    assert.deepEqual(found('Pierre demande'), [['person', 'Pierre']])
    assert.deepEqual(found('Le fournilleur'), [])
    assert.deepEqual(found('Lot 2, article 12.3.4, 45233140'), [])
  })

  test('is taken out of the text that is proposed, and told once', ({ assert }) => {
    const text = 'Cariou (Cariou, 0299010203) demande la cote.'
    const traits = traitsOf(text, ASKER)
    assert.equal(withoutTraits(text, traits), '[…] ([…], […]) demande la cote.')
    assert.equal(
      traitWords(traits),
      '« Cariou » (nom de la personne), « 0299010203 » (numéro de téléphone)'
    )
  })

  test('is read of a long text at once', ({ assert }) => {
    assert.deepEqual(found('12 '.repeat(20_000) + 'x'), [])
    assert.lengthOf(found('a@b.fr '.repeat(5_000)), 100)
  })
})

test.group('The calendar of questions', () => {
  test('owes an answer six days before the hour, and four days to write it', ({ assert }) => {
    const { askBefore, answerBefore, days } = questionCalendar(
      at('2026-12-01T09:00'),
      at('2026-12-30T12:00')
    )
    assert.equal(days, 6)
    assert.equal(answerBefore.toISO(), at('2026-12-24T12:00').toISO())
    assert.equal(askBefore.toISO(), at('2026-12-20T12:00').toISO())
  })

  test('owes it four days before where the period was cut for urgency', ({ assert }) => {
    const { answerBefore, days } = questionCalendar(at('2026-12-01T12:00'), at('2026-12-13T12:00'))
    assert.equal(days, 4)
    assert.equal(answerBefore.toISO(), at('2026-12-09T12:00').toISO())
  })

  test('shares a period that is too short, and keeps the hour of the clock when it changes', ({
    assert,
  }) => {
    const short = questionCalendar(at('2026-12-01T12:00'), at('2026-12-05T12:00'))
    assert.isNull(short.days)
    assert.equal(short.askBefore.toISO(), at('2026-12-03T12:00').toISO())
    assert.equal(short.answerBefore.toISO(), at('2026-12-04T12:00').toISO())
    const clocks = questionCalendar(at('2026-10-01T12:00'), at('2026-10-27T12:00'))
    assert.equal(clocks.answerBefore.toISO(), at('2026-10-21T12:00').toISO())
  })
})

test.group('The hour that is proposed', () => {
  const deadline = at('2026-12-11T12:00')

  test('is of the same time of day, on the first working day that leaves what is asked', ({
    assert,
  }) => {
    const causes = [
      { until: at('2026-12-12T15:00'), reason: 'Une réponse tardive.' },
      { until: at('2026-12-10T12:00'), reason: 'Rien ne presse.' },
    ]
    const proposal = proposedHour(deadline, 'Europe/Paris', causes)!
    // Saturday the 12th is too early by three hours, and Sunday is no working day
    assert.equal(proposal.hour.toISO(), at('2026-12-14T12:00').toISO())
    assert.equal(proposal.reason, 'Une réponse tardive.')
  })

  test('is none where the hour leaves enough', ({ assert }) => {
    const causes = [{ until: deadline, reason: 'Une réponse tardive.' }]
    assert.isNull(proposedHour(deadline, 'Europe/Paris', causes))
    assert.isNull(proposedHour(deadline, 'Europe/Paris', []))
  })

  test('is in proportion to what changed, and never under what a complement leaves', ({
    assert,
  }) => {
    assert.equal(daysAfterChange(1, 20, 30), 20)
    assert.equal(daysAfterChange(0.5, 20, 30), 10)
    assert.equal(daysAfterChange(0.1, 20, 30), 6)
    assert.equal(daysAfterChange(0.1, 2, 10), 4)
    assert.equal(daysAfterChange(4, 20, 30), 20)
  })
})

test.group('What differs between two versions of a dossier', () => {
  test('is told by the names and the digests', ({ assert }) => {
    const before = [file('a', '1'), file('b', '2'), file('c', '3'), file('e', '5')]
    const after = [file('a', '1'), file('b', '9'), file('d', '3'), file('f', '6')]
    const diff = diffOf(before, after)
    assert.deepEqual(diffWords(diff), [
      'Ajouté : f (SHA-256 666666666666…)',
      'Retiré : e',
      'Modifié : b (SHA-256 222222222222… devient 999999999999…)',
      'Renommé : c devient d',
    ])
    assert.isTrue(isSame(diffOf(before, [...before].reverse())))
  })

  test('is told sentence by sentence of a text, and moving one is no change', ({ assert }) => {
    const told = compareSentences(
      ['Le lot est unique. Délai : six mois.', 'Prix ferme.'],
      ['Prix ferme. Délai : huit mois.\nLe lot est unique.']
    )
    assert.deepEqual(told, {
      added: ['Délai : huit mois.'],
      removed: ['Délai : six mois.'],
      isCut: false,
    })
    const many = compareSentences([], ['mot. '.repeat(100)])
    assert.lengthOf(many.added, 40)
    assert.isTrue(many.isCut)
  })
})
