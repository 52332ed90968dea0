import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { openPersonToken } from '#rooms/outsiders'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import PliFile from '#app/procurement/opening/pli_file'
import type { Manifest } from '#lib/sealing'
import { ABSENT, hasOutsider, outsider } from '#tests/lib/sealing/outside/judge'
import { Program } from '#tests/world/program'
import { bidder, onlineConsultation, type Bidder } from './bidders.js'
import { isOpened } from './gestures.js'
import { market, type Market } from './room.js'

const ROOT = '/api/v1/procurement'

test.group('A pli written by others, who read FORMAT.md and not our code', (group) => {
  let town: Market
  let folder: string
  group.setup(async () => {
    town = await market()
    folder = mkdtempSync(join(tmpdir(), 'halle-others-'))
    return () => rmSync(folder, { recursive: true })
  })
  group.each.teardown(() => clock.release())

  async function programOf({ establishmentId, session }: Bidder): Promise<Program> {
    const { personId } = session.outsider
    return Program.bearing(
      await openPersonToken({ personId, establishmentId, name: 'Gestion', days: 30 })
    )
  }

  /** Seals on its side what lies in `clair`, under the keys that everybody reads. */
  async function sealsOutside(company: Program, id: string, pli: string) {
    const trousseau = join(folder, 'trousseau.json')
    const keys = await company.get(`${ROOT}/consultations/${id}/trousseau.json`)
    writeFileSync(trousseau, keys.text)
    mkdirSync(join(folder, 'clair', 'pièces'), { recursive: true })
    writeFileSync(join(folder, 'clair', 'pièces', 'prix 🏗️.csv'), 'poste;1 000')
    const [clair, out] = [join(folder, 'clair'), join(folder, 'pli')]
    const envelopes = { 'candidature': clair, 'offre-1': clair }
    return { out, ...outsider('seal', { trousseau, pli, envelopes, out }) }
  }

  test('is deposited by its program, and opens with two holders to the very bytes', async ({
    client,
    assert,
  }) => {
    const id = await onlineConsultation(town)
    const company = await programOf(await bidder('Étrangère'))
    const { body } = await company.send('POST', `${ROOT}/plis`, { consultation: id })
    const { out, digest } = await sealsOutside(company, id, body.id)
    const manifest = readFileSync(join(out, 'pli.json'), 'utf8')
    for (const { name, list, files } of (JSON.parse(manifest) as Manifest).envelopes)
      for (const [file, pieces] of [
        ['list', [list]] as const,
        ...files.map((one) => [one.id, one.pieces] as const),
      ])
        // A file this small is one piece: its bytes are those of its piece
        await company.ask('PUT', `${ROOT}/plis/${body.id}/pieces/${pieces[0].sha256}`, {
          headers: { 'content-type': 'application/octet-stream' },
          body: new Uint8Array(readFileSync(join(out, name, `${file}.bin`))),
        })
    const sealed = await company.send('POST', `${ROOT}/plis/${body.id}/scellement`, { manifest })
    assert.equal(sealed.status, 201, sealed.text)
    assert.deepEqual([sealed.body.digest, sealed.body.late], [digest, false])
    const [pli] = await isOpened(client, town, id)
    assert.deepEqual([pli.id, pli.state], [body.id, 'opened'])
    const texts = await tenancy.run(town.tenant.id, async () => {
      const found = await PliFile.query().where('pliId', body.id).orderBy('envelope')
      const read: string[] = []
      for (const { envelope, name, documentId } of found)
        read.push(`${envelope}/${name} ${await documents.read(documentId)}`)
      return read
    })
    assert.deepEqual(texts, [
      'candidature/pièces/prix 🏗️.csv poste;1 000',
      'offre-1/pièces/prix 🏗️.csv poste;1 000',
    ])
  }).skip(!hasOutsider(), ABSENT)
})
