/** Arrêté du 22 mars 2019 (annexe 7 of the code), article 2: each requirement by its identifier. */
import { X509Certificate, createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { clock } from '#kernel/clock'
import { base64url, fromBase64url, type Bytes } from '#lib/sealing'
import { checkTimestamp } from '#lib/signature/timestamp_check'
import { datesBytes } from '#lib/signature/timestamp_token'
import { parseXml } from '#lib/xml'
import { runDueJobs } from '#tests/helpers/jobs'
import { withTimeAuthority } from '#tests/helpers/time_authority'
import { sent } from '../bidders.js'
import { deposited, isOpened, OFFER } from '../gestures.js'
import { consultation, published } from '../room.js'
import { bytesOf, profileOfEach, ROOT } from './profile.js'

test.group('The arrêté of 22 March 2019: the platform', (group) => {
  const one = profileOfEach(group)

  const utf8 = new TextDecoder('utf-8', { fatal: true })

  test('SEC-01: who comes in, what is sealed and what is kept are at the level of the RGS (annexes B)', async ({
    client,
    assert,
  }) => {
    const door = await client.get('/connexion')
    assert.include(door.header('content-security-policy'), "default-src 'self'")
    assert.notInclude(door.header('content-security-policy'), 'unsafe-inline')
    for (const cookie of [door.header('set-cookie')].flat().filter((text) => /session/.test(text!)))
      assert.match(cookie!, /HttpOnly.*SameSite=(Lax|Strict)|SameSite=(Lax|Strict).*HttpOnly/i)
    // B3: a password is kept under a function that is slow on purpose; a suite pays a cost of its own
    assert.match(one.town.agent.password!, /^\$scrypt\$n=16,r=8,p=2\$/)
    assert.match(readFileSync('config/hash.ts', 'utf8'), /app\.inTest \? 16 : 65_536/)
    // B1: 256 bits for what is secret, SHA-256 for what is dated, another nonce for each piece
    const { pieces, manifest } = await deposited(client, one.her, one.id)
    assert.lengthOf(
      new Set(pieces.map(({ bytes }) => bytes.subarray(0, 12).toString('hex'))),
      pieces.length
    )
    for (const { shares, commit } of JSON.parse(manifest).envelopes) {
      assert.match(commit, /^[0-9a-f]{64}$/)
      for (const { enc, ct } of shares)
        assert.deepEqual([fromBase64url(enc)!.length, fromBase64url(ct)!.length], [32, 49])
    }
    // B2: a key that too short a derivation wraps is not kept
    const weak = { kdf: 'PBKDF2-SHA256', iterations: 100_000, ...wrappedIn(16, 12, 48) }
    const refused = await client
      .post('/c/kervalan/marches/trousseau')
      .json({ publicKey: base64url(new Uint8Array(32).fill(9) as Bytes), wrapped: weak })
      .accept('json')
      .loginAs(one.town.agent)
      .withCsrfToken()
    assert.equal(refused.body().code, 'E_KEY_REFUSED', refused.text())
  })

  const wrappedIn = (salt: number, nonce: number, ct: number) => ({
    salt: base64url(new Uint8Array(salt) as Bytes),
    nonce: base64url(new Uint8Array(nonce) as Bytes),
    ct: base64url(new Uint8Array(ct) as Bytes),
  })

  test('SEC-02: all that leaves is in an open format of the RGI, its text in UTF-8', async ({
    client,
    assert,
  }) => {
    const id = await published(client, one.town)
    const base = `/p/kervalan/marches/${id}`
    const year = clock.today().year
    const xml = (bytes: Buffer) => parseXml(utf8.decode(bytes))
    const json = (bytes: Buffer) => JSON.parse(utf8.decode(bytes))
    const starts = (text: string) => (bytes: Buffer) =>
      assert.equal(bytes.subarray(0, text.length).toString('latin1'), text)
    const formats: [path: string, type: RegExp, read: (bytes: Buffer) => unknown][] = [
      [base, /^text\/html; charset=utf-8$/i, starts('<!DOCTYPE html>')],
      [`${base}/avis.xml`, /^application\/xml; charset=utf-8$/i, xml],
      [`${base}/reglement.pdf`, /^application\/pdf/, starts('%PDF-1.')],
      [`${base}/dce.zip`, /^application\/zip/, starts('PK')],
      [`${base}/trousseau.json`, /^application\/json/, json],
      [`${ROOT}/consultations/${id}`, /^application\/json/, json],
      [`${ROOT}/openapi.json`, /^application\/json/, json],
      [`${ROOT}/catalogue.dcat.jsonld`, /^application\/ld\+json/, json],
      [`${ROOT}/ocds/${id}`, /^application\/json/, json],
      [`${ROOT}/consultations.atom`, /^application\/atom\+xml; charset=utf-8$/i, xml],
      [`${ROOT}/consultations.ics`, /^text\/calendar; charset=utf-8$/i, starts('BEGIN:VCALENDAR')],
      [`/p/kervalan/marches/decp/${year}/marches.json`, /^application\/json/, json],
      [`/p/kervalan/marches/decp/${year}/marches.xml`, /^application\/xml/, xml],
    ]
    for (const [path, type, read] of formats) {
      assert.match((await client.get(path)).header('content-type') ?? '', type, path)
      read(await bytesOf(client, path))
    }
    const register = `/c/kervalan/marches/${id}/registres/retraits/csv`
    const csv = await client.get(register).loginAs(one.town.agent)
    assert.match(csv.header('content-type')!, /^text\/csv; charset=utf-8$/i)
  })

  test('TECH-01: accepts files of any format, XML and JSON among them', async ({
    client,
    assert,
  }) => {
    const offer = {
      'candidature': { 'dc1.xml': '<a/>', 'sans extension': 'x' },
      'offre-1': { 'prix.json': '{}', 'plan.dwg': new Uint8Array([0, 255]), 'vide.odt': '' },
    }
    const { answer } = await deposited(client, one.her, one.id, offer)
    answer.assertStatus(201)
    const [{ files }] = await isOpened(client, one.town, one.id)
    assert.sameMembers(
      files.map(({ name }: any) => name),
      ['dc1.xml', 'sans extension', 'prix.json', 'plan.dwg', 'vide.odt']
    )
  })

  test('TECH-02: says the size and the format of each document and of the notice', async ({
    client,
    assert,
  }) => {
    const id = await published(client, one.town)
    const base = `/p/kervalan/marches/${id}`
    const page = (await client.get(base)).text().replaceAll(/\s+/g, ' ')
    const links = [...page.matchAll(/<a href="([^"]+)">[^<]*<\/a>([^<]*)</g)]
    const papers = links.filter(([, path]) =>
      /\/(reglement\.pdf|trousseau\.json|avis\.xml|documents\/[^/]+)$/.test(path)
    )
    assert.isAtLeast(papers.length, 4)
    for (const [, path, said] of papers)
      assert.match(said, /\((PDF|XML|JSON|TXT), (moins de )?[\d,]+ (octets|ko)\)/, path)
    assert.isBelow((await bytesOf(client, `${base}/avis.xml`)).length, 50_000)
  })

  test('TECH-03: dates each receipt by an authority that is trusted, over the whole of the pli', async ({
    client,
    assert,
  }) => {
    const root = new X509Certificate(readFileSync(await withTimeAuthority())).raw
    const { pli, manifest, base, answer } = await deposited(client, one.her, one.id)
    await runDueJobs(one.town.tenant.id)
    const response = await bytesOf(client, `${base}/plis/${pli}/horodatage.tsr`, one.her.session)
    // PKIStatusInfo, then the token (RFC 3161 §2.4.2)
    const token = response.subarray(response.indexOf(Buffer.from('3003020100', 'hex')) + 5)
    const trust = { anchors: [root], pool: [] }
    const dated = (text: string) =>
      checkTimestamp(token, (one) => datesBytes(one, Buffer.from(text)), trust).status
    assert.equal(dated(manifest), 'valid')
    assert.equal(dated(`${manifest} `), 'invalid')
    assert.equal(answer.body().digest, createHash('sha256').update(manifest).digest('hex'))
  })

  test('TECH-04: refuses a pli whose bytes are not those that were sealed', async ({
    client,
    assert,
  }) => {
    const { pieces, seal, send } = await sent(client, one.her, one.id, OFFER)
    const [first] = pieces
    const altered = Buffer.from(first.bytes)
    altered[20] ^= 1
    const answer = await send({ ...first, bytes: altered })
    assert.deepEqual([answer.status(), answer.body().code], [400, 'E_PIECE_REFUSED'])
    assert.equal((await seal()).status(), 422, 'a piece that never came is missed')
  })

  test('TECH-06: keeps answers from everybody until the hour, and from who may not, after it', async ({
    client,
    assert,
  }) => {
    const { pli, manifest } = await deposited(client, one.her, one.id)
    const { holders, agent } = one.town
    const list = `/c/kervalan/marches/${one.id}/plis`
    const asked = async (path: string, who: typeof agent) =>
      (await client.get(path).loginAs(who).accept('json')).status()
    for (const who of [agent, ...holders.map(({ user }) => user)])
      for (const path of [list, `${list}/${pli}/pli.zip`])
        assert.include([403, 404], await asked(path, who), path)
    assert.notInclude(manifest, 'Mémoire')
    const [{ files }] = await isOpened(client, one.town, one.id)
    const file = `${list}/${pli}/fichiers/${files[0].id}`
    assert.equal(await asked(file, agent), 200)
    const anybody = await client.get(file).redirects(0)
    assert.include(anybody.header('location') ?? '', '/connexion')
  })

  test('TECH-07: is read and written by the programs of others, by a document that says how', async ({
    client,
    assert,
  }) => {
    const { paths, openapi } = (await client.get(`${ROOT}/openapi.json`)).body()
    assert.equal(openapi, '3.1.0')
    const READ = ['/consultations', '/plis', '/decp/{siren}/{year}.{format}', '/ocds/{id}']
    assert.includeMembers(Object.keys(paths), READ)
    const release = (await client.get(`${ROOT}/ocds/${one.id}`)).body()
    const { reference } = await consultation(one.town, one.id)
    assert.equal(release.releases[0].tender.id, reference)
  })
})
