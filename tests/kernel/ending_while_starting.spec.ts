import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { BY_OUR_LOADER } from '#tests/helpers/our_programs'
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
})
