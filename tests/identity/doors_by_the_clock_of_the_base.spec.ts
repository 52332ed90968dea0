import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#kernel/clock'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { openProof, spendProof } from '#identity/factors/mailed_proof'
import { acceptWithPassword, invitationBySecret } from '#identity/invitations/accept'
import { invite } from '#identity/invitations/invite'
import Invitation from '#identity/invitation'
import { forgetExpired } from '#identity/sessions/housekeeping'
import { openReset, personOfReset, resetPassword } from '#identity/passwords/resets'
import { digest, newSecret } from '#identity/secrets'
import { SYSTEM } from '#kernel/actor'
import { uuidv7 } from '#lib/values'
import { person, place } from '#tests/world/world'
import { forgetAttempts, Visitor } from './visitor.js'

const HOUR = 3_600_000
const PASSWORD = 'une phrase assez longue'
const rows = (table: string) => db.connection('app').from(`kernel.${table}`)

/** Makes something as old as if it had been opened so many minutes earlier, by the base. */
const age = (table: string, key: object, minutes: number) =>
  rows(table)
    .where(key)
    .update({
      expires_at: db.connection('app').raw('expires_at - make_interval(mins => ?)', [minutes]),
    })

/** How long something still lives, in minutes, as the base reads it. */
async function minutesLeft(table: string, key: object): Promise<number> {
  const left = db.connection('app').raw('extract(epoch from expires_at - now()) / 60 as left')
  const row = await rows(table).where(key).select(left).first()
  return Number(row.left)
}

for (const hours of [1, -1]) {
  test.group(`The doors, held by a process whose clock is wrong by ${hours} h`, (group) => {
    group.each.setup(async () => {
      await forgetAttempts()
      return () => clock.release()
    })

    test('a link to change a password lives one hour of the base', async ({ assert }) => {
      const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
      const before = await openReset(maelle)
      clock.setWrong(hours * HOUR)
      assert.equal((await personOfReset(before)).id, maelle.id)
      const secret = await openReset(maelle)
      assert.closeTo(await minutesLeft('password_resets', { user_id: maelle.id }), 60, 1)
      await age('password_resets', { user_id: maelle.id }, 61)
      await assert.rejects(() => resetPassword(secret, PASSWORD), /lien/)
    })

    test('a code that was mailed serves for a quarter of an hour of the base', async ({
      assert,
    }) => {
      const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
      const before = await openProof(maelle)
      clock.setWrong(hours * HOUR)
      assert.isTrue(await spendProof(maelle, before))
      const code = await openProof(maelle)
      assert.closeTo(await minutesLeft('factor_proofs', { user_id: maelle.id }), 15, 1)
      await age('factor_proofs', { user_id: maelle.id }, 16)
      assert.isFalse(await spendProof(maelle, code))
    })

    test('an invitation lives seven days of the base, and not an hour more', async ({ assert }) => {
      const { id } = await place('kervalan')
      clock.setWrong(hours * HOUR)
      const email = `invite-${uuidv7().slice(-12)}@kervalan.bzh`
      const [invitation, secret] = await tenancy.run(id, async () => {
        const made = await invite({ email, fullName: 'Nolwenn Riou', roles: ['agent'] }, SYSTEM)
        const drawn = newSecret()
        return [await made.merge({ tokenHash: digest(drawn) }).save(), drawn] as const
      })
      const left = await tenancy.run(id, async ({ trx }) => {
        const { rows: found } = await trx.rawQuery(
          'select extract(epoch from expires_at - now()) / 60 as left from kernel.invitations where id = ?',
          [invitation.id]
        )
        return Number(found[0].left)
      })
      assert.closeTo(left, 7 * 24 * 60, 1)
      const open = await invitationBySecret(secret)
      await tenancy.run(id, ({ trx }) =>
        trx.rawQuery(
          `update kernel.invitations set expires_at = now() - interval '1 minute' where id = ?`,
          [invitation.id]
        )
      )
      await assert.rejects(() => invitationBySecret(secret), /lien/)
      await assert.rejects(
        () => acceptWithPassword(open, secret, { fullName: 'Nolwenn Riou', password: PASSWORD }),
        /lien/
      )
      await tenancy.run(id, async () => (await Invitation.findOrFail(invitation.id)).delete())
    })

    test('a session ends eight hours of the base after its last use', async ({ assert }) => {
      const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
      const [early, late] = [new Visitor(), new Visitor()]
      await early.login(maelle.email)
      await age('sessions', { user_id: maelle.id }, 7 * 60 + 30)
      clock.setWrong(hours * HOUR)
      assert.equal((await early.get('/compte')).status, 200)
      clock.release()
      await rows('sessions').where('user_id', maelle.id).delete()
      clock.setWrong(hours * HOUR)
      await late.login(maelle.email)
      assert.closeTo(await minutesLeft('sessions', { user_id: maelle.id }), 8 * 60, 1)
      await age('sessions', { user_id: maelle.id }, 8 * 60 + 1)
      clock.release()
      clock.setWrong(hours * HOUR)
      assert.equal((await late.get('/compte')).location, '/connexion')
    })

    test('what is kept in a session is dated by the base too, once the session was read', async ({
      assert,
    }) => {
      const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
      const visitor = new Visitor()
      await visitor.login(maelle.email)
      clock.setWrong(hours * HOUR)
      await visitor.get('/compte')
      const { rows: said } = await systemDb().rawQuery('select clock_timestamp() as now')
      assert.closeTo(clock.now().toMillis(), said[0].now.getTime(), 2_500)
    })

    test('a wait at the door lasts as long as it says', async ({ assert }) => {
      const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
      const visitor = new Visitor()
      for (let n = 0; n < 6; n++) await visitor.login(maelle.email, 'une erreur de plus')
      clock.setWrong(hours * HOUR)
      await visitor.login(maelle.email)
      const { text } = await visitor.get('/connexion')
      assert.match(text, /(10|15|20|25|30) secondes/)
    })

    test('the housekeeper forgets what is over by the base, and nothing else', async ({
      assert,
    }) => {
      const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
      const secret = await openReset(maelle)
      await openProof(maelle)
      clock.setWrong(hours * HOUR)
      await forgetExpired()
      assert.equal((await personOfReset(secret)).id, maelle.id)
      await age('factor_proofs', { user_id: maelle.id }, 16)
      await forgetExpired()
      assert.isNull(await rows('factor_proofs').where('user_id', maelle.id).first())
    })
  })
}
