import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#kernel/clock'
import { invite } from '#identity'
import Membership from '#kernel/people/membership'
import User from '#kernel/people/user'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { person, place } from '#tests/world/world'
import { boxAsText, emptyTheBox, sendLetters } from './post_office.js'
import { forgetAttempts, Visitor } from './visitor.js'

const CHOSEN = 'quatre chevaux dans la cour'
const MEMBERS = '/c/kervalan/membres'
const newEmail = () => `soizic.madec.${uuidv7().slice(-12)}@exemple.test`

async function administrator() {
  const yann = await person('Yann Kerbrat', { kervalan: ['administrator'] })
  const visitor = new Visitor()
  await visitor.login(yann.email)
  return { yann, visitor }
}

async function invited(email = newEmail(), roles: string[] = ['signatory']) {
  const { visitor, yann } = await administrator()
  await visitor.get(`${MEMBERS}/inviter`)
  const sent = { 'full_name': 'Soizic Madec', email, 'title': 'Maire', 'roles[]': roles }
  await visitor.submit(`${MEMBERS}/invitations`, sent)
  const [letter] = await sendLetters()
  return { visitor, yann, email, letter }
}

const rolesAt = async (slug: 'kervalan', userId: string) => {
  const { id } = await place(slug)
  return tenancy.run(id, async () => await Membership.query().where('userId', userId).first())
}

test.group('An invitation', (group) => {
  group.each.setup(async () => {
    await forgetAttempts()
    await emptyTheBox()
    return () => clock.release()
  })

  test('reaches the person by mail, in plain text and in HTML', async ({ assert }) => {
    const { letter, email } = await invited()
    assert.include(letter.to, email)
    assert.equal(letter.subject, 'Commune de Kervalan vous invite à travailler dans Halle')
    assert.include(letter.text, 'Yann Kerbrat vous invite')
    assert.include(letter.html, `href="http`)
    assert.match(letter.link, /^\/invitation\/[\w-]{43}$/)
  })

  test('lets a new person choose a password and come in with her roles', async ({ assert }) => {
    const { letter, email } = await invited()
    const visitor = new Visitor()
    const page = await visitor.get(letter.link)
    assert.include(page.text, 'Commune de Kervalan')
    assert.include(page.text, 'Maire')
    const answer = await visitor.submit(letter.link, {
      full_name: 'Soizic Madec',
      password: CHOSEN,
    })
    assert.equal(answer.location, '/c/kervalan')
    const user = await User.findByOrFail('email', email)
    assert.deepEqual((await rolesAt('kervalan', user.id))!.roles, ['signatory'])
    assert.equal((await new Visitor().login(email, CHOSEN)).location, '/c/kervalan')
  })

  test('is accepted after login by who has an account', async ({ assert }) => {
    const nolwenn = await person('Nolwenn Riou', { landreval: ['agent'] })
    const { letter } = await invited(nolwenn.email, ['reader', 'contributor'])
    const visitor = new Visitor()
    assert.include((await visitor.get(letter.link)).text, 'Vous avez déjà un compte')
    assert.equal((await visitor.login(nolwenn.email)).location, letter.link)
    await visitor.get(letter.link)
    assert.equal((await visitor.submit(letter.link)).location, '/c/kervalan')
    assert.deepEqual((await rolesAt('kervalan', nolwenn.id))!.roles, ['reader', 'contributor'])
  })

  test('never gives an account to who holds the link of somebody who has one', async ({
    assert,
  }) => {
    const nolwenn = await person('Nolwenn Riou', { landreval: ['agent'] })
    const { letter } = await invited(nolwenn.email)
    const thief = new Visitor()
    await thief.get(letter.link)
    const answer = await thief.submit(letter.link, { full_name: 'Voleuse', password: CHOSEN })
    assert.equal(answer.location, '/connexion')
    assert.notEqual((await new Visitor().login(nolwenn.email, CHOSEN)).location, '/c/landreval')
  })

  test('is not for another account than that of its address', async ({ assert }) => {
    const { letter } = await invited()
    const other = await person('Erwan Tanguy', { 'saint-orven': ['agent'] })
    const visitor = new Visitor()
    await visitor.login(other.email)
    assert.include(
      (await visitor.get(letter.link)).text,
      'Cette invitation n’est pas pour ce compte'
    )
    await visitor.submit(letter.link)
    assert.isNull(await rolesAt('kervalan', other.id))
  })

  test('serves once', async ({ assert }) => {
    const { letter } = await invited()
    const visitor = new Visitor()
    await visitor.get(letter.link)
    await visitor.submit(letter.link, { full_name: 'Soizic Madec', password: CHOSEN })
    const again = await new Visitor().get(letter.link)
    assert.equal(again.status, 410)
    assert.include(again.text, 'Ce lien a déjà servi')
  })

  test('ends after seven days', async ({ assert }) => {
    clock.freeze('2026-11-23T09:00:00Z')
    const { letter } = await invited()
    clock.freeze('2026-11-30T08:59:00Z')
    assert.equal((await new Visitor().get(letter.link)).status, 200)
    clock.freeze('2026-11-30T09:01:00Z')
    assert.equal((await new Visitor().get(letter.link)).status, 410)
  })

  test('sent again has a new link, and the former is dead', async ({ assert }) => {
    const { letter, visitor, email } = await invited()
    const page = await visitor.get(MEMBERS)
    const renew = page.text.match(new RegExp(`${email}.*?action="([^"]+/renvoi)"`, 's'))![1]
    await visitor.submit(renew)
    const [second] = await sendLetters()
    assert.notEqual(second.link, letter.link)
    assert.equal((await new Visitor().get(letter.link)).status, 410)
    assert.equal((await new Visitor().get(second.link)).status, 200)
  })

  test('taken back opens nothing', async ({ assert }) => {
    const { letter, visitor, email } = await invited()
    const page = await visitor.get(MEMBERS)
    await visitor.submit(
      page.text.match(new RegExp(`${email}.*?action="([^"]+/retrait)"`, 's'))![1]
    )
    assert.equal((await new Visitor().get(letter.link)).status, 410)
    assert.notInclude((await visitor.get(MEMBERS)).text, email)
  })

  test('asks for a password that is long and not the person’s own name', async ({ assert }) => {
    const { letter, email } = await invited()
    const visitor = new Visitor()
    for (const [password, said] of [
      ['trop court', 'au moins 12 caractères'],
      ['motdepasse2026', 'parmi les plus répandus'],
      ['soizicmadec1', 'contient votre nom'],
    ]) {
      await visitor.get(letter.link)
      await visitor.submit(letter.link, { full_name: 'Soizic Madec', password })
      assert.include((await visitor.get(letter.link)).text, said)
    }
    assert.isNull(await User.findBy('email', email))
  })
})

test.group('The secret of an invitation', (group) => {
  group.each.setup(async () => {
    await forgetAttempts()
    await emptyTheBox()
  })

  test('rests nowhere but in the mail', async ({ assert }) => {
    const { visitor } = await administrator()
    await visitor.get(`${MEMBERS}/inviter`)
    const email = newEmail()
    await visitor.submit(`${MEMBERS}/invitations`, {
      'full_name': 'Soizic Madec',
      email,
      'roles[]': ['reader'],
    })
    const box = await boxAsText()
    assert.notInclude(box, email)
    const [{ link }] = await sendLetters()
    const secret = link.split('/').pop()!
    const { id } = await place('kervalan')
    const rows = await tenancy.run(id, ({ trx }) =>
      trx.from('kernel.invitations').where('email', email)
    )
    assert.notInclude(JSON.stringify(rows), secret)
    const outbox = await systemDb()
      .from('kernel.outbox')
      .whereRaw(`payload::text like ?`, [`%${secret}%`])
    assert.lengthOf(outbox, 0)
  })

  test('shows its own invitation and no other to the database role', async ({ assert }) => {
    await invited()
    assert.lengthOf(await db.connection('app').from('kernel.invitations').select('*'), 0)
  })
})

test.group('Inviting from another room', (group) => {
  group.each.setup(async () => void (await emptyTheBox()))

  test('writes the invitation, its journal entry and its mail together', async ({ assert }) => {
    const { id } = await place('kervalan')
    const yann = await person('Yann Kerbrat', { kervalan: ['administrator'] })
    const by = { kind: 'person' as const, id: yann.id }
    const email = newEmail()
    const contributor = { email, fullName: 'Maëlle Le Goff', roles: ['contributor' as const] }
    const invitation = await tenancy.run(id, () => invite(contributor, by))
    const [entry] = await tenancy.run(id, ({ trx }) =>
      trx.from('kernel.journal_entries').where('subject_id', invitation.id)
    )
    assert.equal(entry.type, 'identity.person_invited')
    assert.notInclude(JSON.stringify(entry), email)
    assert.lengthOf(await sendLetters(), 1)
    await assert.rejects(
      () => tenancy.run(id, () => invite(contributor, by)),
      /déjà une invitation/
    )
    const known = { ...contributor, email: yann.email }
    await assert.rejects(() => tenancy.run(id, () => invite(known, by)), /déjà membre/)
  })
})
