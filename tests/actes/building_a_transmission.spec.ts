import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { LocalDate } from '#lib/values'
import { parseXml, SchemaSet } from '#lib/xml'
import { buildActeMessage } from '#app/actes/formats/acte_message'
import { buildArchive, readArchive } from '#app/actes/formats/archive'
import { buildEnvelope, isReturnAddress } from '#app/actes/formats/envelope'
import * as names from '#app/actes/formats/names'
import { buildCancellation, buildClassificationRequest } from '#app/actes/formats/small_messages'
import { buildActeId, parseActeId } from '#app/actes/rules/acte_id'
import { sharedData } from '#tests/helpers/shared_data'
import { hasTool, run } from '#tests/helpers/tools'
import { COMMUNE, message } from './sample_acte.js'

const xsd = sharedData('actes', 'xsd-actes-typo', 'actesv1_1.xsd')
const subject = {
  departement: '035',
  siren: '213502388',
  decisionDate: LocalDate.parse('2026-11-20'),
  numero: '2026_045',
  natureAbrege: 'DE',
}
const envelope = (returnAddresses = ['retour@halle.example.fr']) =>
  buildEnvelope({
    sender: COMMUNE,
    referent: { name: 'Maëlle Le Goff', phone: '0299000000', email: 'mairie@kervalan.example.fr' },
    returnAddresses,
    messageNames: ['035-213502388-20261120-2026_045-DE-1-1_0.xml'],
  })

const produced = [
  { name: '1-1', build: () => buildActeMessage(message()) },
  {
    name: '1-1 with everything',
    build: () =>
      buildActeMessage(
        message({
          matiere: '7.1.2.3.4',
          objet: 'L’œuvre d’art : 10 € <prêt> & "don"',
          annexeNames: ['21_RP-035-213502388-20261120-2026_045-DE-1-1_2.pdf', 'b.png'],
          paperToo: true,
          previousActeId: '035-213502388-20261101-2026_044-DE',
        })
      ),
  },
  { name: '6-1', build: () => buildCancellation('035-213502388-20261120-2026_045-DE') },
  { name: '7-1', build: () => buildClassificationRequest('2026-01-05') },
  { name: '7-1 asking for everything', build: () => buildClassificationRequest(null) },
  { name: 'envelope', build: () => envelope() },
]

test.group('Messages to the ministry', () => {
  test('{name} is valid by the official schema')
    .with(produced)
    .run(({ assert }, { build }) => {
      assert.deepEqual(SchemaSet.load(xsd!).validate(build()), [])
    })
    .skip(!xsd, 'the official schema is not on this machine')

  test('{name} is valid for xmllint')
    .with(produced)
    .run(({ assert }, { build }) => {
      const result = run('xmllint', ['--noout', '--nonet', '--schema', xsd!, '-'], build())
      assert.equal(result.status, 0, result.output)
    })
    .skip(!xsd || !hasTool('xmllint'), 'xmllint or the official schema is missing')

  test('an objet travels in ISO-8859-1, transliterated', ({ assert }) => {
    const bytes = buildActeMessage(message({ objet: 'L’été à l’œuvre' }))
    assert.isTrue(bytes.includes(Buffer.from("L'\u00e9t\u00e9 \u00e0 l'oeuvre", 'latin1')))
    assert.match(bytes.toString('latin1'), /^<\?xml version="1.0" encoding="ISO-8859-1"\?>/)
  })

  test('every attribute is qualified', ({ assert }) => {
    for (const { build } of produced) {
      const bare = /\s(?!xmlns:|xsi:|actes:|insee:|version|encoding)[\w]+="/.exec(String(build()))
      assert.isNull(bare)
    }
  })
})

test.group('Return addresses', () => {
  test('what the schema refuses is left out, and none left is an error', ({ assert }) => {
    assert.isFalse(isReturnAddress('a+b@halle.example.fr'))
    assert.isFalse(isReturnAddress('a@commune.collectivite'))
    using doc = parseXml(envelope(['tdt@halle.example.fr', 'a+b@c.fr', 'tdt@halle.example.fr']))
    assert.deepEqual(doc.texts('.//actes:AdressesRetour/actes:Email'), ['tdt@halle.example.fr'])
    assert.throws(() => envelope(['a+b@c.fr']), RangeError)
  })
})

test.group('Names', () => {
  test('follow the protocol, with the day of the decision', ({ assert }) => {
    const base = names.messageBase(subject, '1-1')
    assert.equal(names.messageName(base), '035-213502388-20261120-2026_045-DE-1-1_0.xml')
    assert.equal(
      names.documentName(base, '99_DE', 1, 'application/pdf'),
      '99_DE-035-213502388-20261120-2026_045-DE-1-1_1.pdf'
    )
    const day = LocalDate.parse('2026-11-22')
    const envelopeBase = names.envelopeBase('EACT', '213502388', day, 7)
    assert.equal(names.envelopeName(envelopeBase), 'EACT--213502388--20261122-7.xml')
    assert.equal(names.archiveName('HAL', envelopeBase), 'HAL-EACT--213502388--20261122-7.tar.gz')
    assert.equal(
      names.messageName(names.classificationBase('035', '213502388')),
      '035-213502388----7-1_0.xml'
    )
  })

  test('an identifier is built and read back; a real one of the ministry too', ({ assert }) => {
    const id = buildActeId(subject)
    assert.equal(id, '035-213502388-20261120-2026_045-DE')
    assert.equal(parseActeId(id)!.numero, '2026_045')
    assert.equal(parseActeId('006-210600235-20180522-684-AI')!.siren, '210600235')
    assert.isNull(parseActeId('006-210600235-20181322-684-AI'))
    assert.isNull(parseActeId('pas-un-identifiant'))
  })
})

test.group('The archive', (group) => {
  const files = [
    { name: 'EACT--213502388--20261122-7.xml', bytes: envelope() },
    {
      name: '99_DE-035-213502388-20261120-2026_045-DE-1-1_1.pdf',
      bytes: Buffer.alloc(70_000, 'x'),
    },
  ]
  let folder: string
  group.setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'halle-tar-'))
    return () => rmSync(folder, { recursive: true })
  })

  test('has the same bytes each time, and gives back its files', async ({ assert }) => {
    const first = await buildArchive(files)
    const second = await buildArchive(files)
    const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
    assert.equal(digest(first), digest(second))
    const read = await readArchive(first)
    assert.deepEqual(
      read.map(({ name }) => name),
      files.map(({ name }) => name)
    )
    assert.isTrue(read[1].bytes.equals(files[1].bytes))
    await assert.rejects(() => readArchive(first, 1000))
  })

  test('is a flat ustar archive for GNU tar', async ({ assert }) => {
    const path = join(folder, 'a.tar.gz')
    writeFileSync(path, await buildArchive(files))
    const result = run('tar', ['-tzvf', path, '--no-same-owner'])
    assert.equal(result.status, 0, result.output)
    assert.match(result.output, /-rw-r--r--.*EACT--213502388--20261122-7\.xml\n/)
    assert.notInclude(result.output, '/E')
    const header = run('sh', ['-c', `gzip -dc ${path} | head -c 263 | tail -c 6`])
    assert.equal(header.output, 'ustar\0')
  }).skip(!hasTool('tar'), 'tar is not installed')
})
