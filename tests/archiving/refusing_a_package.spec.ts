import { test } from '@japa/runner'
import { checkSip } from '#app/archiving/formats/ingest/check_sip'
import { openSipFile } from '#app/archiving/gateways/sip_file'
import { firstContent, rewrite, sampleFiles, zipOf, type Files } from './altered_sip.js'
import { officialSchema, termsOf } from './ingest_terms.js'

const schemas = officialSchema('2.2')
const TERMS = { profiles: ['PROFIL-ACTES'] }

async function check(files: Files, strict = {}) {
  const zip = await zipOf(files)
  return checkSip(() => openSipFile(zip), termsOf('ACCORD-ACTES', { ...TERMS, ...strict }))
}

test.group('A package that is not sound', () => {
  const cases: [string, string, (files: Files) => void][] = [
    ['has no manifest', 'MANIFEST_FILE_NAME_CHECK.KO', (files) => files.delete('manifest.xml')],
    [
      'has two files at its root',
      'CHECK_SEDA.CONTAINER_FORMAT.FILE.KO',
      (files) => files.set('lisez-moi.txt', Buffer.from('a')),
    ],
    [
      'has another folder',
      'CHECK_SEDA.CONTAINER_FORMAT.DIRECTORY.KO',
      (files) => files.set('autre/a.txt', Buffer.from('a')),
    ],
    [
      'has a manifest that is not XML',
      'CHECK_SEDA.NOT_XML_FILE.KO',
      (files) => files.set('manifest.xml', Buffer.from('{}')),
    ],
    [
      'has a manifest with an entity',
      'CHECK_SEDA.NOT_XML_FILE.KO',
      (files) => rewrite(files, '?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'),
    ],
    [
      'is written in SEDA 2.0',
      'CHECK_SEDA.UNSUPPORTED_SEDA_VERSION.KO',
      (files) => rewrite(files, 'seda:v2.2', 'seda:v2.0'),
    ],
    [
      'is another message',
      'CHECK_SEDA.NOT_XSD_VALID.KO',
      (files) => rewrite(files, /ArchiveTransfer(?=[ >])/g, 'ArchiveTransferReply'),
    ],
    [
      'names no originating agency',
      'CHECK_HEADER.CHECK_AGENT.EMPTY_REQUIRED_FIELD.KO',
      (files) =>
        rewrite(files, /<OriginatingAgencyIdentifier>.*?<\/OriginatingAgencyIdentifier>/, ''),
    ],
    [
      'names no agreement',
      'CHECK_HEADER.CHECK_CONTRACT_INGEST.CONTRACT_NOT_IN_MANIFEST.KO',
      (files) => rewrite(files, /<ArchivalAgreement>.*?<\/ArchivalAgreement>/, ''),
    ],
    [
      'names an unknown agreement',
      'CHECK_HEADER.CHECK_CONTRACT_INGEST.CONTRACT_UNKNOWN.KO',
      (files) => rewrite(files, 'ACCORD-ACTES', 'ACCORD-INCONNU'),
    ],
    [
      'names another profile',
      'CHECK_HEADER.CHECK_IC_AP_RELATION.DIFF.KO',
      (files) => rewrite(files, 'PROFIL-ACTES', 'PROFIL-PES'),
    ],
    [
      'names no profile',
      'CHECK_HEADER.CHECK_IC_AP_RELATION.DIFF.KO',
      (files) => rewrite(files, '<ArchivalProfile>PROFIL-ACTES</ArchivalProfile>', ''),
    ],
    [
      'gives a file a paper usage',
      'CHECK_DATAOBJECTPACKAGE.CHECK_MANIFEST_DATAOBJECT_VERSION.BDO_DATAOBJECTIONVERSION_PHYSICALMASTER.KO',
      (files) => rewrite(files, 'BinaryMaster_1', 'PhysicalMaster_1'),
    ],
    [
      'gives an unknown usage',
      'CHECK_DATAOBJECTPACKAGE.CHECK_MANIFEST_DATAOBJECT_VERSION.INVALID_DATAOBJECTVERSION.KO',
      (files) => rewrite(files, 'BinaryMaster_1', 'BinaryMaster_-1'),
    ],
    [
      'uses an unknown algorithm',
      'CHECK_DATAOBJECTPACKAGE.CHECK_MANIFEST_DATAOBJECT_VERSION.INVALIDE_ALGO.KO',
      (files) => rewrite(files, 'algorithm="SHA-512"', 'algorithm="CRC32"'),
    ],
    [
      'holds a file too many',
      'CHECK_DATAOBJECTPACKAGE.CHECK_MANIFEST_OBJECTNUMBER.MANIFEST_INFERIOR_BDO.KO',
      (files) => files.set('content/autre.txt', Buffer.from('a')),
    ],
    [
      'lacks a file',
      'CHECK_DATAOBJECTPACKAGE.CHECK_MANIFEST_OBJECTNUMBER.MANIFEST_SUPERIOR_BDO.KO',
      (files) => files.delete(firstContent(files)),
    ],
    [
      'holds a file under another name',
      'CHECK_DATAOBJECTPACKAGE.CHECK_MANIFEST_OBJECTNUMBER.INVALID_URI.KO',
      (files) => {
        files.set('content/autre.pdf', files.get(firstContent(files))!)
        files.delete(firstContent(files))
      },
    ],
    [
      'declares a file twice',
      'CHECK_DATAOBJECTPACKAGE.CHECK_MANIFEST_OBJECTNUMBER.INVALID_URI.KO',
      (files) => {
        const [one, other] = [...files.keys()].filter((path) => path.startsWith('content/'))
        rewrite(files, `<Uri>${other}`, `<Uri>${one}`)
      },
    ],
    [
      'holds a group twice in the same usage',
      'CHECK_DATAOBJECTPACKAGE.CHECK_MANIFEST.TOO_MANY_VERSION_BY_USAGE.KO',
      (files) => (
        rewrite(files, '</DataObjectGroup><DataObjectGroup id="GOT2">', ''),
        rewrite(files, '>GOT2<', '>GOT1<')
      ),
    ],
    [
      'holds a group without an original',
      'CHECK_DATAOBJECTPACKAGE.CHECK_MANIFEST.MASTER_MANDATORY_REQUIRED.KO',
      (files) => rewrite(files, 'BinaryMaster_1', 'Dissemination_1'),
    ],
    [
      'refers to an object instead of its group',
      'CHECK_DATAOBJECTPACKAGE.CHECK_MANIFEST.EXISTING_OG_NOT_DECLARED.KO',
      (files) =>
        rewrite(
          files,
          /<DataObjectGroupReferenceId>GOT1<\/DataObjectGroupReferenceId>/,
          '<DataObjectReferenceId>BDO1</DataObjectReferenceId>'
        ),
    ],
    [
      'refers to nothing',
      'CHECK_DATAOBJECTPACKAGE.CHECK_MANIFEST.KO',
      (files) =>
        rewrite(files, '<DataObjectGroupReferenceId>GOT1<', '<DataObjectGroupReferenceId>GOT9<'),
    ],
    [
      'holds a unit within itself',
      'CHECK_DATAOBJECTPACKAGE.CHECK_MANIFEST.CHECK_MANIFEST_LOOP.KO',
      (files) =>
        rewrite(
          files,
          '<DataObjectReference>',
          '<ArchiveUnit id="AU9"><ArchiveUnitRefId>AU1</ArchiveUnitRefId></ArchiveUnit><DataObjectReference>'
        ),
    ],
    [
      'leaves an object to no unit',
      'CHECK_DATAOBJECTPACKAGE.CHECK_CONSISTENCY.CHECK_CONSISTENCY_ORPHAN_OBJECT.KO',
      (files) => rewrite(files, /<DataObjectReference>.*?<\/DataObjectReference>/, ''),
    ],
    [
      'holds a file that was changed',
      'CHECK_DIGEST.INVALID.KO',
      (files) => files.set(firstContent(files), Buffer.from('%PDF-1.7 délibération changée')),
    ],
    [
      'has a unit without a title',
      'CHECK_UNIT_SCHEMA.EMPTY_REQUIRED_FIELD.KO',
      (files) => rewrite(files, /<Title>Délibération signée<\/Title>/, '<Title/>'),
    ],
    [
      'has a unit that ends before it begins',
      'CHECK_UNIT_SCHEMA.CONSISTENCY.KO',
      (files) => rewrite(files, '<EndDate>2026-11-20', '<EndDate>2026-11-18'),
    ],
    [
      'has a unit of the year 9999',
      'CHECK_UNIT_SCHEMA.RULE_DATE_THRESHOLD.KO',
      (files) => rewrite(files, '<EndDate>2026-11-20', '<EndDate>9999-12-31'),
    ],
  ]
  for (const [name, detail, alter] of cases) {
    test(`is refused when it ${name}`, async ({ assert }) => {
      const files = await sampleFiles()
      alter(files)
      const { outcome, events, manifest } = await check(files)
      assert.equal(events.at(-1)!.detail, detail)
      assert.equal(outcome, 'KO')
      assert.isNull(manifest)
    }).skip(!schemas, 'official schemas are not on this machine')
  }

  test('is refused when it gives no digest, even if no schema is installed', async ({ assert }) => {
    const files = await sampleFiles()
    rewrite(files, /(<MessageDigest algorithm[^>]*>)[^<]+/, '$1')
    const { events } = await check(files, { validate: () => null })
    assert.equal(events.at(-1)!.detail, 'CHECK_DIGEST.EMPTY.KO')
  })
})
