import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { scanFile } from '#kernel/documents/antivirus'
import { EICAR, privateFolder, startClamd, type Daemon } from '#tests/helpers/daemons'
import { hasTool } from '#tests/helpers/tools'

async function fileWith(bytes: Buffer) {
  const path = join(await privateFolder(), 'file')
  await writeFile(path, bytes)
  return path
}

test.group('A file that arrives, with clamd configured', (group) => {
  let clamd: Daemon
  group.tap((test) => test.skip(!hasTool('clamd'), 'clamd is not installed'))
  group.setup(async () => {
    if (hasTool('clamd')) clamd = await startClamd()
  })
  group.teardown(() => clamd?.stop())

  test('is clean when clamd says so, even when it is large', async ({ assert }) => {
    assert.deepEqual(await scanFile(await fileWith(randomBytes(5_000_000)), clamd.url), {
      is: 'clean',
    })
  })

  test('is infected when clamd knows a threat in it', async ({ assert }) => {
    const verdict = await scanFile(await fileWith(EICAR), clamd.url)
    assert.equal(verdict.is, 'infected')
  })

  test('is not taken for clean when clamd does not answer', async ({ assert }) => {
    const path = await fileWith(Buffer.from('x'))
    await assert.rejects(() => scanFile(path, 'tcp://127.0.0.1:1'))
  })
})

test.group('A file that arrives, with no antivirus configured', () => {
  test('is said not to be scanned, plainly', async ({ assert }) => {
    assert.deepEqual(await scanFile('/nowhere', undefined), { is: 'not_scanned' })
  })
})
