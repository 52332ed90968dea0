import { test } from '@japa/runner'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownSettings } from '../../../bin/setup/own_settings.mjs'
import { freePort } from '../../../bin/setup/process.mjs'

const folder = async (cleanup: (undo: () => Promise<void>) => void) => {
  const path = await mkdtemp(join(tmpdir(), 'halle-ports-'))
  cleanup(() => rm(path, { recursive: true, force: true }))
  return path
}

/** Somebody who listens on a port until the test ends, as the simulators of a platform that runs. */
async function listensOn(port: number, cleanup: (undo: () => void) => void) {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  cleanup(() => void server.close())
}

test.group('The ports of a platform', () => {
  test('stay those of its last start, but for one that another program has taken', async ({
    assert,
    cleanup,
  }) => {
    const dataDir = await folder(cleanup)
    const first = (await ownSettings(dataDir, 'start')).ports
    assert.deepEqual((await ownSettings(dataDir, 'start')).ports, first)
    await listensOn(first.tsa, cleanup)
    const { tsa, ...others } = (await ownSettings(dataDir, 'start')).ports
    assert.notEqual(tsa, first.tsa)
    assert.deepEqual({ ...others, tsa: first.tsa }, first)
  })

  test('are named as they are by a command beside it, with its address', async ({
    assert,
    cleanup,
  }) => {
    const dataDir = await folder(cleanup)
    const { ports } = await ownSettings(dataDir, 'start')
    const port = await freePort()
    await writeFile(join(dataDir, 'address'), `http://localhost:${port}`)
    for (const one of [ports.tsa, ports.chorus, port]) await listensOn(one, cleanup)
    const { PORT: ofThisTest } = process.env
    cleanup(() => void (process.env.PORT = ofThisTest))
    delete process.env.PORT
    const beside = await ownSettings(dataDir, 'dev', { opens: false })
    assert.deepEqual(beside.ports, ports)
    assert.equal(beside.settings.APP_URL, `http://localhost:${port}`)
    assert.deepEqual((await ownSettings(dataDir, 'dev', { opens: false })).ports, ports)
  })

  test('differ from one another, however many are drawn before anybody listens', async ({
    assert,
  }) => {
    const drawn: number[] = []
    for (let n = 0; n < 600; n++) drawn.push(await freePort())
    assert.lengthOf(new Set(drawn), drawn.length)
  })

  test('are below those that the system lends to outgoing connections', async ({ assert }) => {
    for (let n = 0; n < 50; n++) assert.isBelow(await freePort(), 32_768)
  })
})
