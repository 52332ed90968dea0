import { test } from '@japa/runner'
import {
  checkHolderKeys,
  keysFromHolders,
  openPli,
  type Bytes,
  type OpenedSink,
} from '#lib/sealing'
import { newDigest, sealTexts, trousseauOf } from './memory.js'

test.group('What is opened', () => {
  for (const [keepsNothing, words] of [
    [true, 'is given back once a sink that keeps nothing has used it'],
    [undefined, 'is left to a sink that may keep it'],
  ] as const) {
    test(words, async ({ assert }) => {
      const keyed = await trousseauOf(['a', 'b', 'c'], 2)
      const { folder } = await sealTexts(keyed, { 'offre-1': { 'plan.txt': 'le plan' } })
      const holders = await checkHolderKeys(keyed.keys.slice(0, 2), keyed.trousseau)
      const seen: { bytes: Bytes; text: string }[] = []
      const sink: OpenedSink = {
        keepsNothing,
        async append(_envelope, _name, bytes) {
          await Promise.resolve()
          seen.push({ bytes, text: Buffer.from(bytes).toString() })
        },
      }
      const { envelopes } = await openPli(
        { folder, trousseau: keyed.trousseau },
        (place, envelope) => keysFromHolders(place, envelope, holders, 2),
        sink,
        newDigest
      )
      assert.equal(envelopes[0].files[0].name, 'plan.txt')
      assert.deepEqual(
        seen.map(({ bytes, text }) => [text, bytes.length]),
        [['le plan', keepsNothing ? 0 : 7]]
      )
    })
  }
})
