import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Secret, TOTP } from 'otpauth'
import { clock } from '#kernel/clock'
import { sealedTotp } from '#identity/factors/totp'
import { keepable } from '#web/forms/typing'
import { forgetAttempts, Visitor } from '#tests/identity/visitor'
import { person } from '#tests/world/world'

/** The session of a person ends while her page is open. */
const endSessionsOf = (userId: string) =>
  db.connection('app').from('kernel.sessions').where('user_id', userId).delete()

test.group('A form that is sent after the session has ended', (group) => {
  group.each.setup(async () => void (await forgetAttempts()))

  async function invitation(name: string) {
    const user = await person(name, { kervalan: ['administrator'] })
    const visitor = new Visitor()
    await visitor.login(user.email)
    const page = '/c/kervalan/membres/inviter'
    const { text } = await visitor.get(page)
    const [, typist] = /name="_typist" value="([^"]+)"/.exec(text) ?? []
    await endSessionsOf(user.id)
    const answer = await visitor.submit('/c/kervalan/membres/invitations', {
      email: 'pas encore',
      full_name: 'Rozenn Le Dû',
      _typist: typist,
    })
    return { user, visitor, page, answer }
  }

  test('leads to the sign-in page, which says that the typing is kept', async ({ assert }) => {
    const { visitor, answer } = await invitation('Yann Kerbrat')
    assert.equal(answer.location, '/connexion')
    const { text } = await visitor.get('/connexion')
    assert.include(text, 'Votre saisie est gardée')
    assert.notInclude(text, 'Rozenn')
  })

  test('is filled again for the person who signs in again, once', async ({ assert }) => {
    const { user, visitor, page } = await invitation('Yann Kerbrat')
    assert.equal((await visitor.login(user.email)).location, page)
    const { text } = await visitor.get(page)
    assert.include(text, 'Rozenn Le Dû')
    assert.include(text, 'Votre saisie est revenue')
    assert.notInclude((await visitor.get(page)).text, 'Rozenn Le Dû')
  })

  test('is filled again whatever proved who signs in again: a code after the password', async ({
    assert,
  }) => {
    const { user, visitor, page } = await invitation('Yann Kerbrat')
    const secret = new Secret({ size: 20 })
    const totp = { totpSecret: sealedTotp(secret.base32), totpConfirmedAt: clock.now() }
    await user.merge(totp).save()
    assert.equal((await visitor.login(user.email)).location, '/connexion/code')
    await visitor.get('/connexion/code')
    const code = new TOTP({ secret }).generate({ timestamp: clock.now().toMillis() })
    assert.equal((await visitor.submit('/connexion/code', { code })).location, page)
    assert.include((await visitor.get(page)).text, 'Rozenn Le Dû')
  })

  test('says nothing to somebody else at the same desk', async ({ assert }) => {
    const { visitor, page } = await invitation('Yann Kerbrat')
    const other = await person('Soizic Madec', { kervalan: ['administrator'] })
    assert.equal((await visitor.login(other.email)).location, page)
    assert.notInclude((await visitor.get(page)).text, 'Rozenn Le Dû')
  })

  test('rests encrypted in the base', async ({ assert }) => {
    await invitation('Yann Kerbrat')
    const rows = await db.connection('app').from('kernel.sessions').select('data')
    assert.isFalse(rows.some(({ data }) => data.includes('Rozenn')))
  })

  test('leads home whoever wrote it on no page of ours', async ({ assert }) => {
    const user = await person('Yann Kerbrat', { kervalan: ['administrator'] })
    const visitor = new Visitor()
    await visitor.submit('/c/kervalan/membres/invitations', { full_name: 'Piège' })
    assert.equal((await visitor.login(user.email)).location, '/c/kervalan')
  })
})

test.group('What is kept of a form', () => {
  test('is all but its secrets and our own words, at every depth', ({ assert }) => {
    const sent = {
      _csrf: 'x',
      password: 'x',
      asalaePassword: 'x',
      code: 'x',
      success: 'x',
      natureCode: '31',
      opinion: 'favorable',
      values: { a: { value: '3', secret: 'x' } },
      lines: ['un', 'deux'],
    }
    assert.deepEqual(keepable(sent), {
      natureCode: '31',
      opinion: 'favorable',
      values: { a: { value: '3' } },
      lines: ['un', 'deux'],
    })
  })
})
