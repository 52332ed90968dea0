import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import {
  headOf,
  importKey,
  newKey,
  newSalt,
  openPiece,
  PIECE,
  PieceRefused,
  sealedSize,
  sealPiece,
  spanOf,
  splitHead,
} from '#lib/uploads/sealed_pieces'

type Bytes = Uint8Array<ArrayBuffer>

const LARGE = 2 * PIECE + 4321

/** A file as it leaves, in its pieces. */
async function sealed(text: string, name: string, content: Bytes, salt = newSalt()) {
  const key = await importKey(text)
  const head = headOf(name)
  const whole = Uint8Array.from(Buffer.concat([head, content]))
  const { size, count } = sealedSize(content.length, head.length)
  const pieces: Bytes[] = []
  for (let rank = 0; rank < count; rank++) {
    const { start, end } = spanOf(rank)
    pieces.push(await sealPiece(key, whole.slice(start, end), { rank, count, salt }))
  }
  return { size, pieces }
}

/** What whoever holds the key reads of pieces, in their order. */
async function opened(text: string, pieces: Bytes[]) {
  const key = await importKey(text)
  const [count, parts] = [pieces.length, [] as Bytes[]]
  let salt: Bytes | undefined
  for (const [rank, piece] of pieces.entries()) {
    const one = await openPiece(key, piece, { rank, count, salt })
    salt = one.salt
    parts.push(one.plain)
  }
  const { name, rest } = splitHead(parts[0])
  return { name, content: Buffer.concat([rest, ...parts.slice(1)]) }
}

test.group('Pieces that a page seals', () => {
  test('open to the name and the very bytes, whatever the size', async ({ assert }) => {
    const key = newKey()
    const head = headOf('Relevé nº 1.pdf').length
    const room = spanOf(0).end
    for (const size of [0, 1, room - head, room - head + 1, LARGE]) {
      const content = Uint8Array.from(randomBytes(size))
      const sent = await sealed(key, 'Relevé nº 1.pdf', content)
      const weight = sent.pieces.reduce((sum, { length }) => sum + length, 0)
      assert.equal(sent.size, weight, 'what was announced is what leaves')
      for (const piece of sent.pieces.slice(0, -1)) assert.lengthOf(piece, PIECE)
      const got = await opened(key, sent.pieces)
      assert.equal(got.name, 'Relevé nº 1.pdf')
      assert.isTrue(got.content.equals(content), `${size} octets`)
    }
  })

  test('refuse another key, and a text that is none', async ({ assert }) => {
    const { pieces } = await sealed(newKey(), 'a', Uint8Array.of(1))
    await assert.rejects(() => opened(newKey(), pieces), PieceRefused)
    for (const text of ['', 'cle', 'c', 'é', `${newKey()}A`, '#'])
      await assert.rejects(() => importKey(text), PieceRefused)
  })

  test('refuse to be fewer, more, cut, moved, altered, or of two files', async ({ assert }) => {
    const key = newKey()
    const content = Uint8Array.from(randomBytes(LARGE))
    const { pieces } = await sealed(key, 'a', content)
    const other = await sealed(key, 'a', content)
    const [first, second, third] = pieces
    const altered = second.slice()
    altered[PIECE - 1] ^= 1
    const wrong: Record<string, Bytes[]> = {
      'the last one lost': [first, second],
      'the first one lost': [second, third],
      'one twice': [first, second, second, third],
      'two swapped': [second, first, third],
      'one cut short': [first, second.slice(0, -1), third],
      'one cut to nothing': [first, new Uint8Array(0), third],
      'one bit turned': [first, altered, third],
      'one of another file': [first, other.pieces[1], third],
      'the salt of another file': [
        first,
        Uint8Array.from(Buffer.concat([other.pieces[1].slice(0, 16), second.slice(16)])),
        third,
      ],
    }
    for (const given of Object.values(wrong))
      await assert.rejects(() => opened(key, given), PieceRefused)
  })

  test('of the same file twice have nothing in common but their size', async ({ assert }) => {
    const key = newKey()
    const [one, two] = [
      await sealed(key, 'a', Uint8Array.of(7)),
      await sealed(key, 'a', Uint8Array.of(7)),
    ]
    assert.equal(one.size, two.size)
    assert.notDeepEqual(one.pieces[0].slice(28), two.pieces[0].slice(28))
  })
})
