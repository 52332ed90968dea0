import { day as frenchDay } from '#lib/french/french'
import { currentNotices } from '#web/notices'

interface Suspended {
  name: string
  suspendedAt: Date | null
}

/**
 * What the people of a suspended member are told: since when, what becomes of it, whom to call. `says`
 * is how its reader says a day; a fault says it in French.
 */
export async function suspensionInWords(
  { name, suspendedAt }: Suspended,
  says: (at: Date) => string = frenchDay
): Promise<string> {
  const { operatorName, operatorPhone, operatorEmail } = await currentNotices()
  const since = suspendedAt ? ` depuis le ${says(suspendedAt)}` : ''
  const reach = [operatorPhone, operatorEmail].filter(Boolean).join(' ou ')
  const whom = operatorName ?? 'l’exploitant de la plateforme'
  return `L’accès à « ${name} » est suspendu${since}. Ses pages ne s’ouvrent pas ; ses données restent. Pour en savoir plus, adressez-vous à ${whom}${reach ? ` : ${reach}` : ''}.`
}
