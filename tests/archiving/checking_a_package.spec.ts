import { test } from '@japa/runner'
import { checkSip } from '#app/archiving/formats/ingest/check_sip'
import type { EntryAgreement, IngestTerms } from '#app/archiving/formats/ingest/agreement'
import { openSipFile } from '#app/archiving/gateways/sip_file'
import { rewrite, sampleFiles, zipOf, type Files } from './altered_sip.js'
import { officialSchema, termsOf } from './ingest_terms.js'

const schemas = officialSchema('2.2')
const TERMS = { profiles: ['PROFIL-ACTES'] }

async function check(files: Files, strict: Partial<EntryAgreement & IngestTerms> = {}) {
  const zip = await zipOf(files)
  return checkSip(() => openSipFile(zip), termsOf('ACCORD-ACTES', { ...TERMS, ...strict }))
}

test.group('A sound package', () => {
  test('passes every check, in the order of the ingest', async ({ assert }) => {
    const { outcome, events, manifest } = await check(await sampleFiles())
    assert.equal(outcome, 'OK')
    assert.deepEqual(
      events.map(({ detail }) => detail),
      [
        'CHECK_CONTAINER.OK',
        'MANIFEST_FILE_NAME_CHECK.OK',
        'CHECK_SEDA.OK',
        'CHECK_HEADER.OK',
        'CHECK_DATAOBJECTPACKAGE.OK',
        'CHECK_DIGEST.OK',
        'CHECK_OBJECT_SIZE.OK',
        'CHECK_UNIT_SCHEMA.OK',
        'UNITS_RULES_COMPUTE.OK',
      ]
    )
    assert.lengthOf(manifest!.units, 4)
    assert.deepEqual(manifest!.units[0].rules, [
      { category: 'Appraisal', rule: 'P1Y', startDate: '2026-11-19', finalAction: 'Keep' },
      { category: 'Access', rule: 'AR038', startDate: '2026-11-19', finalAction: '' },
    ])
  })

  for (const version of ['2.1', '2.2', '2.3'] as const) {
    for (const style of ['vitam', 'asalae'] as const) {
      test(`passes in ${version}, made as for ${style}, but for the place of flat files`, async ({
        assert,
      }) => {
        const { events } = await check(await sampleFiles({ version, style }))
        const expected =
          style === 'vitam' ? 'UNITS_RULES_COMPUTE.OK' : 'CHECK_SEDA.CONTAINER_FORMAT.FILE.KO'
        assert.equal(events.at(-1)!.detail, expected)
      })
    }
  }

  test('says that the official schema was not consulted when it is not installed', async ({
    assert,
  }) => {
    const { outcome, events } = await check(await sampleFiles(), { validate: () => null })
    assert.equal(outcome, 'OK')
    assert.include(events[2].message, 'pas installé')
  })
})

test.group('A package that the terms of the archive do not admit', () => {
  test('is refused when its manifest breaks the official schema', async ({ assert }) => {
    const files = await sampleFiles()
    rewrite(files, '<LegalStatus>Public Archive', '<LegalStatus>Secret')
    const { events } = await check(files)
    assert.equal(events.at(-1)!.detail, 'CHECK_SEDA.NOT_XSD_VALID.KO')
    assert.match(events.at(-1)!.items[0], /LegalStatus/)
  }).skip(!schemas, 'official schemas are not on this machine')

  test('is refused under an agreement that is no longer in force', async ({ assert }) => {
    const { events } = await check(await sampleFiles(), { active: false })
    assert.equal(events.at(-1)!.detail, 'CHECK_HEADER.CHECK_CONTRACT_INGEST.CONTRACT_INACTIVE.KO')
  })

  test('is refused from an agency that the archive does not know', async ({ assert }) => {
    const { events } = await check(await sampleFiles(), { agencies: new Set(['213509999']) })
    assert.equal(events.at(-1)!.detail, 'CHECK_HEADER.CHECK_AGENT.UNKNOWN.KO')
    assert.include(events.at(-1)!.items, '213501230')
  })

  test('is refused with a rule that is unknown, or of another category', async ({ assert }) => {
    const files = await sampleFiles()
    const unknown = await check(files, {
      categoriesOfRule: (rule) => (rule === 'P1Y' ? ['Appraisal'] : null),
    })
    assert.equal(unknown.events.at(-1)!.detail, 'UNITS_RULES_COMPUTE.UNKNOWN.KO')
    const misplaced = await check(files, { categoriesOfRule: () => ['Appraisal'] })
    assert.equal(misplaced.events.at(-1)!.detail, 'UNITS_RULES_COMPUTE.CONSISTENCY.KO')
  })

  test('is accepted with a warning when a size alone is wrong', async ({ assert }) => {
    const files = await sampleFiles()
    rewrite(files, /<Size>\d+/, '<Size>1')
    const { outcome, events, manifest } = await check(files)
    assert.equal(outcome, 'WARNING')
    assert.include(
      events.map(({ detail }) => detail),
      'CHECK_OBJECT_SIZE.WARNING'
    )
    assert.isNotNull(manifest)
  })
})
