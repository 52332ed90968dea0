import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import {
  BegunPli,
  keysFromBidder,
  openPli,
  sealPli,
  type Bytes,
  type PliSink,
  type Trousseau,
} from '#lib/sealing'
import { PIECE_BYTES } from '#lib/sealing/envelope_keys'
import { sha256Hex } from '#lib/sealing/bytes'
import { file, Memory, newDigest, Opened, trousseauOf } from './memory.js'

/** A server that keeps pieces by their digests, behind a cable that may be cut. */
class Server implements PliSink {
  readonly pieces = new Map<string, Bytes>()
  sent = 0
  spared = 0
  #nonce: Uint8Array | null = null

  constructor(public cutAfter = Infinity) {}

  async append(_path: string, bytes: Bytes) {
    if (this.#nonce === null) {
      this.#nonce = bytes.slice()
      return
    }
    const piece = new Uint8Array(Buffer.concat([this.#nonce, bytes]))
    this.#nonce = null
    if (this.sent >= this.cutAfter) throw new Error('cut')
    this.pieces.set(await sha256Hex(piece), piece)
    this.sent++
  }

  skip() {
    this.spared++
  }
}

/** The pli as a folder, from what the server holds. */
async function folderOf(server: Server, manifest: Bytes): Promise<Memory> {
  const folder = new Memory()
  await folder.append('pli.json', manifest)
  for (const { name, list, files } of JSON.parse(Buffer.from(manifest).toString()).envelopes) {
    await folder.append(`${name}/list.bin`, server.pieces.get(list.sha256)!)
    for (const { id, pieces } of files)
      for (const { sha256 } of pieces)
        await folder.append(`${name}/${id}.bin`, server.pieces.get(sha256)!)
  }
  return folder
}

test.group('A sealing that was cut', () => {
  const large = Buffer.alloc(3 * PIECE_BYTES + 12, 'mémoire ')
  const files = (content = large) => [file('Plan.bin', content), file('prix.txt', '100 000 €')]

  async function cut(after: number) {
    const { trousseau } = await trousseauOf(['a', 'b', 'c'], 2)
    const server = new Server(after)
    const begun = new BegunPli(trousseau.tender, randomUUID())
    const envelopes = [{ name: 'offre-1', files: files() }]
    const sealing = sealPli({ trousseau, pli: begun.pli, envelopes, begun }, server, newDigest)
    await sealing.catch((error) => error)
    return { trousseau, server, kept: begun.build() }
  }

  async function goesOn(
    { trousseau, kept }: { trousseau: Trousseau; kept: Uint8Array },
    server: Server,
    content = large
  ) {
    server.cutAfter = Infinity
    const begun = BegunPli.parse(kept)
    begun.held = new Set(server.pieces.keys())
    const former = server.sent
    const sealing = {
      trousseau,
      pli: begun.pli,
      envelopes: [{ name: 'offre-1', files: files(content) }],
      begun,
    }
    const sealed = await sealPli(sealing, server, newDigest)
    const opened = new Opened()
    const key = { tender: trousseau.tender, pli: begun.pli, deks: sealed.deks }
    await openPli(
      { folder: await folderOf(server, sealed.manifest), trousseau },
      (place, envelope) => keysFromBidder(place, envelope, key),
      opened,
      newDigest
    )
    const ids = begun.files.map(({ id }) => id)
    return { texts: opened.texts, sent: server.sent - former, ids }
  }

  test('goes on elsewhere from what its bidder kept, and sends what was missing', async ({
    assert,
  }) => {
    const begun = await cut(2)
    const { texts, sent } = await goesOn(begun, begun.server)
    assert.equal(begun.server.spared, 2)
    // Two pieces of the plan, the price, the list
    assert.equal(sent, 4)
    assert.isTrue(Buffer.from(texts['offre-1/Plan.bin']).equals(large))
    assert.equal(texts['offre-1/prix.txt'], '100 000 €')
  })

  test('sends again what it had sealed and that did not arrive', async ({ assert }) => {
    const begun = await cut(3)
    const [first] = begun.server.pieces.keys()
    begun.server.pieces.delete(first)
    const { texts, sent } = await goesOn(begun, begun.server)
    assert.equal(begun.server.spared, 2)
    assert.equal(sent, 4)
    assert.isTrue(Buffer.from(texts['offre-1/Plan.bin']).equals(large))
  })

  for (const [what, content] of [
    [
      'in its middle',
      Buffer.concat([
        large.subarray(0, PIECE_BYTES + 5),
        Buffer.from('!'),
        large.subarray(PIECE_BYTES + 6),
      ]),
    ],
    ['by its end', large.subarray(0, 2 * PIECE_BYTES)],
  ] as const) {
    test(`seals from its start a file that has changed ${what}, under another number`, async ({
      assert,
    }) => {
      const begun = await cut(3)
      const former = BegunPli.parse(begun.kept).fileOf('offre-1', 'Plan.bin')!
      const { texts, ids } = await goesOn(begun, begun.server, content)
      assert.isTrue(Buffer.from(texts['offre-1/Plan.bin']).equals(content))
      assert.notInclude(ids, former.id)
    })
  }

  test('is kept in a file that says what is wrong with it', ({ assert }) => {
    const read = (text: string) => () => BegunPli.parse(Buffer.from(text))
    assert.throws(read('{}'), 'Ce fichier n’est pas du format halle-reprise/1.')
    assert.throws(read('pas du JSON'), /n’est pas un objet JSON/)
    const shape = JSON.parse(
      Buffer.from(new BegunPli(randomUUID(), randomUUID()).build()).toString()
    )
    assert.throws(read(JSON.stringify({ ...shape, plus: 1 })), /n’a pas les parties/)
    assert.throws(read(JSON.stringify({ ...shape, keys: { 'offre-1': 'AA' } })), /32 octets/)
  })
})
