import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { test } from '@japa/runner'
import { documentsConfig } from '#config/documents'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import { PIECE_BYTES } from '#lib/uploads/pieces'
import { runDueJobs } from '#tests/helpers/jobs'
import { webProcesses } from '#tests/helpers/web_processes'
import { placeApart } from '#tests/world/journals'
import { dropBox } from './drop_visitor.js'
import { filesUnder, holdersOf, LargeFile, peakOf } from './large_file.js'
import { cutPiece, session } from './sending_in_sessions.js'

/**
 * A few pieces in the suite; by hand, with the production build:
 * UPLOAD_BYTES=4294967296 UPLOAD_SERVER=build/bin/server.js GREP_DIR=tmp/test
 */
const SIZE = Number(process.env.UPLOAD_BYTES ?? 11 * PIECE_BYTES + 12_345)
const GREP_DIR = process.env.GREP_DIR ?? dirname(documentsConfig.directory)
const MOST_MEMORY = 300 * 1024 * 1024
const MOST_GROWTH = 150 * 1024 * 1024
const CUTS = 5

test.group('A large file laid in a drop box by somebody without an account', () => {
  test('cut five times, the server killed among them, is taken up by another session; deleted, no byte of it is left', async ({
    assert,
  }) => {
    const tenantId = await placeApart()
    const { address } = await dropBox(tenantId, { mostBytes: SIZE })
    const file = new LargeFile(SIZE, randomBytes(16))
    const whole = file.sha256()
    const settings = { WEB_PROCESSES: '1' }
    let server = await webProcesses(settings)
    const atRest = peakOf(server.parent.pid!)
    const peaks: number[] = []
    try {
      const begun = await fetch(server.url + address, {
        method: 'POST',
        headers: { 'upload-length': String(SIZE), 'upload-metadata': 'filename YQ==' },
      })
      const path = begun.headers.get('location')!
      for (let cut = 0; cut < CUTS; cut++) {
        await session(server.url + path, file, Math.ceil(file.count / (CUTS + 1)))
        await cutPiece(`${server.url}${path}/${file.count - 1}`, file.piece(file.count - 1))
        if (cut !== 2) continue
        peaks.push(peakOf(server.parent.pid!))
        server.parent.kill('SIGKILL')
        server = await webProcesses(settings)
      }
      const left = await session(server.url + path, file, Infinity)
      assert.isBelow(left, file.count, 'what had come was not sent again')
      const receipt: any = await (
        await fetch(`${server.url}${path}/fin`, { method: 'POST' })
      ).json()
      assert.deepInclude(receipt, { size: SIZE, sha256: whole })
      peaks.push(peakOf(server.parent.pid!))
      const told = `before: ${atRest}, peaks: ${peaks.join(', ')}`
      if (process.env.UPLOAD_BYTES) console.log(`VmHWM ${told}; left after five cuts: ${left}`)
      // A server in TypeScript holds its compiler too: the build is held to the figure itself
      const most = process.env.UPLOAD_SERVER ? MOST_MEMORY : atRest + MOST_GROWTH
      assert.isBelow(Math.max(...peaks), most, told)
    } finally {
      server.parent.kill('SIGKILL')
    }

    const { id, sha256 } = await tenancy.run(tenantId, ({ trx }) =>
      trx.from('kernel.documents').where({ tenant_id: tenantId }).firstOrFail()
    )
    assert.equal(sha256, whole)
    const resting = filesUnder(`${documentsConfig.directory}/u/${tenantId}`)
    assert.lengthOf(resting, file.count)
    const sealed = resting.slice(0, 20).map((one) => readFileSync(one).subarray(1000, 1048))
    const plain = [0, 1, file.count - 1].map((rank) => file.piece(rank).subarray(500, 548))
    const { value: holder } = await holdersOf(GREP_DIR, sealed).next()
    assert.exists(holder, 'what is looked for is found where it rests')
    await tenancy.run(tenantId, () => documents.delete(id))
    await runDueJobs(tenantId, 'kernel.forget_blob_file')
    assert.deepEqual(await Array.fromAsync(holdersOf(GREP_DIR, [...sealed, ...plain])), [])
  }).timeout(Number(process.env.UPLOAD_BYTES ?? 0) > 0 ? 3_600_000 : 600_000)
})
