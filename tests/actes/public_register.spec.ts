import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import { documents } from '#kernel/documents'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { LocalDate, uuidv7 } from '#lib/values'
import { publications } from '#web/verification/publications'
import { parseXml } from '#lib/xml'
import { publish } from '#app/actes/jobs/publish'
import Acte from '#app/actes/models/acte'
import { fromDay } from '#app/actes/models/days'
import { exchange, pathOf } from '#tests/world/resting_files'
import { change, commune, PDF, reload, signedActe } from './room.js'

const OUTSIDE = { kind: 'outside' } as const

/** As the answer of the prefecture leaves it. */
async function acknowledgedActe(tenant: Tenant, changes: Partial<Acte> = {}) {
  const acte = await signedActe(tenant, changes)
  return change(tenant, acte.id, async (fresh) => {
    await fresh.step('transmit', OUTSIDE)
    fresh.identifier = `035-${tenant.siren}-20261120-${fresh.numero}-DE`
    fresh.receivedOn = fromDay(LocalDate.parse('2026-11-22'))
    await fresh.step('acknowledge', OUTSIDE)
  })
}

test.group('The public register', (group) => {
  let kervalan: Tenant

  group.setup(async () => {
    kervalan = await commune()
  })

  const published = async (changes: Partial<Acte> = {}) => {
    const acte = await acknowledgedActe(kervalan, changes)
    await tenancy.run(kervalan.id, () => publish(acte.id))
    return reload(kervalan, acte)
  }

  test('shows a published acte to everybody, with its stamped PDF and its data', async ({
    client,
    assert,
  }) => {
    const acte = await published({ objet: 'Tarifs de la cantine' } as never)
    assert.equal(acte.state, 'published')
    const list = await client.get('/p/kervalan/actes')
    list.assertTextIncludes('Tarifs de la cantine')
    const page = await client.get(`/p/kervalan/actes/${acte.id}`)
    page.assertTextIncludes('"@type":"Legislation"')
    page.assertTextIncludes(acte.identifier!)
    const pdf = await client.get(`/p/kervalan/actes/${acte.id}/acte.pdf`)
    pdf.assertStatus(200)
    const bytes = pdf.body() as Buffer
    assert.isTrue(bytes.subarray(0, PDF.length).equals(PDF))
    assert.isAbove(bytes.length, PDF.length)
  })

  test('says so, and shows no other, when the file of an acte was replaced on the disk', async ({
    client,
    assert,
  }) => {
    const [one, other] = [await published(), await published()]
    const restingOf = async ({ stampedDocumentId: id }: Acte) => {
      const { sha256 } = await tenancy.run(kervalan.id, () => documents.find(id!))
      return { id: id!, sha256, path: await pathOf(kervalan.id, sha256) }
    }
    const files = [await restingOf(one), await restingOf(other)] as const
    await exchange(...files)
    for (const { id } of [one, other]) {
      const answer = await client.get(`/p/kervalan/actes/${id}/acte.pdf`).accept('html')
      answer.assertStatus(500)
      assert.match(answer.header('content-type')!, /text\/html/)
      assert.include(answer.text(), 'il a été altéré là où il est conservé')
    }
    await exchange(...files)
  })

  test('lets whoever holds the stamped PDF learn what it is', async ({ assert }) => {
    const acte = await published({ objet: 'Dénomination du square' } as never)
    const bytes = await tenancy.run(kervalan.id, () => documents.read(acte.stampedDocumentId!))
    const known = await publications.find(createHash('sha256').update(bytes).digest('hex'))
    assert.match(known!.title, /Dénomination du square/)
    assert.equal(known!.facts[0].value, 'Exemplaire tamponné')
  })

  test('gives a feed that xml readers accept, the newest first', async ({ client, assert }) => {
    const acte = await published({ objet: 'Un & <deux>' } as never)
    const feed = await client.get('/p/kervalan/actes/fil.atom')
    feed.assertStatus(200)
    using doc = parseXml(feed.text() || String(feed.body()), {
      namespaces: { a: 'http://www.w3.org/2005/Atom' },
    })
    assert.equal(doc.text('a:entry[1]/a:id'), `urn:uuid:${acte.id}`)
    assert.include(doc.text('a:entry[1]/a:title')!, 'Un & <deux>')
  })

  test('hides a withheld acte, its page and its files', async ({ client, assert }) => {
    const acte = await published({ objet: 'Sanction individuelle', withheld: true } as never)
    assert.equal(acte.state, 'acknowledged')
    assert.isString(acte.stampedDocumentId)
    const list = await client.get('/p/kervalan/actes')
    assert.notInclude(list.text(), 'Sanction individuelle')
    for (const path of ['', '/acte.pdf', '/acte-signe.pdf', '/annexes/1']) {
      const response = await client.get(`/p/kervalan/actes/${acte.id}${path}`)
      response.assertStatus(404)
    }
  })

  test('shows nothing of an acte that is not published yet', async ({ client }) => {
    const acte = await signedActe(kervalan)
    const response = await client.get(`/p/kervalan/actes/${acte.id}`)
    response.assertStatus(404)
  })

  test('goes on from a cursor, even when the last acts of a page share their day', async ({
    client,
    assert,
  }) => {
    const word = `curseur${uuidv7().slice(-8)}`
    const document = await tenancy.run(kervalan.id, () => documents.store(PDF, { name: 'a.pdf' }))
    await tenancy.run(kervalan.id, async () => {
      for (let rank = 1; rank <= 53; rank++) {
        await Acte.create({
          state: 'published',
          natureCode: 1,
          numero: `C${uuidv7().slice(-12)}`.toUpperCase(),
          objet: `${word} ${rank}.`,
          decisionDate: fromDay(LocalDate.parse('2026-11-20')),
          receivedOn: fromDay(LocalDate.parse('2026-11-22')),
          publishedOn: fromDay(LocalDate.parse('2026-11-22')),
          signedDocumentId: document.id,
        } as never)
      }
    })
    const first = await client.get(`/p/kervalan/actes?q=${word}`)
    const next = /href="([^"]*apres=[^"]*)"/.exec(first.text())![1].replaceAll('&amp;', '&')
    const second = await client.get(next)
    const ranks = (text: string) =>
      [...text.matchAll(new RegExp(`>${word} (\\d+)\\.<`, 'g'))].map(([, rank]) => Number(rank))
    assert.deepEqual(
      [...ranks(first.text()), ...ranks(second.text())],
      Array.from({ length: 53 }, (_, index) => 53 - index)
    )
    const wrong = await client.get('/p/kervalan/actes?apres=2026-13-45_x')
    wrong.assertStatus(200)
  })

  test('publishing twice stamps once', async ({ assert }) => {
    const acte = await published()
    await tenancy.run(kervalan.id, () => publish(acte.id))
    assert.equal((await reload(kervalan, acte)).stampedDocumentId, acte.stampedDocumentId)
  })
})
