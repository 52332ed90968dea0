import { test } from '@japa/runner'
import type { Group } from '@japa/runner/core'
import { allRooms, type Room } from '#kernel/room'
import { rolesNeedingSecondFactor } from '#identity/factors/required'
import { journal } from '#kernel/journal'
import { provision, type Member } from '#console/provisioning'
import { blueprintOf } from '#console/provisioning/library'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { someSiren } from '#tests/helpers/siren'

let provisionings = 0

/** A room that is always there lends its name, for the time of these tests. */
const room = allRooms().find(({ name }) => name === 'portal')!
const lent: Partial<Room> = {
  settings: {
    colour: { default: 'ocre', label: 'Couleur', kind: 'text' },
    size: { default: 3, label: 'Taille', kind: 'text' },
  },
  provision: async (tenant, blueprint) => {
    provisionings++
    const trx = tenancy.trx()
    const desk = { tenant_id: tenant.id, key: 'tests.desk' }
    if (await trx.from('kernel.tasks').where(desk).first()) return []
    await trx
      .insertQuery()
      .table('kernel.tasks')
      .insert({ ...desk, id: tenant.id, capability: 'portal', title: 'Bureau', url: '/' })
    return [`Bureau ouvert : ${blueprint.parapheur.desks[0].name}.`]
  },
}
const own = { settings: room.settings, provision: room.provision }
const borrow = (group: Group) => {
  group.setup(() => void Object.assign(room, lent))
  group.teardown(() => void Object.assign(room, own))
}

function newMember(over: Partial<Member> = {}): Member {
  const siren = someSiren()
  return {
    siren,
    slug: `essai-${siren}`,
    name: 'Commune d’Essai',
    kind: 'commune',
    departement: '035',
    arrondissement: '1',
    services: ['portal'],
    people: [
      {
        name: 'Anne Essai',
        email: `anne.${siren}@exemple.test`,
        title: 'Secrétaire générale',
        roles: ['agent', 'administrator'],
        password: 'demonstration-halle',
      },
    ],
    ...over,
  }
}

test.group('Provisioning a member that is new', (group) => {
  borrow(group)

  test('makes its row, its settings, its people and what its rooms need', async ({ assert }) => {
    const member = newMember()
    const { tenant, changes } = await provision(member)
    assert.equal(tenant.natureCode, '31')
    assert.deepEqual(tenant.settings.portal, { colour: 'ocre', size: 3 })
    const search = allRooms().find(({ name }) => name === 'identity')!.search!
    const context = { tenantSlug: tenant.slug, limit: 9, allows: () => true }
    const found = await tenancy.run(tenant.id, () => search.find('essai anne', context))
    assert.deepEqual(
      found.map(({ title }) => title),
      ['Anne Essai']
    )
    assert.include(changes.join('\n'), 'Membre créé : Commune d’Essai')
    assert.include(changes.join('\n'), 'Bureau ouvert : Secrétariat général.')
    const roles = await tenancy.run(tenant.id, ({ trx }) =>
      trx.from('kernel.memberships').select('roles', 'title')
    )
    assert.deepEqual(roles, [{ roles: ['agent', 'administrator'], title: 'Secrétaire générale' }])
  })

  test('changes nothing the second time, and says so', async ({ assert }) => {
    const member = newMember()
    const { tenant } = await provision(member)
    const before = provisionings
    const again = await provision(member)
    assert.deepEqual(again.changes, [])
    assert.equal(again.tenant.id, tenant.id)
    assert.equal(provisionings, before + 1)
  })

  test('is written in the journal without the name of anybody', async ({ assert }) => {
    const { tenant } = await provision(newMember())
    const entries = await tenancy.run(tenant.id, () =>
      journal.entriesOf({ capability: 'kernel', type: 'tenant', id: tenant.id })
    )
    assert.deepEqual(
      entries.map((entry) => entry.type),
      ['kernel.tenant_provisioned']
    )
    assert.notInclude(JSON.stringify(entries), 'Anne')
    assert.include(JSON.stringify(entries[0].data), 'Bureau ouvert')
  })

  test('asks a second factor of the roles that its blueprint names', async ({ assert }) => {
    const known = await blueprintOf('commune')
    const identity = { secondFactorFor: ['signatory'] }
    const blueprint = { ...known, settings: { ...known.settings, identity } }
    const { tenant } = await provision(newMember(), { blueprint })
    assert.deepEqual(rolesNeedingSecondFactor(tenant), ['signatory'])
  })

  test('only says what it would do in a dry run', async ({ assert }) => {
    const member = newMember()
    const { changes } = await provision(member, { dryRun: true })
    assert.isAbove(changes.length, 2)
    assert.isNull(await tenants.bySiren(member.siren))
    assert.isNull(
      await systemDb().from('kernel.users').where('email', member.people![0].email).first()
    )
  })

  test('leaves nothing behind when one of its rooms fails', async ({ assert }) => {
    const member = newMember({ kind: 'commune' })
    const blueprint = {
      ...(await blueprintOf('commune')),
      parapheur: { desks: [], circuits: [], types: [] },
    }
    await assert.rejects(() => provision(member, { blueprint }))
    tenants.forget()
    assert.isNull(await tenants.bySiren(member.siren))
  })
})

test.group('Provisioning a member that is there already', (group) => {
  borrow(group)

  test('keeps what it decided and adds what is missing', async ({ assert }) => {
    const member = newMember()
    const { tenant } = await provision(member)
    const settings = { ...tenant.settings, portal: { colour: 'tuile' } }
    await systemDb()
      .from('kernel.tenants')
      .where('id', tenant.id)
      .update({ settings: JSON.stringify(settings) })
    const again = await provision(member)
    assert.deepEqual(again.tenant.settings.portal, { colour: 'tuile', size: 3 })
    assert.deepEqual(again.changes, [`Réglages de « ${room.label} » : size.`])
  })

  test('adds a role and takes none away', async ({ assert }) => {
    const member = newMember()
    await provision(member)
    const more = { ...member, people: [{ ...member.people![0], roles: ['signatory' as const] }] }
    const { tenant } = await provision(more)
    const row = await tenancy.run(tenant.id, ({ trx }) =>
      trx.from('kernel.memberships').firstOrFail()
    )
    assert.sameMembers(row.roles, ['agent', 'administrator', 'signatory'])
  })

  test('does not open again a room that was closed', async ({ assert }) => {
    const member = newMember({ services: undefined })
    const { tenant } = await provision(member)
    const settings = { ...tenant.settings, services: ['parapheur'], closedServices: ['actes'] }
    await systemDb()
      .from('kernel.tenants')
      .where('id', tenant.id)
      .update({ settings: JSON.stringify(settings) })
    const again = await provision(member)
    assert.notInclude(again.tenant.settings.services, 'actes')
    assert.include(again.tenant.settings.services, 'archiving')
  })
})

test.group('A description that no member could have', () => {
  test('is refused at the field that is wrong: {code}')
    .with([
      { code: 'E_SLUG_INVALID', over: { slug: 'Été 2026' } },
      { code: 'E_MEMBER_NAME_MISSING', over: { name: ' ' } },
      { code: 'E_BLUEPRINT_UNKNOWN', over: { kind: 'royaume' } },
    ])
    .run(async ({ assert }, { code, over }) => {
      const error = await provision(newMember(over)).then(
        () => null,
        (refused) => refused
      )
      assert.equal(error?.code, code)
      assert.isDefined(error.field)
    })

  test('is refused when its address belongs to another', async ({ assert }) => {
    const first = newMember()
    await provision(first)
    const error = await provision(newMember({ slug: first.slug })).then(
      () => null,
      (refused) => refused
    )
    assert.equal(error?.code, 'E_SLUG_TAKEN')
  })
})
