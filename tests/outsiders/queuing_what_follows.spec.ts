import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { queueBehind } from '#app/outsiders/wall/queue_behind'
import { behind } from '#app/outsiders/wall/wall'
import { uuidv7 } from '#lib/values'

const jobNamed = (name: string) => ({
  ...{ id: uuidv7(), name, queue: 'default', maxAttempts: 1 },
  payload: { personId: uuidv7() },
})
const isQueued = async ({ id }: { id: string }): Promise<boolean> =>
  (await db.connection('system').from('kernel.outbox').where({ id })).length === 1
const REFUSED = /row-level security/

test.group('A job that follows from what somebody outside does', (group) => {
  group.teardown(
    async () =>
      void (await db
        .connection('system')
        .from('kernel.outbox')
        .where('name', 'outsiders.tried')
        .delete())
  )

  test('is written with its cause, or not at all', async ({ assert }) => {
    const [kept, lost] = [jobNamed('outsiders.tried'), jobNamed('outsiders.tried')]
    await behind({ person: uuidv7() }, () => queueBehind(kept))
    const failing = behind({ person: uuidv7() }, async () => {
      await queueBehind(lost)
      throw new Error('the cause fails')
    })
    await assert.rejects(() => failing, 'the cause fails')
    assert.deepEqual(await Promise.all([kept, lost].map(isQueued)), [true, false])
  })

  test('is refused by the base in nobody’s name, and of another part of the house', async ({
    assert,
  }) => {
    const inNobodys = () =>
      behind({ identifier: 'ab' }, () => queueBehind(jobNamed('outsiders.tried')))
    const ofAnother = () =>
      behind({ person: uuidv7() }, () => queueBehind(jobNamed('actes.transmit')))
    for (const attempt of [inNobodys, ofAnother]) await assert.rejects(attempt, REFUSED)
  })
})
