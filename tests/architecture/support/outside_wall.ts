import type { QueryClientContract } from '@adonisjs/lucid/types/database'

/** Tables of people outside, who stand above the members, behind a wall of their own. */
export const OUTSIDE_TABLES: Record<string, string> = {
  'kernel.persons': 'who is no agent stands above the members, behind a wall of her own',
  'kernel.person_identifiers': 'they belong to a person outside',
  'kernel.contact_points': 'they belong to a person outside',
  'kernel.person_events': 'they belong to a person outside',
  'kernel.door_codes': 'a code that waits at the door of a person outside',
  'kernel.organisations': 'a company meets many members',
  'kernel.establishments': 'they belong to an organisation',
  'kernel.attachments': 'they belong to a person and to an establishment',
  'kernel.attachment_transitions': 'they belong to a person and to an establishment',
  'kernel.attachment_invitations': 'they belong to an establishment',
  'kernel.person_merges': 'they belong to a person outside',
  'kernel.person_tokens': 'they belong to a person outside',
}

/** The same of a room, whose tables its `room.ts` excepts. */
const OF_ROOMS: Record<string, string[]> = {
  'procurement.candidatures': ['own_person', 'own_establishment'],
  'procurement.candidature_members': [
    ...['own_person', 'own_establishment', 'own_mandataire', 'by_token', 'by_company'],
  ],
  'procurement.proofs': ['own_establishment'],
  'procurement.company_facts': ['own_establishment'],
  'procurement.alert_receivers': ['own_person'],
  'procurement.alert_messages': ['own_person'],
  'procurement.given_proofs': ['own_person', 'own_mandataire'],
}

/** Whose the rows of people outside are, or what one must know to read one: no other policy is theirs. */
export const OUTSIDE_POLICIES: Record<string, string> = Object.fromEntries(
  Object.entries({
    ...OF_ROOMS,
    'kernel.persons': ['own_person', 'by_match_key'],
    'kernel.person_identifiers': ['own_person', 'by_lookup'],
    'kernel.contact_points': ['own_person'],
    'kernel.person_events': ['own_person'],
    'kernel.door_codes': ['by_id'],
    'kernel.organisations': ['own_organisation', 'by_number'],
    'kernel.establishments': ['own_establishment', 'own_organisation', 'by_number'],
    'kernel.attachments': ['own_person', 'own_establishment'],
    'kernel.attachment_transitions': ['own_person', 'own_establishment'],
    'kernel.attachment_invitations': ['own_establishment', 'by_token'],
    'kernel.person_merges': ['own_person'],
    'kernel.person_tokens': ['own_person', 'by_secret'],
  }).flatMap(([table, policies]) =>
    policies.map((policy) => [
      `${table} ${policy}`,
      'people outside have a wall of their own (tests/isolation/people_outside.spec.ts)',
    ])
  )
)

const FORCED = `
  select nspname || '.' || relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where relrowsecurity and relforcerowsecurity`

/** Tables of people outside whose wall is not there: enabled, forced, and held by what a policy names. */
export async function outsideWithoutWall(client: QueryClientContract, tables = outsideTables()) {
  const { rows } = await client.rawQuery(FORCED)
  const forced: string[] = rows.map(({ name }: { name: string }) => name)
  return tables
    .filter((name) => !forced.includes(name))
    .map((name) => `${name}: row-level security is not enabled and forced`)
}

const outsideTables = () => [
  ...new Set(Object.keys(OUTSIDE_POLICIES).map((policy) => policy.split(' ')[0])),
]
