import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import {
  ACCOUNT,
  ADDRESS,
  OWN,
  STRANGERS,
  attemptsWithin,
  delayAfter,
} from '#identity/login/delays'
import { networkOf } from '#lib/net/network'
import { person } from '#tests/world/world'
import { forgetAttempts, Visitor } from './visitor.js'

const WRONG = 'pas le bon mot de passe'
const DAY = 24 * 3600

test.group('Errors at the door', (group) => {
  group.each.setup(async () => {
    await forgetAttempts()
    return () => clock.release()
  })

  test('made from elsewhere do not shut an account: its person comes in from her place', async ({
    assert,
  }) => {
    const mayor = await person('Soizic Madec', { kervalan: ['signatory'] })
    for (let n = 1; n <= 12; n++) {
      await new Visitor().from(`203.0.113.${n}`).login(mayor.email, WRONG)
    }
    const her = await new Visitor().from('198.51.100.7').login(mayor.email)
    assert.equal(her.location, '/c/kervalan')
  })

  test('made by the whole world cost one minute at most, and nothing on a device of hers', async ({
    assert,
  }) => {
    clock.freeze('2026-11-23T09:00:00Z')
    const mayor = await person('Soizic Madec', { kervalan: ['signatory'] })
    const desk = new Visitor().from('198.51.100.7')
    await desk.login(mayor.email)
    await desk.get('/compte')
    await desk.submit('/deconnexion')
    for (let n = 1; n <= 45; n++) {
      await new Visitor().from(`203.0.113.${n}`).login(mayor.email, WRONG)
      clock.freeze(new Date(Date.parse('2026-11-23T09:00:00Z') + n * 61_000).toISOString())
    }
    await new Visitor().from('203.0.113.99').login(mayor.email, WRONG)
    const elsewhere = new Visitor().from('198.51.100.8')
    await elsewhere.login(mayor.email)
    assert.match((await elsewhere.get('/connexion')).text, /Recommencez dans une minute/)
    assert.equal((await desk.login(mayor.email)).location, '/c/kervalan')
  })

  test('on accounts that nobody has do not shut the town hall behind the same address', async ({
    assert,
  }) => {
    const town = '198.51.100.20'
    for (let n = 0; n < 70; n++) {
      await new Visitor().from(town).login(`inconnu.${n}@exemple.test`, WRONG)
    }
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    assert.equal((await new Visitor().from(town).login(maelle.email)).location, '/c/kervalan')
  })

  test('make an unknown account wait as a known one', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const said: string[] = []
    for (const email of [maelle.email, 'personne@exemple.test']) {
      const visitor = new Visitor().from('203.0.113.200')
      for (let n = 0; n < 7; n++) await visitor.login(email, WRONG)
      said.push((await visitor.get('/connexion')).text.match(/Trop d’essais[^<]*/)![0])
    }
    assert.equal(said[0], said[1])
  })

  test('grow longer to wait for, and pass when the wait is over', async ({ assert }) => {
    clock.freeze('2026-11-23T09:00:00Z')
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor().from('203.0.113.201')
    for (let n = 0; n < 6; n++) await visitor.login(maelle.email, WRONG)
    assert.notEqual((await visitor.login(maelle.email)).location, '/c/kervalan')
    clock.freeze('2026-11-23T09:00:31Z')
    await visitor.login(maelle.email, WRONG)
    clock.freeze('2026-11-23T09:01:20Z')
    assert.notEqual((await visitor.login(maelle.email)).location, '/c/kervalan')
    clock.freeze('2026-11-23T09:01:32Z')
    assert.equal((await visitor.login(maelle.email)).location, '/c/kervalan')
  })

  test('made a hundred at once are not tried a hundred times', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitors = Array.from({ length: 20 }, () => new Visitor().from('203.0.113.202'))
    await Promise.all(visitors.map((visitor) => visitor.get('/connexion')))
    await Promise.all(
      visitors.map((visitor) =>
        visitor.submit('/connexion', { email: maelle.email, password: WRONG })
      )
    )
    const pages = await Promise.all(visitors.map((visitor) => visitor.get('/connexion')))
    const tried = pages.filter(({ text }) => text.includes('Adresse ou mot de passe inconnus'))
    assert.isAtLeast(tried.length, 1)
    assert.isAtMost(tried.length, OWN.free + 1)
  })

  test('outside do not keep who is in from proving that it is she', async ({ assert }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const desk = new Visitor().from('203.0.113.203')
    await desk.login(maelle.email)
    for (let n = 0; n < 9; n++) await new Visitor().from('203.0.113.203').login(maelle.email, WRONG)
    await desk.get('/compte/mot-de-passe')
    const fields = { current_password: 'mot de passe de test', password: 'quatre chevaux blancs' }
    assert.equal((await desk.submit('/compte/mot-de-passe', fields)).location, '/compte')
  })
})

test.group('The waits', () => {
  test('double after the free attempts, up to a limit', ({ assert }) => {
    const waits = [5, 6, 7, 8, 11, 40].map((attempts) => delayAfter(attempts, OWN))
    assert.deepEqual(waits, [0, 30, 60, 120, 900, 900])
  })

  test('leave to whoever guesses what docs/security.md says', ({ assert }) => {
    assert.isAtMost(attemptsWithin(DAY, OWN), 110)
    assert.isAtMost(attemptsWithin(DAY, ACCOUNT), 1_480)
    assert.isAtMost(attemptsWithin(DAY, ADDRESS), 2_950)
    assert.isAtMost(attemptsWithin(DAY, STRANGERS), 9_250)
  })

  test('hold for an address, or for the whole network of an IPv6 one', ({ assert }) => {
    assert.equal(networkOf('::ffff:192.0.2.1'), '192.0.2.1')
    assert.equal(networkOf('2001:db8:0:1::9'), networkOf('2001:db8:0:1:ffff::1'))
    assert.notEqual(networkOf('2001:db8:0:1::9'), networkOf('2001:db8:0:2::9'))
    assert.equal(networkOf('::1'), '0:0:0:0')
  })
})
