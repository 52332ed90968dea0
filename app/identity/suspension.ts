import { day } from '#lib/french/french'
import { currentNotices } from '#web/notices'

interface Suspended {
  name: string
  suspendedAt: Date | null
}

/** What the people of a suspended member are told: since when, what becomes of it, whom to call. */
export async function suspensionInWords({ name, suspendedAt }: Suspended): Promise<string> {
  const { operatorName, operatorPhone, operatorEmail } = await currentNotices()
  const since = suspendedAt ? ` depuis le ${day(suspendedAt)}` : ''
  const reach = [operatorPhone, operatorEmail].filter(Boolean).join(' ou ')
  const whom = operatorName ?? 'l’exploitant de la plateforme'
  return `L’accès à « ${name} » est suspendu${since}. Ses pages ne s’ouvrent pas ; ses données restent. Pour en savoir plus, adressez-vous à ${whom}${reach ? ` : ${reach}` : ''}.`
}
