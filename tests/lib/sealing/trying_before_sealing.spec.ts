import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { sealPli, tryThisMachine } from '#lib/sealing'
import { file, Memory, newDigest, trousseauOf } from './memory.js'

type Encrypt = typeof crypto.subtle.encrypt

/** Does something on a machine that spoils each ciphertext of so many bytes, and no other. */
async function onABadMachine<T>(bytes: number, work: () => Promise<T>): Promise<T> {
  const encrypt: Encrypt = crypto.subtle.encrypt.bind(crypto.subtle)
  crypto.subtle.encrypt = async (...asked) => {
    const made = new Uint8Array(await encrypt(...asked))
    if (made.length === bytes + 16) made[0] ^= 1
    return made.buffer
  }
  try {
    return await work()
  } finally {
    // The method of the prototype stands again
    Reflect.deleteProperty(crypto.subtle, 'encrypt')
  }
}

test.group('A machine that is tried', () => {
  const sealing = async (isTried: boolean) => {
    const { trousseau } = await trousseauOf(['a', 'b', 'c'], 2)
    const folder = new Memory()
    const envelopes = [{ name: 'offre-1', files: [file('Mémoire.txt', 'x'.repeat(1234))] }]
    const pli = randomUUID()
    return {
      folder,
      sealed: sealPli({ trousseau, pli, envelopes, isTried }, folder, newDigest),
    }
  }

  test('seals and opens for holders of the moment', async ({ assert }) => {
    await tryThisMachine(newDigest)
    const text = 'Ce qui est scellé ici se rouvre.'
    await assert.rejects(
      () => onABadMachine(Buffer.byteLength(text), () => tryThisMachine(newDigest)),
      /Ce navigateur ne sait pas sceller un pli qui s’ouvre/
    )
  })

  for (const [what, bytes, says] of [
    ['a piece', 1234, /« Mémoire.txt » ne se rouvre pas une fois scellé/],
    ['a list', 4096, /L’enveloppe offre-1 ne se rouvre pas une fois scellée/],
  ] as const)
    test(`hands over nothing of ${what} that would not open`, async ({ assert }) => {
      await onABadMachine(bytes, async () => {
        const tried = await sealing(true)
        await assert.rejects(() => tried.sealed, says)
        assert.notInclude([...tried.folder.held.keys()], 'offre-1/list.bin')
        // Untried, the same fault would be known at the opening alone
        await (
          await sealing(false)
        ).sealed
      })
    })

  test('is heard by nobody where it seals well', async ({ assert }) => {
    const { sealed } = await sealing(true)
    assert.equal((await sealed).files, 1)
  })
})
