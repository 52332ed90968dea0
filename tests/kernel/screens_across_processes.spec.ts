import type { ChildProcess } from 'node:child_process'
import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { journal } from '#kernel/journal'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { follow } from '#tests/helpers/streams'
import { twoWebProcesses } from '#tests/helpers/web_processes'
import { person, place } from '#tests/world/world'

test.group('Screens served by several processes', (group) => {
  let url: string
  let parent: ChildProcess
  let agent: User
  group.setup(async () => {
    ;({ url, parent } = await twoWebProcesses())
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    return () => void parent.kill('SIGKILL')
  })

  test('hear what another process has written, then end at once when theirs leaves', async ({
    assert,
  }) => {
    const id = uuidv7()
    const streams = await Promise.all(
      [1, 2, 3, 4].map(() => follow(agent, 'kervalan', `?voir=${id}`, url))
    )
    assert.deepEqual(
      streams.map(({ answer }) => answer.status),
      [200, 200, 200, 200]
    )
    const { id: tenantId } = await place('kervalan')
    await tenancy.run(tenantId, () =>
      journal.append({
        type: 'actes.acte_touched',
        subject: { capability: 'actes', type: 'acte', id },
        actor: SYSTEM,
      })
    )
    for (const stream of streams) assert.include(await stream.hear(`data: ${id}`), id)
    const began = Date.now()
    const ended = new Promise<number | null>((resolve) => parent.once('exit', resolve))
    parent.kill('SIGTERM')
    assert.equal(await ended, 0)
    // Not at the end of the thirty seconds that requests are given to finish
    assert.isBelow(Date.now() - began, 25_000)
  })
})
