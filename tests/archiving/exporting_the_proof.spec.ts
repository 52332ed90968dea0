import { test } from '@japa/runner'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportProof } from '#rooms/archiving'
import { buildProof } from '#app/archiving/jobs/build_proof'
import Deposit from '#app/archiving/models/deposit'
import { documents } from '#kernel/documents'
import { journal } from '#kernel/journal'
import { ownSealKeys } from '#kernel/journal/seal_key'
import { writeSealKeys } from '#lib/proof'
import { SYSTEM } from '#kernel/actor'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'
import { hasTool, run } from '#tests/helpers/tools'
import { place } from '#tests/world/world'
import { archive, askForDeposit, contextOf, withTimeAuthority } from './archive_world.js'
import { BY_OUR_LOADER } from '#tests/helpers/our_programs'

/** The command as a stranger runs it: no database, no server of ours. */
function verify(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...BY_OUR_LOADER, 'bin/verify.ts', ...args],
    { env: { PATH: process.env.PATH }, encoding: 'utf8' }
  )
  return { status, output: stdout + stderr }
}

test.group('The proof of a deposit', (group) => {
  let tenantId: string
  let anchors: string
  group.setup(async () => {
    tenantId = (await place('kervalan')).id
    anchors = await withTimeAuthority()
  })

  test('is verified offline, with the files, the journal, the seals and the time', async ({
    assert,
    cleanup,
  }) => {
    const acte = { capability: 'actes', type: 'acte', id: uuidv7() }
    const silent = { capability: 'parapheur', type: 'folder', id: uuidv7() }
    await tenancy.run(tenantId, () =>
      journal.append({ type: 'actes.acte_transmitted', subject: acte, actor: SYSTEM })
    )
    const proofSubjects = [acte, silent]
    const deposit = await archive(tenantId, await askForDeposit(tenantId, { proofSubjects }))
    const { proof, files } = await exportProof(tenantId, deposit.id)
    const folder = mkdtempSync(join(tmpdir(), 'halle-proof-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'proof.json'), proof)
    for (const { name, documentId } of files) {
      writeFileSync(
        join(folder, name),
        await tenancy.run(tenantId, () => documents.read(documentId))
      )
    }
    assert.deepEqual(
      files.map(({ name }) => name),
      ['signed.pdf', 'acknowledgement.xml', 'sip.zip', 'archive_receipt.xml']
    )
    const sound = verify(join(folder, 'proof.json'), '--anchors', anchors)
    assert.equal(sound.status, 0, sound.output)
    assert.include(sound.output, 'qui l’a émis n’est pas établi')
    const key = join(folder, 'cle.pem')
    writeFileSync(key, writeSealKeys(await ownSealKeys()))
    const named = verify(join(folder, 'proof.json'), '--anchors', anchors, '--key', key)
    assert.equal(named.status, 0, named.output)
    assert.include(named.output, 'les scellés et leur horodatage')

    writeFileSync(join(folder, 'sip.zip'), 'un autre paquet')
    assert.equal(verify(join(folder, 'proof.json'), '--anchors', anchors).status, 1)
  })

  test('is gathered in a zip that explains itself', async ({ assert, cleanup }) => {
    const { id } = await archive(tenantId, await askForDeposit(tenantId))
    await buildProof.run({ depositId: id }, contextOf(tenantId))
    const folder = mkdtempSync(join(tmpdir(), 'halle-proof-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    const bytes = await tenancy.run(tenantId, async () => {
      const deposit = await Deposit.get(id)
      assert.isNotNull(deposit.proofBuiltAt)
      return documents.read(deposit.proofDocumentId!)
    })
    writeFileSync(join(folder, 'preuve.zip'), bytes)
    const unzipped = run('unzip', ['-q', join(folder, 'preuve.zip'), '-d', folder])
    assert.equal(unzipped.status, 0, unzipped.output)
    const { status, output } = verify(join(folder, 'proof.json'), '--anchors', anchors)
    assert.equal(status, 0, output)
    const readme = readFileSync(join(folder, 'LISEZ-MOI.txt'), 'utf8')
    assert.include(readme, 'DOSSIER DE PREUVE')
    const [{ id: fingerprint }] = await ownSealKeys()
    for (const said of [fingerprint, '/preuves/cle', '--key', 'depuis le dossier du logiciel']) {
      assert.include(readme, said)
    }
  }).skip(!hasTool('unzip'), 'unzip is not installed')

  test('does not exist before the archive has accepted', async ({ assert }) => {
    const depositId = await askForDeposit(tenantId)
    await assert.rejects(() => exportProof(tenantId, depositId), /pas encore prêt/)
  })
})
