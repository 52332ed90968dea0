import { test } from '@japa/runner'
import { pieceReader } from '#lib/uploads/piece_reader'

async function* chunks(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}

async function piecesOf(stream: AsyncIterable<Buffer>) {
  const fill = pieceReader(stream)
  const pieces: string[] = []
  for (;;) {
    const piece = await fill(Buffer.alloc(4))
    if (piece.length === 0) return pieces
    pieces.push(piece.toString())
  }
}

test.group('A file read piece after piece', () => {
  test('pieces are whole but the last, however the bytes come', async ({ assert }) => {
    assert.deepEqual(await piecesOf(chunks('ab', 'cdefghij', '', 'k')), ['abcd', 'efgh', 'ijk'])
    assert.deepEqual(await piecesOf(chunks('abcd', 'efgh')), ['abcd', 'efgh'])
    assert.deepEqual(await piecesOf(chunks()), [])
  })

  test('a file that cannot be read says so', async ({ assert }) => {
    async function* broken() {
      yield Buffer.from('ab')
      throw new Error('illisible')
    }
    await assert.rejects(() => piecesOf(broken()), 'illisible')
  })
})
