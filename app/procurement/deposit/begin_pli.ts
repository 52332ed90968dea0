import type { Door } from '#rooms/outsiders'
import { clock } from '#kernel/clock'
import { isUuid } from '#lib/values'
import type { KnownOrganisation } from '#rooms/outsiders'
import Consultation from '../drafting/consultation.js'
import { NotOnline, NotYourCompany } from '../errors.js'
import Pli from './pli.js'

/** The establishment that somebody names among those she claims. @throws E_NOT_YOUR_COMPANY */
export function chosenCompany(
  claimed: KnownOrganisation[],
  { establishment }: Door,
  asked: string | undefined
): KnownOrganisation & { siret: string } {
  const wanted = asked && isUuid(asked) ? asked : (establishment?.id ?? claimed[0]?.id)
  const found = claimed.find(({ id }) => id === wanted)
  if (!found?.siret) throw new NotYourCompany().at('establishment')
  return { ...found, siret: found.siret }
}

/**
 * Begins a pli, in the transaction in context: from now on the platform knows when its sending
 * began (annexe 6 of the code). Late or not, it may begin. @throws E_CONSULTATION_NOT_ONLINE
 */
export async function beginPli(
  consultationId: string,
  door: Door,
  company: KnownOrganisation & { siret: string },
  requestKey: string | null = null
): Promise<Pli> {
  const consultation = await Consultation.get(consultationId)
  if (!consultation.publishedAt || consultation.state === 'abandoned') throw new NotOnline()
  return Pli.create({
    consultationId,
    personId: door.personId,
    depositor: door.name,
    establishmentId: company.id,
    siret: company.siret,
    company: company.name,
    requestKey,
    state: 'draft',
    startedAt: clock.now(),
  })
}
