import { test } from '@japa/runner'
import { PieceRoom, readInto } from '#lib/uploads/piece_room'

async function* body(...parts: string[]) {
  for (const part of parts) yield Buffer.from(part)
}

test.group('Room for pieces', () => {
  test('is made for a few, and lent again to those who wait', async ({ assert }) => {
    const room = new PieceRoom(8, 2)
    const lent = new Set<Buffer>()
    let [now, most] = [0, 0]
    const work = async (buffer: Buffer) => {
      lent.add(buffer)
      most = Math.max(most, ++now)
      await new Promise((resolve) => setImmediate(resolve))
      now--
    }
    await Promise.all(Array.from({ length: 10 }, () => room.lend(work)))
    assert.deepEqual([lent.size, most], [2, 2])
  })

  test('comes back from work that fails', async ({ assert }) => {
    const room = new PieceRoom(8, 1)
    await assert.rejects(() => room.lend(() => Promise.reject(new Error('cut'))))
    assert.equal(await room.lend(async ({ length }) => length), 8)
  })

  test('holds a body that fits, and refuses one that does not', async ({ assert }) => {
    const room = Buffer.alloc(6)
    assert.equal(String(await readInto(room, body('abc', 'def'))), 'abcdef')
    assert.equal(String(await readInto(room, body('x'))), 'x')
    assert.isNull(await readInto(room, body('abc', 'defg')))
  })
})
