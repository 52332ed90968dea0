import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import {
  buildBidderKey,
  checkHolderKeys,
  keysFromBidder,
  keysFromHolders,
  openPli,
  parseBidderKey,
  sealPli,
  Sha256Digest,
} from '#lib/sealing'
import { PIECE_BYTES } from '#lib/sealing/envelope_keys'
import { piecesOf } from '#lib/sealing/pieces'
import { file, Memory, newDigest, Opened, sealTexts, trousseauOf } from './memory.js'

test.group('Sealing and opening', () => {
  test('any holders that are enough give the same bytes back', async ({ assert }) => {
    const keyed = await trousseauOf(['a', 'b', 'c'], 2)
    const texts = {
      'offre-1': { 'prix 🏗️.csv': '1;2', 'vide.txt': '' },
      'candidature': { 'pièces/Kbis été.txt': 'Kbis', [`${'a'.repeat(196)}.pdf`]: 'long' },
    }
    const { folder, sealed } = await sealTexts(keyed, texts)
    assert.equal(sealed.files, 4)
    assert.equal(sealed.bytes, 11)
    const { trousseau, keys } = keyed
    for (const chosen of [
      [0, 1],
      [2, 0],
      [1, 2],
      [0, 1, 2],
    ]) {
      const holders = await checkHolderKeys(
        chosen.map((at) => keys[at]),
        trousseau
      )
      const sink = new Opened()
      const { envelopes } = await openPli(
        { folder, trousseau },
        (place, envelope) => keysFromHolders(place, envelope, holders, 2),
        sink,
        newDigest
      )
      assert.deepEqual(
        envelopes.map(({ name }) => name),
        ['candidature', 'offre-1']
      )
      assert.deepEqual(sink.texts, {
        'candidature/pièces/Kbis été.txt': 'Kbis',
        [`candidature/${'a'.repeat(196)}.pdf`]: 'long',
        'offre-1/prix 🏗️.csv': '1;2',
        'offre-1/vide.txt': '',
      })
    }
  })

  for (const size of [PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 2 * PIECE_BYTES]) {
    test(`a file of ${size} bytes is cut as the format says`, async ({ assert }) => {
      const keyed = await trousseauOf(['a', 'b', 'c'], 2)
      const bytes = Buffer.alloc(size, 'un motif de longueur première')
      const { folder, sealed, pli } = await sealTexts(keyed, { 'offre-1': { 'plan.bin': bytes } })
      const [{ files }] = JSON.parse(Buffer.from(sealed.manifest).toString()).envelopes
      const sizes = files[0].pieces.map((piece: any) => piece.size - 28)
      assert.lengthOf(sizes, Math.ceil(size / PIECE_BYTES))
      assert.equal(
        sizes.reduce((sum: number, one: number) => sum + one),
        size
      )
      const { tender } = keyed.trousseau
      const key = parseBidderKey(buildBidderKey({ tender, pli, deks: sealed.deks }))
      const sink = new Opened()
      await openPli(
        { folder, trousseau: keyed.trousseau },
        (place, envelope) => keysFromBidder(place, envelope, key),
        sink,
        () => new Sha256Digest()
      )
      assert.isTrue(Buffer.from(bytes).equals(sink.memory.held.get('offre-1/plan.bin')!))
    })
  }

  test('a file that came in other pieces, or was thought smaller, is cut the same', async ({
    assert,
  }) => {
    const plain = Buffer.alloc(PIECE_BYTES + 5, 'ab')
    const cutAt = async (sizes: number[], thought: number) => {
      async function* chunks() {
        let at = 0
        for (const size of sizes) yield plain.subarray(at, (at += size))
        yield plain.subarray(at)
      }
      const cut: [number, boolean][] = []
      for await (const piece of piecesOf(chunks(), thought)) {
        const from = piece.index * PIECE_BYTES
        assert.isTrue(plain.subarray(from, from + piece.plain.length).equals(piece.plain))
        cut.push([piece.plain.length, piece.isLast])
      }
      return cut
    }
    const right = [
      [PIECE_BYTES, false],
      [5, true],
    ]
    assert.deepEqual(await cutAt([], plain.length), right)
    assert.deepEqual(await cutAt([1, 0, 70_000], 3), right)
    assert.deepEqual(await cutAt([PIECE_BYTES, 1], 0), right)
  })

  test('the key of another pli opens nothing', async ({ assert }) => {
    const keyed = await trousseauOf(['a', 'b', 'c'], 2)
    const { folder, sealed } = await sealTexts(keyed, { 'offre-1': { 'a.txt': 'a' } })
    const key = { tender: keyed.trousseau.tender, pli: randomUUID(), deks: sealed.deks }
    await assert.rejects(
      () =>
        openPli(
          { folder, trousseau: keyed.trousseau },
          (place, envelope) => keysFromBidder(place, envelope, key),
          new Opened(),
          newDigest
        ),
      /celle d’un autre pli/
    )
  })

  test('no name and no size of a list is seen from outside', async ({ assert }) => {
    const keyed = await trousseauOf(['a', 'b', 'c'], 2)
    const short = await sealTexts(keyed, { 'offre-1': { a: '1' } })
    const long = await sealTexts(keyed, { 'offre-1': { 'prix 1 200 000 euros.pdf': '1' } })
    assert.notInclude(Buffer.from(long.sealed.manifest).toString(), 'prix')
    const sizes = [short, long].map(({ folder }) => folder.held.get('offre-1/list.bin')!.length)
    assert.deepEqual(sizes, [4124, 4124])
  })
})

test.group('What is refused before it is sealed', () => {
  const refused = async (envelopes: { name: string; files: ReturnType<typeof file>[] }[]) => {
    const { trousseau } = await trousseauOf(['a', 'b', 'c'], 2)
    const sink = new Memory()
    try {
      await sealPli({ trousseau, pli: randomUUID(), envelopes }, sink, newDigest)
      return 'none'
    } catch (error) {
      return `${(error as Error).message} ${sink.held.size}`
    }
  }
  const offer = (...names: string[]) => [
    { name: 'offre-1', files: names.map((name) => file(name, '1')) },
  ]

  test('an envelope that is not asked, empty, or given twice', async ({ assert }) => {
    assert.match(await refused([]), /au moins une enveloppe. 0$/)
    assert.match(
      await refused([{ name: 'offre-2', files: [file('a', '1')] }]),
      /n’attend pas d’enveloppe « offre-2 »/
    )
    assert.match(await refused([{ name: 'offre-1', files: [] }]), /ne contient aucun fichier/)
    assert.match(await refused([...offer('a'), ...offer('b')]), /donnée deux fois/)
  })

  test('names that are equal once their accents are composed: both are named', async ({
    assert,
  }) => {
    const said = await refused(offer('été.pdf', 'e\u0301te\u0301.pdf'.normalize('NFC')))
    assert.match(said, /« été.pdf » et « été.pdf »/)
    assert.match(
      await refused(offer('plans', 'plans/coupe.pdf')),
      /« plans » et « plans\/coupe.pdf »/
    )
  })

  test('a name that nobody could read back', async ({ assert }) => {
    assert.match(await refused(offer('a\\b')), /barre oblique inversée.* 0$/)
    assert.match(await refused(offer('a\tb')), /caractère invisible/)
  })

  test('a file that is longer or shorter than it was when it was chosen', async ({ assert }) => {
    const grown = { ...file('plan.pdf', 'grown'), size: 3 }
    assert.match(
      await refused([{ name: 'offre-1', files: [grown] }]),
      /« plan.pdf » a changé pendant le scellement/
    )
  })
})
