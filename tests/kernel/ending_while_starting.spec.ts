import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { ACE, BY_OUR_LOADER } from '#tests/helpers/our_programs'
import { FACT_LIMIT_MS } from '#tests/helpers/until'

const BASES = ['DATABASE_URL', 'DATABASE_APP_URL', 'DATABASE_SYSTEM_URL', 'DATABASE_LISTEN_URL']

/** A base that lets in and says nothing. */
async function muteBase() {
  const guests: Socket[] = []
  const server = createServer((socket) => guests.push(socket.on('error', () => undefined)))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as { port: number }
  const settings = BASES.map((name) => {
    const url = new URL(process.env[name] ?? process.env.DATABASE_URL!)
    url.port = String(port)
    return [name, url.href]
  })
  return {
    settings: Object.fromEntries(settings),
    firstGuest: () => once(server, 'connection'),
    close() {
      server.close()
      for (const guest of guests) guest.destroy()
    },
  }
}

/** Tells a process to end as soon as it has begun to listen to it: its application has not booted yet. */
const TOLD_AT_ONCE = `data:text/javascript,${encodeURIComponent(`
  process.on('newListener', (signal) => {
    if (signal === 'SIGTERM') setImmediate(() => process.kill(process.pid, 'SIGTERM'))
  })`)}`

test.group('A process that is told to end before it has started', () => {
  for (const program of ['bin/worker.ts', 'bin/server.ts'])
    test(`ends at once, and takes nothing: ${program}`, async ({ assert, cleanup }) => {
      const base = await muteBase()
      const asked = base.firstGuest()
      const child = spawn(process.execPath, [...BY_OUR_LOADER, program], {
        env: { ...process.env, PORT: '0', WEB_PROCESSES: '1', ...base.settings },
        stdio: 'ignore',
      })
      cleanup(() => {
        child.kill('SIGKILL')
        base.close()
      })
      await asked
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const told = await Promise.race([
        ended,
        sleep(FACT_LIMIT_MS, ['still there'], { ref: false }),
      ])
      assert.deepEqual(told, [null, 'SIGTERM'])
    })

  for (const command of ['journal:verify', 'list'])
    test(`ends without a word: ${command}`, async ({ assert, cleanup }) => {
      const [loader, program] = ACE
      const child = spawn(
        process.execPath,
        [loader, `--import=${TOLD_AT_ONCE}`, program, command],
        { stdio: ['ignore', 'pipe', 'pipe'] }
      )
      cleanup(() => void child.kill('SIGKILL'))
      const ended = once(child, 'exit')
      const words = [await text(child.stdout), await text(child.stderr)]
      assert.deepEqual(
        [words, await ended],
        [
          ['', ''],
          [null, 'SIGTERM'],
        ]
      )
    })
})
