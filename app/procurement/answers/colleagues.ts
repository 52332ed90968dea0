import { askBehind, behind, colleaguesBeside, walled, type Colleague } from '#rooms/outsiders'
import { isUuid } from '#lib/values'
import Candidature from '../candidature/candidature.js'
import CandidatureMember from '../candidature/member.js'

/** Of whom something is, and for which of her companies. */
interface Owned {
  personId: string | null
  establishmentId: string | null
}

/** Whether one of some colleagues did that for the company that both act for. */
export const isOf = (colleagues: Colleague[], { personId, establishmentId }: Owned): boolean =>
  colleagues.some((one) => one.personId === personId && one.establishmentId === establishmentId)

const placesOf = (colleagues: Colleague[]) => [
  ...new Set(colleagues.map(({ establishmentId }) => establishmentId)),
]

/** Finds what is of the companies that somebody shares with others; null where she shares none. */
async function findShared<T extends Owned>(
  personId: string,
  find: () => Promise<T | null>
): Promise<T | null> {
  const colleagues = await colleaguesBeside(personId)
  if (colleagues.length === 0) return null
  const found = await behind({ establishments: placesOf(colleagues) }, find)
  return found && isOf(colleagues, found) ? found : null
}

/**
 * In whose name somebody works on a candidature: her own, or that of the colleague who prepares it for
 * the company that both act for, as somebody vouched of both. Who merely claims the company has no
 * colleague there. What is nobody's of theirs is asked in her own name, and not found.
 */
export async function holderOfCandidature(personId: string, id: string): Promise<string> {
  if (!isUuid(id)) return personId
  const find = () => Candidature.ofAny(id)
  if (await behind({ person: personId }, find)) return personId
  return (await findShared(personId, find))?.personId ?? personId
}

/** The same of the own row of a company in a candidature. */
export async function holderOfMember(personId: string, id: string): Promise<string> {
  if (!isUuid(id)) return personId
  const own = await behind({ person: personId }, () => CandidatureMember.find(id, walled()))
  if (own?.personId === personId) return personId
  const shared = await findShared(personId, () => CandidatureMember.find(id, walled()))
  return shared?.personId ?? personId
}

const PLI = `select person_id as "personId", establishment_id as "establishmentId"
  from procurement.plis where id = :pli`

/**
 * In whose name a deposited pli is read, or withdrawn: the receipt is of the company. Its keys stay
 * where they were made, and what is being sent goes on where it began.
 */
export async function holderOfPli(person: string, pli: string): Promise<string> {
  if (!isUuid(pli)) return person
  const [own] = await askBehind({ person }, PLI, { pli })
  if (own) return person
  const colleagues = await colleaguesBeside(person)
  if (colleagues.length === 0) return person
  const [found] = await askBehind({ establishments: placesOf(colleagues) }, PLI, { pli })
  return found && isOf(colleagues, found) ? found.personId : person
}

/** Whether a colleague prepares a candidature for that company already: one company, one candidature. */
export async function isPreparedBeside(
  { personId, company }: { personId: string; company: { id: string } },
  consultationId: string
): Promise<boolean> {
  const colleagues = await colleaguesBeside(personId)
  const there = colleagues.filter(({ establishmentId }) => establishmentId === company.id)
  if (there.length === 0) return false
  const found = await behind({ establishments: [company.id] }, () => Candidature.to(consultationId))
  return found.some((one) => isOf(there, one))
}

/** What colleagues prepare for a consultation, with the name of each. */
export async function sharedCandidatures(
  personId: string,
  consultationId: string
): Promise<{ personId: string; name: string; ids: string[] }[]> {
  const colleagues = await colleaguesBeside(personId)
  if (colleagues.length === 0) return []
  const found = await behind({ establishments: placesOf(colleagues) }, () =>
    Candidature.to(consultationId)
  )
  return colleagues
    .map(({ personId: id, name, establishmentId }) => ({
      ...{ personId: id, name },
      ids: found
        .filter((one) => isOf([{ personId: id, name, establishmentId }], one))
        .map((one) => one.id),
    }))
    .filter(({ ids }) => ids.length > 0)
}
