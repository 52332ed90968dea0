import { test } from '@japa/runner'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { SEDA_VERSIONS } from '#app/archiving/formats/seda_versions'
import { tarAttachments } from '#app/archiving/formats/sip_tar'
import { buildTransferManifest } from '#app/archiving/formats/transfer_manifest'
import { sharedData } from '#tests/helpers/shared_data'
import { hasTool, run } from '#tests/helpers/tools'
import { officialSchema } from './ingest_terms.js'
import { CONTENTS, sampleTransfer, sipOf } from './sample_transfer.js'

const catalog = sharedData('ged', 'seda', 'catalog.xml')

test.group('The manifest of a transfer', () => {
  for (const version of SEDA_VERSIONS) {
    for (const style of ['vitam', 'asalae'] as const) {
      test(`is valid against the official schema ${version}, as ${style} reads it`, ({
        assert,
      }) => {
        const { manifest } = buildTransferManifest(sampleTransfer({ version, style }))
        assert.deepEqual(officialSchema(version)!.validate(manifest), [])
      }).skip(!officialSchema(version), 'official schemas are not on this machine')

      test(`is accepted by xmllint in ${version}, as ${style} reads it`, ({ assert, cleanup }) => {
        const { manifest } = buildTransferManifest(sampleTransfer({ version, style }))
        const folder = mkdtempSync(join(tmpdir(), 'halle-seda-'))
        cleanup(() => rmSync(folder, { recursive: true }))
        writeFileSync(join(folder, 'manifest.xml'), manifest)
        const xsd = sharedData(
          'ged',
          'seda',
          `seda-${version}`,
          'schema',
          `seda-${version}-main.xsd`
        )!
        const { status, output } = run('env', [
          `XML_CATALOG_FILES=${catalog}`,
          ...['xmllint', '--nonet', '--noout', '--schema', xsd, join(folder, 'manifest.xml')],
        ])
        assert.equal(status, 0, output)
      }).skip(!catalog || !hasTool('xmllint'), 'xmllint or the official schemas are missing')
    }
  }

  test('says in 2.3, and only there, who signed', ({ assert }) => {
    const manifestIn = (version: '2.2' | '2.3') =>
      buildTransferManifest(sampleTransfer({ version })).manifest.toString()
    assert.include(manifestIn('2.3'), '<FullName>Soizic Madec</FullName>')
    assert.include(manifestIn('2.3'), '<SignedDocumentReferenceId>AU2</SignedDocumentReferenceId>')
    assert.notInclude(manifestIn('2.2'), 'Soizic')
  })

  test('declares a file once, even when two units hold the same bytes', ({ assert }) => {
    const transfer = sampleTransfer()
    const [signed, receipt] = transfer.unit.units!
    receipt.object = { ...signed.object!, fileName: 'copie.pdf' }
    const { manifest, plan } = buildTransferManifest(transfer)
    assert.lengthOf(plan.objects, 2)
    assert.lengthOf(manifest.toString().match(/<DataObjectGroupReferenceId>GOT1</g)!, 2)
  })

  test('gives asalae plain and distinct file names', ({ assert }) => {
    const transfer = sampleTransfer({ style: 'asalae' })
    transfer.unit.units![1].object!.fileName = '../deliberation.pdf'
    const uris = buildTransferManifest(transfer).plan.objects.map(({ uri }) => uri)
    assert.deepEqual(uris, ['deliberation.pdf', '_deliberation.pdf', 'annexe_du_budget_ete_.PDF'])
  })
})

test.group('The package of a transfer', () => {
  test('is the same, byte for byte, when it is built again', async ({ assert }) => {
    assert.isTrue((await sipOf(sampleTransfer())).equals(await sipOf(sampleTransfer())))
  })

  test('is a zip that unzip finds sound, the manifest at its root', async ({ assert, cleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), 'halle-sip-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'sip.zip'), await sipOf(sampleTransfer()))
    const { status, output } = run('unzip', ['-q', join(folder, 'sip.zip'), '-d', folder])
    assert.equal(status, 0, output)
    assert.sameMembers(readdirSync(folder), ['sip.zip', 'manifest.xml', 'content'])
    const contents = readdirSync(join(folder, 'content')).map((name) =>
      readFileSync(join(folder, 'content', name), 'utf8')
    )
    assert.sameMembers(contents, [...CONTENTS.values()].map(String))
  }).skip(!hasTool('unzip'), 'unzip is not installed')

  test('reaches asalae as a flat tar.gz that tar reads', async ({ assert, cleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), 'halle-tar-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    const transfer = sampleTransfer({ style: 'asalae' })
    const { plan } = buildTransferManifest(transfer)
    const build = () =>
      buffer(
        tarAttachments({
          plan,
          at: new Date(transfer.at),
          openObject: async ({ object }) => Readable.from([CONTENTS.get(object.fileName)!]),
        })
      )
    const archive = await build()
    assert.isTrue(archive.equals(await build()))
    writeFileSync(join(folder, 'archive.tar.gz'), archive)
    const { output } = run('tar', ['-tzf', join(folder, 'archive.tar.gz')])
    assert.equal(output, 'deliberation.pdf\naccuse.xml\nannexe_du_budget_ete_.PDF\n')
  }).skip(!hasTool('tar'), 'tar is not installed')

  test('fails as a whole when one of its files cannot be read', async ({ assert }) => {
    const { plan } = buildTransferManifest(sampleTransfer({ style: 'asalae' }))
    const openObject = async () => {
      throw new Error('The store does not answer')
    }
    await assert.rejects(
      () => buffer(tarAttachments({ plan, at: new Date(0), openObject })),
      /store/
    )
  })
})
