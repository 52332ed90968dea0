import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import CertificateLink from '#app/parapheur/models/certificate_link'
import { certified } from '#tests/helpers/trust'
import { uuidv7 } from '#lib/values'
import { personSubject } from '../../simulators/pki/subjects.js'
import { sentCertificates } from './signing_session.js'
import { townHall, type TownHall } from './town_hall.js'

test.group('Two tabs on a certificate of another name', (group) => {
  let hall: TownHall
  let page: string
  group.each.setup(async () => {
    hall = await townHall()
    page = `${hall.base}/certificats`
  })

  /** The mayor asks that her certificate of another name be known as hers. */
  async function asked(client: ApiClient): Promise<string> {
    const place = { name: 'Commune de Kervalan', siren: hall.tenant.siren }
    const { signer } = await certified(personSubject(place, 'Soizic Le Gall'))
    await client
      .post(page)
      .loginAs(hall.mayor)
      .withCsrfToken()
      .accept('json')
      .json(sentCertificates(signer))
    return (await hall.run(() => CertificateLink.query().firstOrFail())).id
  }

  /** What the form that grants, or the one that puts aside, shows that its reader has seen. */
  async function seenFor(client: ApiClient, id: string, method: 'PUT' | 'DELETE') {
    const html = (await client.get(page).loginAs(hall.secretary)).text()
    const form = html.slice(html.indexOf(`action="${page}/${id}?_method=${method}`))
    return /name="seen" value="([^"]+)"/.exec(form.slice(0, form.indexOf('</form>')))![1]
  }

  const send = (client: ApiClient, id: string, method: 'PUT' | 'DELETE', fields: object) =>
    client
      .post(`${page}/${id}?_method=${method}`)
      .loginAs(hall.secretary)
      .withCsrfToken()
      .header('referer', page)
      .form(fields)

  const linkNow = (id: string) => hall.run(() => CertificateLink.findOrFail(id))

  test('a demand is seen however many certificates were granted since, and these are paged', async ({
    client,
    assert,
  }) => {
    await asked(client)
    await hall.run(async () => {
      const { $attributes: first } = await CertificateLink.query().firstOrFail()
      const granted = { ...first, reason: 'Nom de naissance', grantedAt: first.createdAt }
      for (let rank = 0; rank < 201; rank++)
        await CertificateLink.create({
          ...granted,
          id: uuidv7(),
          fingerprint: String(rank).padStart(64, '0'),
          grantedBy: hall.secretary.id,
          holderName: `Titulaire ${rank}.`,
        })
    })
    const shown = (await client.get(page).loginAs(hall.secretary)).text()
    assert.include(shown, 'Demande 1 :')
    assert.include(shown, 'Titulaire 200.')
    assert.notInclude(shown, 'Titulaire 150.')
    const [, next] = /href="([^"]+)" rel="next"/.exec(shown)!
    const rest = next.slice(next.indexOf('?')).replaceAll('&amp;', '&')
    const second = await client.get(`${page}${rest}`).loginAs(hall.secretary)
    assert.include(second.text(), 'Titulaire 150.')
  })

  test('whoever puts a demand aside does not take back what was granted meanwhile', async ({
    client,
    assert,
  }) => {
    const id = await asked(client)
    const seen = await seenFor(client, id, 'DELETE')
    await send(client, id, 'PUT', { [`reason-${id}`]: 'Nom de naissance' })
    const told = (await send(client, id, 'DELETE', { seen })).text()
    assert.include(told, 'Un autre de vos onglets a modifié ce rattachement')
    assert.include(told, 'cette demande n’attend plus')
    assert.isTrue((await linkNow(id)).isGranted)
    await send(client, id, 'DELETE', { seen: await seenFor(client, id, 'DELETE') })
    assert.isFalse((await linkNow(id)).isGranted)
  })

  test('whoever grants second reads the reason of the first, which stands', async ({
    client,
    assert,
  }) => {
    const id = await asked(client)
    const seen = await seenFor(client, id, 'PUT')
    await send(client, id, 'PUT', { [`reason-${id}`]: 'Nom de naissance', seen })
    const told = (await send(client, id, 'PUT', { [`reason-${id}`]: 'Nom d’usage', seen })).text()
    assert.include(told, 'Un autre de vos onglets a modifié ce rattachement')
    assert.include(told, '<dd>Nom de naissance</dd>')
    assert.equal((await linkNow(id)).reason, 'Nom de naissance')
  })
})
