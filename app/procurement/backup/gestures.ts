import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import type { Door, KnownOrganisation } from '#rooms/outsiders'
import { TooManyCopies } from '../dialogue_errors.js'
import Consultation from '../drafting/consultation.js'
import { CopyStaysShut, CopyUnknown, HourPassed, NotOnline, TooEarly } from '../errors.js'
import type { BackupMode, OpeningCase } from '../rules/backup_copy.js'
import { casesAmong, sentBefore } from './cases.js'
import BackupCopy, { newNumber, numberOf } from './backup_copy.js'

/** Announced and not come yet: an envelope is rewritten once or twice, not more. */
const MOST_WAITED = 20

type Company = Pick<KnownOrganisation, 'id' | 'name'> & { siret: string }

/**
 * Announces a copie de sauvegarde, in the transaction in context: its number goes on the envelope.
 * Nothing of it goes to the journal before it is received: agents would count who answers.
 * @throws E_CONSULTATION_NOT_ONLINE, E_HOUR_PASSED, E_TOO_MANY_COPIES
 */
export async function declareCopy(
  consultationId: string,
  { personId }: Door,
  { company, mode }: { company: Company; mode: BackupMode }
): Promise<BackupCopy> {
  const consultation = await Consultation.get(consultationId)
  const mayAnswer =
    consultation.publishedAt && !['abandoned', 'rehearsal'].includes(consultation.state)
  if (!mayAnswer) throw new NotOnline()
  if (consultation.isPastTheHour) throw new HourPassed()
  const former = BackupCopy.query().where({ consultationId, personId, state: 'declared' })
  if ((await former.limit(MOST_WAITED)).length === MOST_WAITED) throw new TooManyCopies()
  return BackupCopy.create({
    ...{ consultationId, personId, mode },
    number: newNumber(),
    state: 'declared',
    establishmentId: company.id,
    siret: company.siret,
    company: company.name,
    declaredAt: clock.now(),
  })
}

/**
 * Notes that the envelope of that number has come, at this very instant; after the hour it is late,
 * and stays shut. @throws E_COPY_UNKNOWN, E_TRANSITION_NOT_ALLOWED
 */
export async function receiveCopy(
  consultation: Consultation,
  typed: string,
  by: Actor
): Promise<BackupCopy> {
  const copy = await BackupCopy.query()
    .where({ consultationId: consultation.id, number: numberOf(typed) })
    .forUpdate()
    .first()
  if (!copy) throw new CopyUnknown().at('number')
  copy.merge({ receivedAt: clock.now() })
  await copy.step(consultation.isPastTheHour ? 'come_late' : 'receive', by)
  return copy
}

/** Opens a copy, for a case of annexe 6 and no other. @throws E_BEFORE_THE_HOUR, E_COPY_STAYS_SHUT */
export async function openCopy(
  consultation: Consultation,
  copy: BackupCopy,
  { openedFor, by }: { openedFor: OpeningCase; by: Actor }
): Promise<void> {
  if (!consultation.openedAt) throw new TooEarly(consultation.hourWords)
  const sent = await sentBefore(consultation, copy.establishmentId)
  const cases = casesAmong(sent, consultation, copy)
  if (!cases.includes(openedFor)) throw new CopyStaysShut()
  copy.merge({ openedAt: clock.now(), openedFor })
  await copy.step('open', by, { openedFor })
}

/** What was never opened is destroyed once the tender is over. @throws E_TRANSITION_NOT_ALLOWED */
export async function destroyCopy(copy: BackupCopy, by: Actor): Promise<void> {
  copy.merge({ destroyedAt: clock.now() })
  await copy.step('destroy', by)
}
