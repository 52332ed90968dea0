import { setTimeout as sleep } from 'node:timers/promises'
import { Preloader } from '@adonisjs/lucid/orm'
import { test } from '@japa/runner'
import User from '#kernel/people/user'

/** Asks for three relations and says how many were asked for at the same time. */
async function mostAtOnce(method: 'processAllForOne' | 'processAllForMany'): Promise<number> {
  let [running, most] = [0, 0]
  const ask = async () => {
    most = Math.max(most, ++running)
    await sleep(5)
    running--
  }
  const preloader = Object.assign(new Preloader(User), {
    preloads: { pilots: {}, axes: {}, indicators: {} },
    processRelation: ask,
    processRelationForMany: ask,
  })
  const process = preloader[method] as (rows: unknown, client: unknown) => Promise<void>
  await process.call(preloader, [], {})
  return most
}

test.group('The relations of a preload', () => {
  test('are asked for one after the other', async ({ assert }) => {
    assert.equal(await mostAtOnce('processAllForOne'), 1)
    assert.equal(await mostAtOnce('processAllForMany'), 1)
  })
})
