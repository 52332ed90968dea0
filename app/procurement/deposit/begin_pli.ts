import { DateTime } from 'luxon'
import type { Door } from '#rooms/outsiders'
import { clock } from '#kernel/clock'
import { baseTime } from '#kernel/journal/head'
import { tenancy } from '#kernel/tenancy'
import { takeTurn } from '#kernel/tenancy/take_turn'
import { isUuid } from '#lib/values'
import type { KnownOrganisation } from '#rooms/outsiders'
import Consultation from '../drafting/consultation.js'
import { NotOnline, NotYourCompany, PliNumberTaken } from '../errors.js'
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
 * began (annexe 6 of the code). Late or not, it may begin. One that was sealed offline keeps the
 * number under which it was. @throws E_CONSULTATION_NOT_ONLINE, E_PLI_NUMBER_TAKEN
 */
export async function beginPli(
  consultationId: string,
  door: Door,
  company: Pick<KnownOrganisation, 'id' | 'name'> & { siret: string },
  { requestKey = null, id }: { requestKey?: string | null; id?: string } = {}
): Promise<Pli> {
  const consultation = await Consultation.get(consultationId)
  if (!consultation.publishedAt || consultation.state === 'abandoned') throw new NotOnline()
  if (id) await mustBeFree(id)
  return Pli.create({
    ...(id && { id }),
    consultationId,
    personId: door.personId,
    depositor: door.name,
    establishmentId: company.id,
    siret: company.siret,
    company: company.name,
    requestKey,
    state: 'draft',
    // By the clock of the base, as its reception will be: this one may be off
    startedAt: clock.held() ?? DateTime.fromJSDate(await baseTime(), { zone: 'utc' }),
  })
}

/** Of two that come together under one number, the second sees the first. @throws E_PLI_NUMBER_TAKEN */
async function mustBeFree(id: string): Promise<void> {
  await takeTurn(tenancy.trx(), `number of pli ${id}`)
  if (await Pli.find(id)) throw new PliNumberTaken()
}
