import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#kernel/clock'
import FactorsRemove from '#identity/commands/factors_remove'
import { renewRecoveryCodes, recoveryCodesLeft } from '#identity/factors/recovery_codes'
import { prepareTotp } from '#identity/factors/totp'
import User from '#kernel/people/user'
import { uuidv7 } from '#lib/values'
import { person } from '#tests/world/world'
import { emptyTheBox, sendLetters } from './post_office.js'
import { forgetAttempts, Visitor } from './visitor.js'

const remove = async (email: string) => {
  const command = await ace.create(FactorsRemove, [email])
  await command.exec()
  return command.exitCode ?? 0
}

const passkeysOf = ({ id }: User) =>
  db.connection('app').from('kernel.passkeys').where('user_id', id)

/** Gives a person one factor of each kind. */
async function withEveryFactor(user: User): Promise<void> {
  await prepareTotp(user)
  await user.merge({ totpConfirmedAt: clock.now() }).save()
  await renewRecoveryCodes(user)
  await db
    .connection('app')
    .table('kernel.passkeys')
    .insert({
      id: uuidv7(),
      user_id: user.id,
      public_key: Buffer.from('clé'),
      name: 'Téléphone',
      counter: 0,
    })
}

test.group('factors:remove', (group) => {
  group.each.setup(async () => {
    await forgetAttempts()
    await emptyTheBox()
  })

  test('removes every factor of a person, closes her sessions and tells her', async ({
    assert,
  }) => {
    const maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    const visitor = new Visitor()
    await visitor.login(maelle.email)
    assert.equal((await visitor.get('/compte/double-authentification')).status, 200)
    await withEveryFactor(maelle)

    assert.equal(await remove(maelle.email.toUpperCase()), 0)

    const after = await User.findOrFail(maelle.id)
    assert.isNull(after.totpSecret)
    assert.equal(recoveryCodesLeft(after), 0)
    assert.lengthOf(await passkeysOf(maelle), 0)
    assert.equal((await visitor.get('/compte/double-authentification')).status, 302)
    const [letter] = await sendLetters()
    assert.include(letter.to, maelle.email)
    assert.include(letter.text, 'retirer tous vos moyens de double authentification')
  })

  test('leaves the factors of everybody else', async ({ assert }) => {
    const [maelle, erwan] = [
      await person('Maëlle Le Goff', { kervalan: ['agent'] }),
      await person('Erwan Tanguy', { kervalan: ['agent'] }),
    ]
    await withEveryFactor(erwan)
    await remove(maelle.email)
    const after = await User.findOrFail(erwan.id)
    assert.isNotNull(after.totpSecret)
    assert.equal(recoveryCodesLeft(after), 10)
    assert.lengthOf(await passkeysOf(erwan), 1)
  })

  test('says that nobody has an address, and fails', async ({ assert }) => {
    assert.equal(await remove('personne@nulle-part.test'), 1)
  })
})
