import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { trust } from '#config/trust'
import { platformHealth } from '#console/health'
import { trustAnchors } from '#kernel/trust'
import { testTrust } from '#tests/helpers/trust'

test.group('The list of the authorities that we recognise', (group) => {
  let folder: string
  group.each.setup(async () => {
    await testTrust()
    const { anchorsFile } = trust
    folder = mkdtempSync(join(tmpdir(), 'halle-anchors-'))
    return () => {
      trust.anchorsFile = anchorsFile
      rmSync(folder, { recursive: true })
    }
  })
  const checked = async () =>
    (await platformHealth()).checks.find(({ name }) => name === 'Autorités reconnues')!

  test('says in French that it is missing, and the operator sees it on her page', async ({
    assert,
  }) => {
    trust.anchorsFile = join(folder, 'nowhere.pem')
    const failure = await trustAnchors().catch((error) => error)
    assert.deepEqual([failure.code, failure.status], ['E_TRUST_ANCHORS_MISSING', 503])
    assert.match(failure.message, /Prévenez l’exploitant, puis recommencez/)
    assert.isFalse((await checked()).works)
  })

  test('is found again once it is put back, without a restart', async ({ assert }) => {
    const known = trust.anchorsFile
    trust.anchorsFile = join(folder, 'nowhere.pem')
    await assert.rejects(() => trustAnchors())
    trust.anchorsFile = known
    assert.isNotEmpty(await trustAnchors())
    assert.isTrue((await checked()).works)
  })

  test('is missing too when its file holds no certificate', async ({ assert }) => {
    trust.anchorsFile = join(folder, 'empty.pem')
    writeFileSync(trust.anchorsFile, '')
    const failure = await trustAnchors().catch((error) => error)
    assert.equal(failure.code, 'E_TRUST_ANCHORS_MISSING')
  })
})
