import { EventEmitter } from 'node:events'
import { test } from '@japa/runner'
import { heardWhileRunning } from '#lib/jobs/ended_meanwhile'
import { keepWorker } from '#lib/jobs/kept_worker'

class FakeWorker extends EventEmitter {
  closed = 0
  async close() {
    this.closed++
  }
  async disconnect() {}
}
const notRenewed = (id: string) => new Error(`could not renew lock for job ${id}`)

test.group('A lock that was not renewed', () => {
  test('is said of a job that runs, and not of one that ended meanwhile', ({ assert }) => {
    const worker = new FakeWorker()
    const heard: string[] = []
    const running = new Set(['12'])
    const kept = heardWhileRunning(worker as never, (id) => running.has(id))
    kept.on('error', ({ message }) => heard.push(message))
    for (const error of [notRenewed('12'), notRenewed('13'), new Error('ECONNRESET')])
      worker.emit('error', error)
    assert.deepEqual(heard, [notRenewed('12').message, 'ECONNRESET'])
  })

  test('closes no worker, however many jobs end together', async ({ assert }) => {
    const worker = new FakeWorker()
    const kept = keepWorker({
      open: () => heardWhileRunning(worker as never, () => false),
      untilReady: async () => undefined,
      onError: () => assert.fail('nothing is to be said'),
    })
    for (let job = 0; job < 500; job++) worker.emit('error', notRenewed(String(job)))
    await new Promise(setImmediate)
    assert.equal(worker.closed, 0)
    await kept.close()
  })
})
