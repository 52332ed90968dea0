import { test } from '@japa/runner'
import {
  day,
  dayAndHour,
  euros,
  fileSize,
  initials,
  number,
  percent,
  plural,
  relative,
  relativeDay,
  siren,
} from '#lib/french/french'

test.group('Dates in French', () => {
  test('are said whole, in the time of Paris, with narrow spaces in the hour', ({ assert }) => {
    assert.equal(dayAndHour('2026-11-23T13:05:00Z'), 'lundi 23 novembre 2026 à 14\u202fh\u202f05')
    assert.equal(
      dayAndHour('2026-07-01T08:00:00Z'),
      'mercredi 1er juillet 2026 à 10\u202fh\u202f00'
    )
  })

  test('of a legal day stay on that day', ({ assert }) => {
    assert.equal(day('2026-11-01'), '1er novembre 2026')
    assert.equal(day(new Date('2026-12-31T23:30:00Z')), '1er janvier 2027')
  })

  test('are said near when they are near', ({ assert }) => {
    const now = '2026-11-22T12:00:00+01:00'
    assert.equal(relative('2026-11-22T11:59:40+01:00', now), 'à l’instant')
    assert.equal(relative('2026-11-22T11:57:00+01:00', now), 'il y a 3 minutes')
    assert.equal(relative('2026-11-22T10:59:00+01:00', now), 'il y a 1 heure')
    assert.equal(relative('2026-11-22T14:30:00+01:00', now), 'dans 2 heures')
    assert.equal(relative('2026-11-22T05:05:00+01:00', now), 'aujourd’hui à 5\u202fh\u202f05')
    assert.equal(relative('2026-11-21T23:50:00+01:00', now), 'hier à 23\u202fh\u202f50')
    assert.equal(relative('2026-11-23T09:00:00+01:00', now), 'demain à 9\u202fh\u202f00')
    assert.equal(relative('2026-11-19T09:00:00+01:00', now), 'il y a 3 jours')
    assert.equal(relative('2026-09-01T09:00:00+02:00', now), '1er septembre 2026')
    assert.equal(relativeDay('2026-11-27', now), 'dans 5 jours')
    assert.equal(relativeDay('2026-11-22', now), 'aujourd’hui')
  })

  test('that are not dates are refused', ({ assert }) => {
    assert.throws(() => day('le 3 mai'), /is not a date/)
  })
})

test.group('Figures in French', () => {
  test('have narrow no-break spaces and a decimal comma', ({ assert }) => {
    assert.equal(number(1250), '1\u202f250')
    assert.equal(number(1234567.5), '1\u202f234\u202f567,5')
    assert.equal(number('0012.50'), '0\u202f012,50')
    assert.equal(number(0.75), '0,75')
    assert.equal(percent(38), '38\u202f%')
    assert.throws(() => number('12,5'), /is not a number/)
  })

  test('of money come from cents, without rounding', ({ assert }) => {
    assert.equal(euros(125000n), '1\u202f250,00\u202f€')
    assert.equal(euros(5), '0,05\u202f€')
    assert.equal(euros(-125099n), '−1\u202f250,99\u202f€')
    assert.equal(euros(12345678901234567n), '123\u202f456\u202f789\u202f012\u202f345,67\u202f€')
  })

  test('of files are in octets and their thousands', ({ assert }) => {
    assert.equal(fileSize(1), '1 octet')
    assert.equal(fileSize(219_870), '220\u202fko')
    assert.equal(fileSize(1_400_000), '1,4\u202fMo')
    assert.equal(fileSize(999_600), '1\u202fMo')
  })

  test('count in the plural from two', ({ assert }) => {
    assert.equal(plural(0, 'acte'), '0 acte')
    assert.equal(plural(1, 'acte'), '1 acte')
    assert.equal(plural(2, 'journal', 'journaux'), '2 journaux')
  })

  test('of SIREN and SIRET are read in groups', ({ assert }) => {
    assert.equal(siren('213500012'), '213\u202f500\u202f012')
    assert.equal(siren('21350001200018'), '213\u202f500\u202f012\u202f00018')
  })
})

test.group('Names', () => {
  test('have the initials of the first and the last word', ({ assert }) => {
    assert.equal(initials('Maëlle Le Goff'), 'MG')
    assert.equal(initials('Jean-Pierre d’Arvor'), 'JA')
    assert.equal(initials('maire'), 'M')
  })
})
