import { systemDb } from '#kernel/system'

/** What each gesture is called, by the type of its entry. */
export const LOG_WORDS: Record<string, string> = {
  'kernel.tenant_provisioned': 'Membre créé',
  'kernel.tenant_completed': 'Membre mis au niveau de son modèle',
  'kernel.tenant_suspended': 'Membre suspendu',
  'kernel.tenant_resumed': 'Membre rouvert',
  'kernel.tenant_services_changed': 'Services changés',
  'kernel.tenant_described': 'Identité changée',
  'kernel.jobs_relaunched': 'Tâches relancées',
}

/** The last gestures that are read from the journals of all: nobody looks further back here. */
const MOST = 2_000

/** One gesture of an operator on a member. */
export interface LogRow {
  id: string
  at: string
  what: string
  member: string
  name: string
  who: string | null
  details: string
}

/** An entry has no identifier of its own: its member and its place in the journal make one. */
const ENTRY_ID = `md5(entries.tenant_id::text || '/' || entries.position)::uuid as id`

/** The last gestures on all members, the newest first. */
export async function readLog(): Promise<LogRow[]> {
  const rows = await systemDb()
    .from('kernel.journal_entries as entries')
    .join('kernel.tenants', 'tenants.id', 'entries.tenant_id')
    .joinRaw('left join kernel.users on users.id::text = entries.actor_id')
    .whereIn('entries.type', Object.keys(LOG_WORDS))
    .orderBy('entries.at', 'desc')
    .limit(MOST)
    .select('entries.type as what', 'entries.at', 'entries.data', 'tenants.name')
    .select('tenants.id as member', 'users.full_name as who')
    .select(systemDb().raw(ENTRY_ID))
  return rows.map(({ data, ...row }) => ({ ...row, details: detailsOf(data).join(' ') }))
}

interface LogData {
  changes?: string[]
  people?: number
  services?: string[]
  name?: string
  count?: number
}

function detailsOf({ changes = [], people = 0, services, name, count }: LogData): string[] {
  return [
    ...changes,
    ...(people > 0 ? [`Personnes concernées : ${people}.`] : []),
    ...(services ? [`Services : ${services.join(', ')}.`] : []),
    ...(name ? [`${name} : ${count}.`] : []),
  ]
}
