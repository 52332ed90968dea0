import { spawn } from 'node:child_process'
import { test } from '@japa/runner'
import { spinning } from './spinning.js'

/** A process that takes so many seconds of a processor, then waits for nothing. */
const busyFor = (seconds: number) =>
  spawn(process.execPath, [
    '-e',
    `const taken = () => process.cpuUsage().user + process.cpuUsage().system
     while (taken() < ${seconds} * 1e6);
     setInterval(() => {}, 60_000)`,
  ])

test.group('Who turns round', (group) => {
  group.tap((one) => one.timeout(60_000))

  test('is the one that never ends, not the one that starts, nor the one that waits', async ({
    assert,
    cleanup,
  }) => {
    const [turning, starting, waiting] = [busyFor(600), busyFor(1), busyFor(0)]
    cleanup(() => {
      for (const one of [turning, starting, waiting]) one.kill('SIGKILL')
    })
    const pids = { turning: turning.pid, starting: starting.pid, waiting: waiting.pid }
    // A loaded machine gives each only a little: a twentieth is much more than what waits takes.
    const turned = await spinning(pids, { mostShare: 0.05, mostLooks: 4 })
    assert.deepEqual(Object.keys(turned), ['turning'])
  })

  test('is also the one that has died of itself', async ({ assert, cleanup }) => {
    const [waiting, dying] = [busyFor(0), spawn(process.execPath, ['-e', ''])]
    cleanup(() => void waiting.kill('SIGKILL'))
    assert.deepEqual(await spinning({ waiting: waiting.pid, dying: dying.pid }), { dying: [null] })
  })
})
