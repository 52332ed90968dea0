import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from '@japa/runner'
import { until } from '#tests/helpers/until'
import { secondsOf, spinning } from './spinning.js'

/** What processes take of a processor in each look of five seconds, told by nobody's clock. */
function taking(shares: Record<string, (number | null)[]>) {
  const names = Object.keys(shares)
  const pids = Object.fromEntries(names.map((name, at) => [name, at + 1]))
  let looks = 0
  return {
    pids,
    eyes: {
      look: async () => void looks++,
      secondsOf(pid?: number) {
        const taken = shares[names[pid! - 1]].slice(0, looks)
        return taken.includes(null) ? null : 5 * taken.reduce<number>((sum, one) => sum + one!, 0)
      },
    },
  }
}

const always = (share: number) => Array.from({ length: 10 }, () => share)

test.group('Who turns round', () => {
  test('is the one that never ends, not the one that starts, nor the one that waits', async ({
    assert,
  }) => {
    const { pids, eyes } = taking({
      turning: always(0.9),
      starting: [1, 0.8, 0.6, 0, 0, 0],
      waiting: always(0.01),
    })
    assert.deepEqual(Object.keys(await spinning(pids, eyes)), ['turning'])
  })

  test('is nobody while each of them rests once', async ({ assert }) => {
    const { pids, eyes } = taking({ late: [1, 1, 1, 1, 1, 0.2], half: always(0.5) })
    assert.deepEqual(await spinning(pids, eyes), {})
  })

  test('is also the one that dies of itself while it is looked at', async ({ assert }) => {
    const { pids, eyes } = taking({ dying: [0.7, null], waiting: always(0) })
    assert.deepEqual(await spinning(pids, eyes), { dying: [0.7, null] })
  })

  test('is told by what the machine counts, of a process that lives and of one that is dead', async ({
    assert,
    cleanup,
  }) => {
    const burning = spawn(process.execPath, ['-e', 'for (;;);'])
    const dead = spawn(process.execPath, ['-e', ''])
    cleanup(() => void burning.kill('SIGKILL'))
    await once(dead, 'exit')
    assert.isNull(secondsOf(dead.pid))
    await until(() => secondsOf(burning.pid)! > 0.2, 'a fifth of a second of processor')
  })
})
