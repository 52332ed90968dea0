import { createHash, randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import ExchangeFile from '#app/exchange/models/exchange_file'
import { webProcesses } from '#tests/helpers/web_processes'
import { LargeFile, peakOf } from '#tests/kernel/large_file'
import { cutPiece, session } from '#tests/kernel/sending_in_sessions'
import { comeIn, exchanged } from './scene.js'

/**
 * By hand, with the production build, of which the memory is told and judged:
 * UPLOAD_BYTES=2147483648 UPLOAD_SERVER=build/bin/server.js
 */
const SIZE = Number(process.env.UPLOAD_BYTES ?? 0)
const MOST_MEMORY = 300 * 1024 * 1024
const CUTS = 2

test.group('A large file through an exchange', () => {
  test('is laid and taken with two cuts each way, to the very bytes, in little memory', async ({
    assert,
  }) => {
    const server = await webProcesses({ WEB_PROCESSES: '1' })
    const file = new LargeFile(SIZE, randomBytes(16))
    const whole = file.sha256()
    try {
      const scene = await exchanged({}, '203.0.113.54', {
        host: server.url,
        async fill(guest, door) {
          const headers = { 'upload-length': String(SIZE), 'upload-metadata': 'filename YQ==' }
          const begun = await guest.call(door, { method: 'POST', headers })
          const url = server.url + begun.headers.get('location')!
          for (let cut = 0; cut < CUTS; cut++) {
            await session(url, file, Math.ceil(file.count / (CUTS + 1)))
            await cutPiece(`${url}/${file.count - 1}`, file.piece(file.count - 1))
          }
          assert.isBelow(await session(url, file, Infinity), file.count)
          await fetch(`${url}/fin`, { method: 'POST' })
        },
      })
      await comeIn(scene)
      const [{ id, digest }] = await scene.within(() => ExchangeFile.sentIn(scene.id))
      assert.equal(digest, whole)
      const hash = createHash('sha256')
      let taken = 0
      for (const stop of [SIZE / 3, (2 * SIZE) / 3, Infinity]) {
        const headers = { range: `bytes=${taken}-` }
        const answer = await scene.guest.ask(`${scene.page}/fichiers/${id}`, { headers })
        assert.equal(answer.status, 206)
        for await (const part of answer.body!) {
          hash.update(part)
          taken += part.length
          if (taken > stop) break // the line is cut: what is on its way is lost
        }
      }
      assert.deepEqual([taken, hash.digest('hex')], [SIZE, whole])
      const peak = peakOf(server.parent.pid!)
      console.log(`VmHWM ${Math.round(peak / 1024 ** 2)} Mio`)
      if (process.env.UPLOAD_SERVER) assert.isBelow(peak, MOST_MEMORY)
    } finally {
      server.parent.kill('SIGKILL')
    }
  })
    .skip(SIZE === 0, 'UPLOAD_BYTES says its size, by hand')
    .timeout(3_600_000)
})
