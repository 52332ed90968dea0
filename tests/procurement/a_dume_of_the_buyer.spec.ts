import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { questionsOf } from '#app/procurement/formats/espd/espd'
import { readEspd } from '#app/procurement/formats/espd/read_espd'
import { sharedData } from '#tests/helpers/shared_data'
import { onlineConsultation } from './bidders.js'
import { onlineLots } from './lots.js'
import { consultation, drafted, market, type Market } from './room.js'

const SCHEMA = sharedData(
  ...['procurement', 'espd', 'ubl-2.3', 'xsdrt', 'maindoc'],
  'UBL-QualificationApplicationRequest-2.3.xsd'
)

test.group('The DUME of a buyer', (group) => {
  let town: Market
  group.setup(async () => {
    town = await market()
  })
  const page = (id: string) => `/p/kervalan/marches/${id}`

  test('is read without an account beside the tender, the same at each reading', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    ;(await client.get(page(id))).assertTextIncludes('DUME de l’acheteur')
    const answer = await client.get(`${page(id)}/dume.xml`)
    answer.assertStatus(200)
    assert.include(answer.header('content-type'), 'application/xml')
    const text = answer.text() || answer.body().toString()
    const again = await client.get(`${page(id)}/dume.xml`)
    assert.equal(again.text() || again.body().toString(), text)
    // Read back by the reader that companies have, as a request that is answered
    const read = readEspd(Buffer.from(text))
    if ('problem' in read) throw new Error(read.problem)
    const { title, publishedAt } = await consultation(town, id)
    assert.deepEqual([read.kind, read.id, read.title], ['request', id, title])
    const codes = read.criteria.map(({ code }) => code)
    assert.includeMembers(codes, ['crime-org', 'tax-pay', 'gen-year-to', 'indem-insu'])
    const { year } = publishedAt!.setZone('Europe/Paris')
    const turnover = read.criteria.find(({ code }) => code === 'gen-year-to')!
    assert.deepEqual(
      questionsOf(turnover).map(({ description }) => description),
      [1, 2, 3].map((ago) => `Chiffre d’affaires ${year - ago}`)
    )
  })

  test('names each lot, and is valid by the official schema', async ({ client, assert }) => {
    const id = await onlineLots(town, 2)
    const answer = await client.get(`${page(id)}/dume.xml`)
    const text = answer.text() || answer.body().toString()
    assert.deepEqual(
      [...text.matchAll(/>(LOT-\d+)</g)].map(([, lot]) => lot),
      ['LOT-0001', 'LOT-0002']
    )
    if (!SCHEMA) return
    const folder = mkdtempSync(join(tmpdir(), 'dume-'))
    try {
      const path = join(folder, 'request.xml')
      writeFileSync(path, text)
      execFileSync('xmllint', ['--noout', '--nonet', '--schema', SCHEMA, path], { stdio: 'pipe' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('of what is not published does not exist', async ({ client }) => {
    const id = await drafted(client, town)
    ;(await client.get(`${page(id)}/dume.xml`)).assertStatus(404)
  })
})
