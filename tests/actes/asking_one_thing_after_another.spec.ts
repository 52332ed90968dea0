import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type User from '#kernel/people/user'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { uuidv7 } from '#lib/values'
import { provisionParapheur } from '#rooms/parapheur'
import Acte from '#app/actes/models/acte'
import communeBlueprint from '../../tenants/blueprints/commune.js'
import { person } from '#tests/world/world'
import { commune, forgetJobs, PDF } from './room.js'

test.group('The form of an acte, one question after another', (group) => {
  let kervalan: Tenant
  let agent: User
  let base: string
  let client: ApiClient

  group.setup(async () => {
    await forgetJobs()
    kervalan = await commune()
    agent = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    await person('Soizic Madec', { kervalan: ['signatory'] }, 'Maire')
    base = `/c/${kervalan.slug}/actes`
    await tenancy.run(kervalan.id, () => provisionParapheur(communeBlueprint.parapheur))
  })
  group.each.setup((ctx) => void (client = ctx.context.client))

  const numero = () => `E${uuidv7().slice(-10)}`.toUpperCase()
  const read = (id: string) => tenancy.run(kervalan.id, () => Acte.get(id))
  const page = async (address: string) => (await client.get(address).loginAs(agent)).text()

  /** Answers to one step as its page does; gives where one is led. */
  async function answer(address: string, fields: Record<string, string | number>, file?: Buffer) {
    const sent = address === base ? client.post(base) : client.put(address)
    const filled = sent.loginAs(agent).withCsrfToken().fields(fields).redirects(0)
    return (await (file ? filled.file('document', file, { filename: 'acte.pdf' }) : filled)).header(
      'location'
    )!
  }

  /** A draft that has answered to the first step. */
  async function begun() {
    const led = await answer(base, { etape: 'nature', nature: 1, matiere: '5.2', then: 'next' })
    return { led, id: /[0-9a-f-]{36}/.exec(led)![0] }
  }

  test('keeps each answer before it asks the next, to the review and the parapheur', async ({
    assert,
  }) => {
    assert.include(await page(`${base}/nouveau?etape=nature`), 'De quel acte s’agit-il')
    const { led, id } = await begun()
    assert.equal(led, `${base}/${id}/modifier?etape=decision`)
    const wanted = numero()
    const documents = await answer(`${base}/${id}`, {
      etape: 'decision',
      numero: wanted,
      objet: 'Création d’un conseil des jeunes',
      decisionDate: '2026-11-20',
      then: 'next',
    })
    assert.match(documents, /etape=documents$/)
    const suites = await answer(`${base}/${id}`, { etape: 'documents', then: 'next' }, PDF)
    assert.match(suites, /etape=suites$/)
    const review = await answer(`${base}/${id}`, {
      etape: 'suites',
      paperToo: 'true',
      then: 'next',
    })
    assert.match(review, /etape=verification$/)
    const acte = await read(id)
    assert.deepInclude(acte.serialize(), { natureCode: 1, matiere: '5.2', numero: wanted })
    assert.isTrue(acte.paperToo)
    const shown = await page(review)
    for (const words of [wanted, 'acte.pdf', 'Il passera par', 'Envoyer en signature']) {
      assert.include(shown, words)
    }
    const sent = await answer(`${base}/${id}`, { etape: 'verification', then: 'submit' })
    assert.equal(sent, `${base}/${id}`)
    assert.equal((await read(id)).state, 'in_circuit')
  })

  test('stays at a step whose answer is wrong, and lets one come back to it later', async ({
    assert,
  }) => {
    const { id } = await begun()
    const wrong = { etape: 'decision', numero: 'A-1', objet: '', decisionDate: '' }
    const back = await answer(`${base}/${id}`, { ...wrong, then: 'next' })
    assert.match(back, /etape=decision$/)
    const skipped = await answer(`${base}/${id}`, { ...wrong, then: 'skip' })
    assert.match(skipped, /etape=documents$/)
    assert.equal((await read(id)).numero, 'A-1')
    const review = await page(`${base}/${id}/modifier?etape=verification`)
    assert.include(review, `${base}/${id}/modifier?etape=decision#champ-numero`)
    assert.include(review, `${base}/${id}/modifier?etape=documents#champ-document`)
    assert.notInclude(review, 'Envoyer en signature')
  })

  test('going back keeps what was typed, and an unticked box is unticked', async ({ assert }) => {
    const { id } = await begun()
    await answer(`${base}/${id}`, { etape: 'suites', withheld: 'true', then: 'save' })
    assert.isTrue((await read(id)).withheld)
    const back = await answer(`${base}/${id}`, {
      etape: 'decision',
      objet: 'Gardé en revenant',
      then: 'back',
    })
    assert.match(back, /etape=nature$/)
    const acte = await read(id)
    assert.equal(acte.objet, 'Gardé en revenant')
    assert.isTrue(acte.withheld)
    await answer(`${base}/${id}`, { etape: 'suites', then: 'next' })
    assert.isFalse((await read(id)).withheld)
    assert.equal((await read(id)).objet, 'Gardé en revenant')
  })

  test('another nature takes its own usual type, and its documents offer only theirs', async ({
    assert,
  }) => {
    const { id } = await begun()
    assert.equal((await read(id)).typePj, '99_DE')
    await answer(`${base}/${id}`, { etape: 'nature', nature: 2, matiere: '6.1', then: 'next' })
    assert.equal((await read(id)).typePj, '99_AR')
    const shown = await page(`${base}/${id}/modifier?etape=documents`)
    assert.include(shown, '99_AR')
    assert.notInclude(shown, '99_DE')
  })

  test('an empty first step leaves no draft behind', async ({ assert }) => {
    const led = await answer(base, { etape: 'nature', then: 'next' })
    assert.equal(led, `${base}/nouveau?etape=nature`)
  })

  test('numbers its steps, and says which ones are done', async ({ assert }) => {
    const { id } = await begun()
    const shown = await page(`${base}/${id}/modifier?etape=documents`)
    assert.match(shown, /<title>[^<]*\(3 sur 5\)/)
    assert.match(shown, /aria-current="step"[^]*?3[^]*?Documents/)
    assert.match(shown, /data-meaning="trouble"[^]*Décision/)
  })
})
