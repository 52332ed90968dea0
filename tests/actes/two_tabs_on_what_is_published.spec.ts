import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import type Acte from '#app/actes/models/acte'
import type User from '#kernel/people/user'
import type { Tenant } from '#kernel/tenant'
import { person } from '#tests/world/world'
import { received } from './kept_back.js'
import { change, commune, PDF, reload } from './room.js'

/** A deliberation that the law publishes, and that a person kept from the register. */
const KEPT = { natureCode: 1, matiere: '5.2', objet: 'Budget des fêtes', withheld: true }
const COPY = Buffer.from(PDF.toString('latin1').replace('595 842', '600 800'), 'latin1')

test.group('Two tabs on what everybody reads of an acte', (group) => {
  let kervalan: Tenant
  let maelle: User
  let yann: User
  group.setup(async () => {
    kervalan = await commune()
    maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    yann = await person('Yann Kerbrat', { kervalan: ['agent'] })
  })

  const pageOf = (acte: Acte) => `/c/kervalan/actes/${acte.id}`

  /** What the form that goes to `road` shows that its reader has seen. */
  async function seenOn(client: ApiClient, acte: Acte, road: string): Promise<string> {
    const html = (await client.get(pageOf(acte)).loginAs(maelle)).text()
    const form = html.slice(html.indexOf(`action="${pageOf(acte)}/${road}"`))
    return /name="seen" value="([^"]+)"/.exec(form.slice(0, form.indexOf('</form>')))![1]
  }

  const send = (
    client: ApiClient,
    acte: Acte,
    who: User,
    road: string,
    fields: Record<string, string>
  ) =>
    client
      .post(`${pageOf(acte)}/${road}`)
      .loginAs(who)
      .withCsrfToken()
      .header('referer', pageOf(acte))
      .fields(fields)

  const sendCopy = (client: ApiClient, acte: Acte, who: User, publicObjet: string, seen = '') =>
    send(client, acte, who, 'copie-expurgee', {
      publicObjet,
      reread: 'true',
      ...(seen ? { seen } : {}),
    }).file('copy', COPY, { filename: 'copie.pdf' })

  test('an acte is not shown whole over the redacted copy of a colleague', async ({
    client,
    assert,
  }) => {
    const acte = await received(kervalan, KEPT)
    await change(kervalan, acte.id, (fresh) => fresh.merge({ state: 'archived' }).save())
    const seen = await seenOn(client, acte, 'publication')
    await sendCopy(client, acte, yann, 'Fêtes')
    const told = (await send(client, acte, maelle, 'publication', { seen })).text()
    assert.include(told, 'Yann Kerbrat a modifié la publication de cet acte')
    assert.include(told, 'Votre geste n’a pas été fait')
    assert.include(told, '<dd>une copie expurgée</dd>')
    assert.equal((await reload(kervalan, acte)).publicForm, 'redacted')
  })

  test('a copy does not replace the copy of a colleague', async ({ client, assert }) => {
    const acte = await received(kervalan)
    const seen = await seenOn(client, acte, 'copie-expurgee')
    await sendCopy(client, acte, yann, 'Nomination d’un agent')
    const told = (await sendCopy(client, acte, maelle, 'Autre objet', seen)).text()
    assert.include(told, 'Yann Kerbrat a modifié la publication de cet acte')
    assert.include(told, '<dd>Nomination d’un agent</dd>')
    assert.equal((await reload(kervalan, acte)).publicObjet, 'Nomination d’un agent')
  })

  test('what is taken off is what the person saw', async ({ client, assert }) => {
    const acte = await received(kervalan)
    await sendCopy(client, acte, maelle, 'Premier objet')
    const seen = await seenOn(client, acte, 'retrait')
    await send(client, acte, yann, 'retrait', { unpublishReason: 'Une erreur dans la copie' })
    await sendCopy(client, acte, yann, 'Objet corrigé')
    const fields = { unpublishReason: 'Une erreur dans la copie', seen }
    const told = (await send(client, acte, maelle, 'retrait', fields)).text()
    assert.include(told, '<dd>Objet corrigé</dd>')
    assert.match(told, /<details class="card" open(="")?>\s*<summary>Retirer du registre/)
    assert.equal((await reload(kervalan, acte)).publicForm, 'redacted')
  })
})
