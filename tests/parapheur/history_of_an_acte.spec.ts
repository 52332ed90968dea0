import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import type Acte from '#app/actes/models/acte'
import { runDueJobs } from '#tests/helpers/jobs'
import { testTrust } from '#tests/helpers/trust'
import { change, commune, draftOf } from '../actes/room.js'
import { answerSession, openSession } from './signing_session.js'
import { townHall, type TownHall } from './town_hall.js'

test.group('The history of an acte', (group) => {
  let hall: TownHall
  let acte: Acte
  group.each.setup(async () => {
    await commune()
    hall = await townHall()
    acte = await draftOf(hall.tenant)
  })
  /** In a folder that waits for the mayor alone; returns its address. */
  const submit = async () => {
    const folderId = await hall.open({ circuit: 'signature', origin: acte.id })
    await change(hall.tenant, acte.id, async (fresh) => {
      fresh.folderId = folderId
      await fresh.step('submit', SYSTEM)
    })
    return `${hall.base}/dossiers/${folderId}`
  }

  test('names who refused it, then who signed it, in her quality', async ({ client, assert }) => {
    const refused = await submit()
    await client
      .post(`${refused}/refus`)
      .loginAs(hall.mayor)
      .withCsrfToken()
      .form({ reason: 'Le tarif est faux' })
    await runDueJobs(hall.tenant.id)
    await change(hall.tenant, acte.id, (fresh) => fresh.step('reopen', SYSTEM))
    const url = await submit()
    const { mayor } = await testTrust()
    const session = (await openSession(client, url, hall.mayor, mayor)).body()
    await answerSession(client, session, hall.mayor, mayor)
    await runDueJobs(hall.tenant.id)
    await runDueJobs(hall.tenant.id)
    const page = await client.get(`/c/${hall.tenant.slug}/actes/${acte.id}`).loginAs(hall.agent)
    const lines = page
      .text()
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
    assert.match(lines, /Refusé par le parapheur [^.]*Soizic Madec, maire Le tarif est faux/)
    assert.match(lines, / Signé [^.]{0,60}Soizic Madec, maire/)
    assert.notMatch(lines, /(Signé|Refusé par le parapheur) [^.]{0,60}La plateforme/)
  })
})
