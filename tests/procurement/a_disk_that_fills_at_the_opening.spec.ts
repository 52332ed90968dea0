import { rename, rm, writeFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { incomingFolder } from '#config/documents'
import { tenancy } from '#kernel/tenancy'
import { OpenedFiles } from '#app/procurement/opening/opened_files'
import { market } from './room.js'

const PIECE = new Uint8Array(4 * 1024 * 1024)
const PIECES = 8

test.group('A disk that fills while a pli is opened', () => {
  test('ends the opening with what it says, and never waits for room that does not come', async ({
    assert,
    cleanup,
  }) => {
    const { tenant } = await market()
    // Where files arrive in the clear is no folder any more: the first byte that goes to the disk fails
    await rename(incomingFolder, `${incomingFolder}.aside`)
    await writeFile(incomingFolder, '')
    cleanup(async () => {
      await rm(incomingFolder)
      await rename(`${incomingFolder}.aside`, incomingFolder)
    })
    const writes = tenancy.run(tenant.id, async () => {
      const opened = new OpenedFiles()
      for (let piece = 0; piece < PIECES; piece++) await opened.append('offre-1', 'plan.bin', PIECE)
      await opened.end()
    })
    await assert.rejects(() => writes, /ENOTDIR|EEXIST|ENOENT/)
  }).timeout(5_000)
})
