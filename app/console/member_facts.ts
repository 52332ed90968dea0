import { allRoles, allRooms, hasService, roleLabel, roomsOfChoice } from '#kernel/room'
import { blueprints } from '#console/provisioning/library'
import { systemDb } from '#kernel/system'
import { tenancy } from '#kernel/tenancy'
import type { Tenant } from '#kernel/tenant'
import { activityOf } from './activity/read.js'
import { activityScreen } from './activity/screen.js'
import { settingsForm } from './room_settings.js'
import { seenBy, sharedIdentity, sharedServices, sharedSettings } from './shared_member.js'

/** Everything that the page of a member says. */
export async function memberFacts(member: Tenant) {
  const { people, headcount } = await peopleOf(member.id)
  return {
    people,
    headcount,
    roleLabels: Object.fromEntries(allRoles().map((role) => [role, roleLabel(role)])),
    blueprints: await blueprints(),
    services: serviceChoices(member),
    settings: settingsForms(member),
    shared: { identity: seenBy(sharedIdentity(member)), services: seenBy(sharedServices(member)) },
    activity: await activityScreen(member.id),
    counted: await activityOf(member.id),
    journal: await journalFacts(member.id),
    jobs: await jobCounts(member.id),
  }
}

const FIRST_PEOPLE = 50

/** The first people of a member by name, and how many there are: a town hall may have thousands. */
function peopleOf(id: string) {
  return tenancy.run(id, async ({ trx }) => {
    const memberships = () => trx.from('kernel.memberships').where('memberships.tenant_id', id)
    const [{ count }] = await memberships().count('* as count')
    const people = await memberships()
      .join('kernel.users', 'users.id', 'memberships.user_id')
      .orderBy('users.full_name')
      .limit(FIRST_PEOPLE)
      .select(
        'users.full_name as name',
        'memberships.title',
        'memberships.roles',
        'memberships.state'
      )
    return { people, headcount: Number(count) }
  })
}

/** The rooms that a member may have; the front door and identity are not a choice. */
function serviceChoices(member: Tenant) {
  return roomsOfChoice()
    .map((room) => ({ value: room.name, label: room.label, help: room.purpose }))
    .map((choice) => ({ ...choice, open: hasService(member, choice.value) }))
}

/** The settings of the rooms that are open, and of those that always are. */
function settingsForms(member: Tenant) {
  return allRooms()
    .filter((room) => room.settings && hasService(member, room.name))
    .map((room) => ({
      ...settingsForm(room, member),
      shared: seenBy(sharedSettings(member, room)),
    }))
}

async function journalFacts(tenantId: string) {
  const head = await systemDb().from('kernel.journal_heads').where('tenant_id', tenantId).first()
  const seal = await systemDb()
    .from('kernel.journal_seals')
    .where('tenant_id', tenantId)
    .orderBy('number', 'desc')
    .first()
  const entries = Number(head?.position ?? 0)
  const sealed = Number(seal?.last_position ?? 0)
  return {
    entries,
    unsealed: entries - sealed,
    seals: Number(seal?.number ?? 0),
    sealedAt: seal?.sealed_at,
  }
}

async function jobCounts(tenantId: string): Promise<{ waiting: number; failed: number }> {
  const row = await systemDb()
    .from('kernel.outbox')
    .where('tenant_id', tenantId)
    .whereNull('done_at')
    .select(systemDb().rawQuery('count(*) filter (where failed_at is null)::int as waiting'))
    .select(systemDb().rawQuery('count(failed_at)::int as failed'))
    .first()
  return { waiting: row.waiting, failed: row.failed }
}
