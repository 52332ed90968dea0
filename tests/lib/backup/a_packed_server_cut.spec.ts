import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createGzip } from 'node:zlib'
import { randomBytes } from 'node:crypto'
import { pack } from 'tar-stream'
import { test } from '@japa/runner'
import { unpackServer } from '#lib/backup/unpack_server'

/** Sizes that a cut finds in every state: named and empty, named and begun, between two files. */
async function packed(): Promise<Buffer> {
  const tar = pack()
  for (const [index, size] of [64, 0, 5000, 200].entries())
    tar.entry({ name: `rows/${index}.jsonl` }, randomBytes(size))
  tar.finalize()
  return buffer(tar.pipe(createGzip()))
}

test.group('A packed server that was cut', (group) => {
  let folder: string
  group.each.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'cut-'))
    return () => rmSync(folder, { recursive: true, force: true })
  })
  const unpack = (bytes: Buffer) => unpackServer(Readable.from([bytes]), join(folder, 'server'))

  test('is refused wherever the cut is, and nobody waits for what will not come', async ({
    assert,
  }) => {
    const whole = await packed()
    await unpack(whole)
    for (let cut = 0; cut < whole.length; cut += cut < 400 ? 1 : 23) {
      const outcome = await unpack(whole.subarray(0, cut)).then(
        () => 'laid out',
        () => 'refused'
      )
      assert.equal(outcome, 'refused', `cut at ${cut}`)
    }
  })
})
