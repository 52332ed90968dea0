import { test } from '@japa/runner'
import { SYSTEM } from '#kernel/actor'
import { openP12 } from '#lib/signature/p12_reader'
import Folder from '#app/parapheur/models/folder'
import Seal from '#app/parapheur/models/seal'
import { depositSeal } from '#app/parapheur/signing/deposit_seal'
import { runDueJobs } from '#tests/helpers/jobs'
import { someSiren } from '#tests/helpers/siren'
import { certified } from '#tests/helpers/trust'
import { personSubject } from '../../simulators/pki/subjects.js'
import { townHall, type TownHall } from './town_hall.js'

test.group('Whose certificate seals', (group) => {
  let hall: TownHall
  group.each.setup(async () => {
    hall = await townHall()
  })

  test('the collectivite’s, never a person’s nor a neighbour’s', async ({ assert }) => {
    const seal = (siren: string) =>
      `C=FR, O=Commune, 2.5.4.97=NTRFR-${siren}, CN=Cachet de la commune`
    const own = await certified(seal(hall.tenant.siren), 'seal')
    const others: [string, RegExp][] = [
      [seal(someSiren()), /celui d’une autre collectivité/],
      [
        personSubject({ name: 'Commune', siren: hall.tenant.siren }, 'Soizic Madec'),
        /celui d’une personne/,
      ],
    ]
    for (const [name, words] of others) {
      const { p12 } = await certified(name, 'seal')
      await assert.rejects(() => hall.run(() => depositSeal(p12, 'x', SYSTEM)), words)
    }
    assert.isNull(await hall.run(() => Seal.inForce()))
    await hall.run(() => depositSeal(own.p12, 'x', SYSTEM))
    assert.isNotNull(await hall.run(() => Seal.inForce()))
  })

  test('one that was kept before and is a neighbour’s stops the folder, which says so', async ({
    client,
    assert,
  }) => {
    const { p12 } = await certified(`O=Commune, 2.5.4.97=NTRFR-${someSiren()}, CN=Cachet`, 'seal')
    const { certificate } = await openP12(p12, 'x')
    await hall.run(() => Seal.keep(certificate, { p12, password: 'x' }))
    const id = await hall.open({ circuit: 'visa-cachet' })
    const url = `${hall.base}/dossiers/${id}`
    await client.post(`${url}/visa`).loginAs(hall.secretary).withCsrfToken()
    await runDueJobs(hall.tenant.id)
    assert.equal((await hall.run(() => Folder.get(id))).state, 'in_progress')
    const page = (await client.get(url).loginAs(hall.secretary)).text()
    assert.include(page, 'celui d’une autre collectivité')
  })
})
