import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import OperatorCreate from '#identity/commands/operator_create'
import User from '#kernel/people/user'
import { uuidv7 } from '#lib/values'
import { person } from '#tests/world/world'

const create = async (...words: string[]) => {
  const command = await ace.create(OperatorCreate, words)
  await command.exec()
  return command.exitCode ?? 0
}

test.group('operator:create', () => {
  test('opens an account that has the console and no password', async ({ assert }) => {
    const email = `exploitante-${uuidv7()}@syndicat.fr`
    assert.equal(await create(email.toUpperCase(), '--name=Anne Kerros'), 0)
    const user = await User.findByOrFail('email', email)
    assert.isTrue(user.isOperator)
    assert.isNull(user.password)
    assert.equal(user.fullName, 'Anne Kerros')
    assert.equal(await create(email), 0)
  })

  test('gives the console to who has an account, and keeps her name and password', async ({
    assert,
  }) => {
    const agent = await person(`Soizic ${uuidv7().slice(-6)}`, { kervalan: ['agent'] })
    assert.equal(await create(agent.email), 0)
    const user = await User.findOrFail(agent.id)
    assert.isTrue(user.isOperator)
    assert.equal(user.fullName, agent.fullName)
    assert.equal(user.password, agent.password)
  })

  test('refuses what is no address, and makes nothing', async ({ assert }) => {
    assert.equal(await create('anne kerros'), 1)
    assert.isNull(await User.findBy('email', 'anne kerros'))
  })
})
