import { test } from '@japa/runner'
import { admit, takeBack } from '#identity/login/attempts'
import { ADDRESS } from '#identity/login/delays'
import { forgetAttempts } from './visitor.js'

test.group('Many who come in at once by one address', (group) => {
  group.each.setup(async () => void (await forgetAttempts()))

  test('wait for nobody: who began before a neighbour was written is not refused', async ({
    assert,
  }) => {
    const hall = [{ key: 'test_one_hall', patience: ADDRESS }]
    const comes = async () => {
      for (let time = 0; time < 5; time++) {
        await admit(hall)
        await takeBack(hall, [])
      }
    }
    await assert.doesNotReject(() => Promise.all(Array.from({ length: 8 }, comes)) as never)
  })
})
