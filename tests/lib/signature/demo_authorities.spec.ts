import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { timestampSource } from '#lib/signature'
import { ensurePki } from '../../../simulators/pki/index.js'
import { start } from '../../../simulators/tsa/index.js'

test.group('The authorities of the demonstration', (group) => {
  let dataDir: string
  group.setup(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'halle-pki-'))
    return () => rmSync(dataDir, { recursive: true })
  })

  test('are made again when their folder has lost its root, and what was left is kept', async ({
    assert,
  }) => {
    mkdirSync(join(dataDir, 'pki'))
    writeFileSync(join(dataDir, 'pki', 'cachet-kervalan.p12'), 'left')
    const pki = await ensurePki({ dataDir, holders: [] })
    assert.match(readFileSync(pki.rootFile, 'utf8'), /BEGIN CERTIFICATE/)
    const aside = readdirSync(dataDir).find((name) => name.startsWith('pki.lost-'))!
    assert.deepEqual(readdirSync(join(dataDir, aside)), ['cachet-kervalan.p12'])
  })

  test('date on when a client hangs up in the middle of its question', async ({ assert }) => {
    const pki = await ensurePki({ dataDir, holders: [] })
    const tsa = await start({
      dataDir,
      keyFile: pki.tsaKeyFile,
      certificateFile: pki.tsaCertificateFile,
    })
    try {
      const socket = connect(Number(new URL(tsa.url).port), '127.0.0.1')
      await once(socket, 'connect')
      socket.write('POST / HTTP/1.1\r\nhost: tsa\r\ncontent-length: 1000\r\n\r\nhalf')
      await new Promise((sent) => setTimeout(sent, 50))
      socket.destroy()
      await new Promise((noticed) => setTimeout(noticed, 50))
      const token = await timestampSource({ urls: [tsa.url] })(Buffer.from('dated'))
      assert.isAbove(token.length, 500)
      assert.equal(readFileSync(join(dataDir, 'tsa', 'serial'), 'utf8'), '1000')
    } finally {
      await tsa.stop()
    }
  })
})
