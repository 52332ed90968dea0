import { test } from '@japa/runner'
import { establishmentsOf } from '#rooms/outsiders'
import { checkEstablishments } from '#app/outsiders/jobs/check_establishments'
import { someSiren, someSiret } from '#tests/helpers/siren'
import { ESTABLISHMENTS } from '../../simulators/sirene/establishments.js'
import {
  asks,
  entersFirst,
  knowing,
  mandated,
  newcomer,
  shop,
  withRegister,
} from './register_world.js'

test.group('Acting for an organisation', (group) => {
  withRegister(group)

  test('a baker with two shops goes from a typed number to her first action, and from one shop to the other', async ({
    assert,
  }) => {
    const siren = someSiren()
    const [one, other] = [someSiret(siren), someSiret(siren)]
    await knowing(
      shop({ siret: one, sign: 'LE FOURNIL DU QUAI' }),
      shop({ siret: other, sign: 'LE FOURNIL DES HALLES', isSeat: false })
    )
    const { person, visitor } = await newcomer()
    const { page } = await asks(visitor, one.replace(/(.{3})/g, '$1 '))
    for (const shown of ['LE FOURNIL DU QUAI', '3 RUE DU FOUR 35000 KERVALAN', 'en activité'])
      assert.include(page, shown)
    await mandated(visitor, 'LE FOURNIL DU QUAI')
    const choice = await asks(visitor, siren)
    assert.include(choice.page, '2 établissements')
    assert.include(choice.page, 'LE FOURNIL DES HALLES')
    await asks(visitor, other)
    await mandated(visitor, 'LE FOURNIL DES HALLES')
    assert.include((await entersFirst(visitor)).text, 'Inviter quelqu’un')
    const held = await establishmentsOf(person.id)
    assert.deepEqual(held.map(({ siret }) => siret).sort(), [one, other].sort())
    assert.lengthOf([...new Set(held.map(({ organisationId }) => organisationId))], 1)
  })

  test('the president of a club is served by its RNA, and in Alsace by the register of the court', async ({
    assert,
  }) => {
    const rna = `W35${String(Math.random()).slice(2, 9)}`
    const { person, visitor } = await newcomer('Pennec')
    const { page } = await asks(visitor, rna.toLowerCase(), {
      name: 'Club de voile',
      function: 'Présidente',
    })
    assert.include(page, 'Aucun répertoire')
    await mandated(visitor, 'Club de voile')
    assert.include((await entersFirst(visitor)).text, 'Présidente')
    const court = `Strasbourg, volume ${String(Math.random()).slice(2, 8)}, folio 34`
    await asks(visitor, court, { name: 'Chorale de la Robertsau' })
    await mandated(visitor, 'Chorale de la Robertsau')
    const held = await establishmentsOf(person.id)
    assert.deepEqual(
      held.map(({ name, rna: number }) => [name, number]),
      [
        ['Chorale de la Robertsau', null],
        ['Club de voile', rna],
      ]
    )
  })

  test('the same association by its RNA and by its SIRET is one, whichever comes first', async ({
    assert,
  }) => {
    const [rna, siret] = [`W35${String(Math.random()).slice(2, 9)}`, someSiret()]
    await knowing(shop({ siret, rna, name: 'CLUB DE VOILE', legalForm: '9220' }))
    const [first, second] = [await newcomer('Pennec'), await newcomer('Madec')]
    await asks(first.visitor, rna, { name: 'Club de voile' })
    await mandated(first.visitor, 'Club de voile')
    await asks(second.visitor, siret)
    const [club] = await establishmentsOf(first.person.id)
    assert.deepEqual([club.siret, club.rna, club.name], [siret, rna, 'CLUB DE VOILE'])
    assert.include((await entersFirst(first.visitor)).text, 'Anne Madec')
  })

  test('a register that is down delays nothing: the file is accepted, and checked later', async ({
    assert,
  }) => {
    const siret = someSiret()
    const other = await knowing(shop({ siret, name: 'QUINCAILLERIE CARIOU' }))
    other.tell('down')
    const { person, visitor } = await newcomer()
    const { page, location } = await asks(visitor, siret, { name: 'Cariou' })
    assert.include(page, 'rien n’attend')
    assert.equal(location, '/moi/organismes')
    await mandated(visitor, 'Cariou')
    assert.isNull((await establishmentsOf(person.id))[0].checkedAt)
    assert.equal(await checkEstablishments(), 0)
    other.tell('up')
    assert.isAbove(await checkEstablishments(), 0)
    const [checked] = await establishmentsOf(person.id)
    assert.deepEqual([checked.name, checked.standing], ['QUINCAILLERIE CARIOU', 'active'])
    assert.isNotNull(checked.checkedAt)
  })

  const refused: [string, () => string, RegExp][] = [
    ['a company that ceased', () => '79812345100014', /a cessé son activité/],
    ['one that moved, with its new number', () => '53124680900010', /a déménagé.*53124680900028/s],
    ['a number that no register knows', () => someSiret(), /le répertoire ne le connaît pas/],
  ]
  for (const [what, number, words] of refused) {
    test(`${what} is told in one sentence, and asked for nothing`, async ({ assert }) => {
      const { person, visitor } = await newcomer()
      const { page } = await asks(visitor, number())
      assert.match(page, words)
      assert.isEmpty(await establishmentsOf(person.id))
    })
  }

  test('a number that is wrong is told at its field; La Poste’s are right', async ({ assert }) => {
    const { visitor } = await newcomer()
    await visitor.get('/moi/organismes/ajouter')
    await visitor.submit('/moi/organismes/ajouter', { number: '12345678901234' })
    const page = await visitor.get('/moi/organismes/ajouter')
    assert.include(page.text, 'vérifiez chaque chiffre')
    assert.include(page.text, '12345678901234')
    const poste = await visitor.submit('/moi/organismes/ajouter', { number: '356 000 000 49837' })
    assert.equal(poste.location, '/moi/organismes/verifier?numero=35600000049837')
  })

  test('a company of four hundred establishments is walked through page by page', async ({
    assert,
  }) => {
    const siren = ESTABLISHMENTS.find(({ name }) => /COMPTOIRS/.test(name))!.siret.slice(0, 9)
    const { visitor } = await newcomer()
    const first = await visitor.get(`/moi/organismes/verifier?numero=${siren}`)
    assert.include(first.text, '400 établissements')
    const [, next] = first.text.match(/href="([^"]*apres=[^"]*)"/)!
    const second = await visitor.get(next.replaceAll('&amp;', '&'))
    assert.include(second.text, 'COMPTOIR')
    assert.notEqual(second.text, first.text)
  })
})
