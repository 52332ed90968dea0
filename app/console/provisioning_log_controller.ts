import type { HttpContext } from '@adonisjs/core/http'
import { systemDb } from '#kernel/system'

const MOST = 200

const WORDS: Record<string, string> = {
  'kernel.tenant_provisioned': 'Membre créé',
  'kernel.tenant_completed': 'Membre mis au niveau de son modèle',
  'kernel.tenant_suspended': 'Membre suspendu',
  'kernel.tenant_resumed': 'Membre rouvert',
  'kernel.tenant_services_changed': 'Services changés',
  'kernel.tenant_described': 'Identité changée',
  'kernel.jobs_relaunched': 'Tâches relancées',
}

/** What operators did to members, read in the members' own journals. */
export default class ProvisioningLogController {
  async index({ view }: HttpContext) {
    const rows = await systemDb()
      .from('kernel.journal_entries as entries')
      .join('kernel.tenants', 'tenants.id', 'entries.tenant_id')
      .joinRaw('left join kernel.users on users.id::text = entries.actor_id')
      .whereIn('entries.type', Object.keys(WORDS))
      .orderBy('entries.at', 'desc')
      .limit(MOST)
      .select('entries.type', 'entries.at', 'entries.data', 'tenants.id', 'tenants.name')
      .select('users.full_name as who')
    return view.render('operator/log', {
      lines: rows.map((row) => ({ ...row, what: WORDS[row.type], details: detailsOf(row.data) })),
    })
  }
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
