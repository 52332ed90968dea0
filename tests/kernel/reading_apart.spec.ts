import { test } from '@japa/runner'
import { reasonOf } from '#lib/jobs/give_up'
import { defineReading } from '#kernel/reading'
import { ReadingQueue } from '#lib/reading/reading_queue'
import { heldWhile } from '#tests/helpers/event_loop'
import type * as tricks from './reading_tricks.js'

const MEGABYTE = 1024 * 1024
const module = new URL('./reading_tricks.js', import.meta.url)
const LIMITS = {
  memoryBytes: 96 * MEGABYTE,
  baseMs: 1500,
  msPerMegabyte: 0,
  mostMs: 1500,
  threads: 1,
  waiting: 1,
  patienceMs: 20_000,
  idleMs: 10_000,
}

/** Runs a trick with small limits, and says how long the event loop was held meanwhile. */
async function tried(queue: ReadingQueue, name: keyof typeof tricks, input: unknown = null) {
  const { outcome, heldMs } = await heldWhile(() =>
    queue.run({ module: module.href, name, input }).then(
      (value) => ({ value, error: null }),
      (error) => ({ value: null, error })
    )
  )
  return { ...outcome, heldMs }
}

test.group('A file read apart', (group) => {
  let queue: ReadingQueue
  let patient: ReadingQueue
  group.each.setup(() => {
    queue = new ReadingQueue(LIMITS)
    patient = new ReadingQueue({ ...LIMITS, baseMs: 30_000, mostMs: 30_000 })
    return () => [queue, patient].forEach((one) => one.close())
  })

  test('comes back as plain data, its bytes as buffers', async ({ assert }) => {
    const echo = defineReading<typeof tricks.echo>(module, 'echo')
    const bytes = Buffer.alloc(200_000, 7)
    const answer = await echo({ bytes, at: new Date(0), list: [Buffer.from('a')] })
    assert.isTrue(Buffer.isBuffer(answer.bytes))
    assert.isTrue(answer.bytes.equals(bytes))
    assert.equal(answer.list[0].toString(), 'a')
    assert.equal(answer.at.getTime(), 0)
    assert.lengthOf(bytes, 200_000)
  })

  test('is handed over without a copy when its caller gives it away', async ({ assert }) => {
    const echo = defineReading<typeof tricks.echo>(module, 'echo')
    const bytes = Buffer.alloc(200_000, 7)
    await echo({ bytes, at: new Date(0), list: [] }, { giveAway: true })
    assert.lengthOf(bytes, 0)
  })

  test('says its own rules, and not those of the thread', async ({ assert }) => {
    const { error } = await tried(queue, 'refuse')
    assert.equal(error.code, 'E_TRICK')
    assert.equal(error.status, 422)
    assert.equal(error.message, 'Ce fichier ne plaît pas.')
    assert.equal(error.field, 'document')
  })

  test('says why its XML is refused, in words that a person may read', async ({ assert }) => {
    const { error } = await tried(queue, 'refuseXml')
    assert.equal(error.code, 'E_XML_DOCTYPE')
    assert.equal(
      reasonOf(error),
      'Le document XML contient une déclaration DOCTYPE, qui est refusée.'
    )
  })

  test('is stopped at its deadline, and pages are served meanwhile', async ({ assert }) => {
    const { error, heldMs } = await tried(queue, 'spin')
    assert.equal(error.code, 'E_FILE_TOO_COMPLEX')
    assert.isBelow(heldMs, 500)
  })

  test('is stopped when it fills the memory of objects', async ({ assert }) => {
    const { error } = await tried(patient, 'fillObjects')
    assert.equal(error.code, 'E_FILE_TOO_HEAVY')
  })

  test('is stopped when it fills the memory outside of objects', async ({ assert }) => {
    const { error } = await tried(patient, 'fillBytes')
    assert.equal(error.code, 'E_FILE_TOO_HEAVY')
  })

  test('spoils nothing for the next one', async ({ assert }) => {
    await tried(queue, 'spin')
    await tried(queue, 'fillObjects')
    const { value } = await tried(queue, 'echo', { bytes: Buffer.from('encore') })
    assert.equal((value as { bytes: Buffer }).bytes.toString(), 'encore')
  })

  test('waits its turn, and is sent away when too many wait', async ({ assert }) => {
    const outcomes = await Promise.all([1, 2, 3].map(() => tried(queue, 'rest')))
    const codes = outcomes.map(({ error }) => error?.code ?? 'read')
    assert.sameMembers(codes, ['read', 'read', 'E_READING_BUSY'])
    const { error } = outcomes.find((one) => one.error)!
    assert.equal(error.status, 503)
    assert.include(error.message, 'Réessayez dans un instant')
  })

  test('knows nothing of our keys', async ({ assert }) => {
    const { value } = await tried(queue, 'environment')
    assert.deepEqual(value, [])
  })
})
