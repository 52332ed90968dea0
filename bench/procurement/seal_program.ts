import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sealPli } from '#lib/sealing'
import { uuidv7 } from '#lib/values'
import { WritingFolder } from '../../bin/tenders/disk.js'
import { timed } from './figures.js'
import { benchKeys, newDigest } from './keys.js'

/** Seals one file in a folder, to the disk, and says how long it took and what memory it held. */
const [path, to] = process.argv.slice(2)
const { trousseau } = await benchKeys(uuidv7())
const { size } = await stat(path)
const file = {
  name: 'plan.bin',
  size,
  read: () => createReadStream(path, { highWaterMark: 1 << 20 }),
}
const sink = new WritingFolder(to)
const { ms } = await timed(async () => {
  const asked = { trousseau, pli: uuidv7(), envelopes: [{ name: 'offre-1', files: [file] }] }
  await sealPli(asked, sink, newDigest)
  await sink.close()
  for (const name of await readdir(join(to, 'offre-1'))) {
    const written = await open(join(to, 'offre-1', name), 'r+')
    await written.sync()
    await written.close()
  }
})
process.stdout.write(JSON.stringify({ ms, peakRss: process.resourceUsage().maxRSS * 1024 }))
