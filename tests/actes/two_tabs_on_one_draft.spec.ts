import { test } from '@japa/runner'
import type User from '#kernel/people/user'
import { systemDb } from '#kernel/system'
import { tenants, type Tenant } from '#kernel/tenant'
import { person } from '#tests/world/world'
import { commune, draftOf, reload } from './room.js'

const seenIn = (html: string) => /name="seen" value="([^"]+)"/.exec(html)![1]

test.group('Two tabs on one draft', (group) => {
  let kervalan: Tenant
  let maelle: User
  let yann: User
  group.setup(async () => {
    kervalan = await commune()
    maelle = await person('Maëlle Le Goff', { kervalan: ['agent'] })
    yann = await person('Yann Kerbrat', { kervalan: ['administrator'] })
  })

  test('the second is told who saved what, and keeps what was typed', async ({
    client,
    assert,
  }) => {
    const acte = await draftOf(kervalan, { objet: 'Au départ' } as never)
    const page = `/c/kervalan/actes/${acte.id}/modifier`
    const seen = seenIn((await client.get(page).loginAs(maelle)).text())
    const save = (who: User, objet: string, vu: string) =>
      client
        .post(`/c/kervalan/actes/${acte.id}?_method=PUT`)
        .header('referer', page)
        .loginAs(who)
        .withCsrfToken()
        .form({ nature: 1, numero: acte.numero, objet, seen: vu, then: 'save' })
    await save(yann, 'Onglet un', seen)
    const told = await save(maelle, 'Onglet deux', seen)
    assert.equal((await reload(kervalan, acte)).objet, 'Onglet un')
    assert.match(told.text(), /Yann Kerbrat a modifié ce brouillon à \d+.h.\d\d/)
    assert.include(told.text(), '<dd>Onglet un</dd>')
    assert.include(told.text(), '>Onglet deux</textarea>')
    await save(maelle, 'Onglet deux', seenIn(told.text()))
    assert.equal((await reload(kervalan, acte)).objet, 'Onglet deux')
  })

  test('one person is told that it was another of her tabs', async ({ client, assert }) => {
    const acte = await draftOf(kervalan)
    const page = `/c/kervalan/actes/${acte.id}/modifier`
    const seen = seenIn((await client.get(page).loginAs(maelle)).text())
    const save = (objet: string) =>
      client
        .post(`/c/kervalan/actes/${acte.id}?_method=PUT`)
        .header('referer', page)
        .loginAs(maelle)
        .withCsrfToken()
        .form({ nature: 1, numero: acte.numero, objet, seen, then: 'save' })
    await save('Un')
    assert.include((await save('Deux')).text(), 'Un autre de vos onglets a modifié ce brouillon')
  })

  test('the settings of the actes tell it too', async ({ client, assert }) => {
    const page = '/c/kervalan/actes/reglages'
    const seen = seenIn((await client.get(page).loginAs(yann)).text())
    const save = (referentName: string) =>
      client
        .post(`${page}?_method=PUT`)
        .header('referer', page)
        .loginAs(yann)
        .withCsrfToken()
        .form({ referentName, transmitWhenSigned: 'true', publishUnauthenticated: 'true', seen })
    await save('Un nom')
    assert.include((await save('Un autre nom')).text(), 'a modifié ces réglages')
    await save('')
  })

  test('the settings of the actes tell it of a colleague whom another process served', async ({
    client,
    assert,
  }) => {
    const page = '/c/kervalan/actes/reglages'
    const seen = seenIn((await client.get(page).loginAs(yann)).text())
    // This process goes on remembering what it has just read.
    const { settings } = (await tenants.bySlug('kervalan'))!
    const saved = { ...settings, actes: { ...settings.actes, referentName: 'Une collègue' } }
    const row = () => systemDb().from('kernel.tenants').where('id', kervalan.id)
    await row().update({ settings: JSON.stringify(saved) })
    const save = (vu: string) =>
      client
        .post(`${page}?_method=PUT`)
        .header('referer', page)
        .loginAs(yann)
        .withCsrfToken()
        .form({ referentName: 'Moi', transmitWhenSigned: 'true', seen: vu })
    const told = (await save(seen)).text()
    assert.include(told, 'a modifié ces réglages')
    assert.include(told, 'Une collègue')
    assert.include((await save(seenIn(told))).text(), 'Les réglages sont enregistrés')
    await row().update({ settings: JSON.stringify(settings) })
    tenants.forget()
  })

  test('the page of a member tells it too', async ({ client, assert }) => {
    const list = await client.get('/c/kervalan/membres').qs({ q: maelle.email }).loginAs(yann)
    const [page] = /\/c\/kervalan\/membres\/[0-9a-f-]{36}/.exec(list.text())!
    const seen = seenIn((await client.get(page).loginAs(yann)).text())
    const save = (title: string) =>
      client
        .post(page)
        .header('referer', page)
        .loginAs(yann)
        .withCsrfToken()
        .form({ title, 'roles[]': 'agent', seen })
    await save('Secrétaire')
    assert.include((await save('Comptable')).text(), 'a modifié cette fiche')
  })
})
