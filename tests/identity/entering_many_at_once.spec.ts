import { test } from '@japa/runner'
import { admit, takeBack } from '#identity/login/attempts'
import { uuidv7 } from '#lib/values'

const ROUNDS = 5
const AT_ONCE = 20
/** Nobody waits: what is tried is whether they hinder each other. */
const PATIENCE = { free: 1000, first: 1, most: 1, forget: 3600 }

test.group('Fifty colleagues behind one address, or one person in fifty windows', () => {
  test('all come in: to be admitted and to succeed never wait for each other both ways', async ({
    assert,
  }) => {
    const words = uuidv7()
    const [place, account, own] = ['a', 'c', 'b'].map((letter) => ({
      key: `${letter}_${words}`,
      patience: PATIENCE,
    }))
    const enter = async () => {
      await admit([place, account, own])
      await takeBack([place, account], [own])
    }
    for (let round = 0; round < ROUNDS; round++) {
      const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, enter))
      const refused = ended.flatMap((end) => (end.status === 'rejected' ? [end.reason.code] : []))
      assert.deepEqual(refused, [])
    }
  })
})
