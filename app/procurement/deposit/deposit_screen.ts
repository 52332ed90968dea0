import type { Door, KnownOrganisation } from '#rooms/outsiders'
import { clock } from '#kernel/clock'
import type { Tenant } from '#kernel/tenant'
import type { Manifest } from '#lib/sealing'
import { toTheSecond } from '#web/dates'
import Consultation from '../drafting/consultation.js'
import { ConsultationMissing } from '../errors.js'
import { envelopesIn } from '../lots/answers.js'
import Lot from '../lots/lot.js'
import { lotLettersOf } from '../lots/lot_letters.js'
import { ENVELOPE_WORDS, ENVELOPES, LIMIT_WORDS } from '../rules/choices.js'
import { publicScreen } from '../publication/public_screen.js'
import { preparedFor } from '../candidature/prepared.js'
import { copiesOfPerson, modeOptions } from '../backup/copies_screen.js'
import { noteServedNow } from '../sealer/sealer.js'
import { lastKeysOf, twinsOf, unfinishedOf } from './deposit_warnings.js'
import { ownPlis } from './own_plis.js'
import type Pli from './pli.js'

/** What a trial gives, for who wants to see the time run. */
const TRIAL = { hours: 1 }

/** The page where a company answers, with what it has deposited already. */
export async function depositScreen(
  { tenant, claimed, door }: { tenant: Tenant; claimed: KnownOrganisation[]; door: Door },
  id: string,
  after: string | null
) {
  const consultation = await Consultation.get(id)
  if (!consultation.publishedAt) throw new ConsultationMissing()
  await noteServedNow()
  const { plis, next, former } = await ownPlis(id, door, after)
  // One that was taken out is no longer answered
  const lots = (await Lot.of(id)).filter(({ isOver }) => !isOver || consultation.openedAt)
  return {
    ...(await publicScreen(consultation, tenant)),
    tenantName: tenant.name,
    claimed: claimed.filter(({ siret }) => siret),
    chosen: door.establishment?.id ?? claimed[0]?.id,
    ...{ plis, next },
    ...(await preparedFor(door, consultation)),
    copies: await copiesOfPerson(id, door.personId),
    modes: modeOptions,
    lastKeys: await lastKeysOf(plis, consultation),
    unfinished: await unfinishedOf(id, door.personId),
    ...(await twinsOf(consultation)),
    formerFiles: filesOf(former),
    // The form's helper leaves quotes as they are: names are joined by spaces
    formerLots: former ? lotsStillIn(former, lots).join(' ') : '',
    letters: await lotLettersOf(consultation, plis),
    // The clock that counts is ours: the page shows what is left by it
    now: clock.now().toMillis(),
    isLate: ({ state }: Pli) => state === 'late',
    // Annexe 6, 2°: a transmission that began in time may let the copie de sauvegarde be opened
    startWords: ({ startedAt }: Pli) =>
      `Envoi commencé le ${toTheSecond(startedAt, consultation.zone)}.`,
    sealersUrl: `/p/${tenant.slug}/marches/journal-du-scelleur`,
    base: `/moi/marches/${tenant.slug}/${id}`,
    publicUrl: `/p/${tenant.slug}/marches/${consultation.isRehearsal ? 'preparer' : id}`,
    publicWords: consultation.isRehearsal
      ? 'Se préparer à répondre'
      : 'Relire la consultation et ses documents',
    // What is left is counted in a trial too, from an hour of its own
    deadline: consultation.isRehearsal
      ? clock.now().plus(TRIAL).toMillis()
      : consultation.deadline.toMillis(),
    limits: LIMIT_WORDS,
    envelopes: envelopesShown(lots),
    lotOptions: lots.map(({ envelope: value, name: label }) => ({ value, label })),
    // In an attribute of the form, whose helper leaves quotes as they are
    trousseau: Buffer.from(consultation.trousseau!, 'utf8').toString('base64url'),
  }
}

/** The lots that a pli answers; one that was taken out since is missed by nobody. */
const lotsStillIn = (pli: Pli, lots: Lot[]): string[] =>
  envelopesIn(pli).filter(
    (name) =>
      name !== 'candidature' && (lots.length === 0 || lots.some((lot) => lot.envelope === name))
  )

/** Where files are chosen: one place for each lot, or for the offer of what is not divided. */
const envelopesShown = (lots: Lot[]) =>
  lots.length === 0
    ? ENVELOPES.map((name) => ({ name, label: ENVELOPE_WORDS[name], isLot: false }))
    : [
        { name: 'candidature', label: ENVELOPE_WORDS.candidature, isLot: false },
        ...lots.map(({ envelope, name }) => ({
          ...{ name: envelope, label: `Offre, ${name}` },
          isLot: true,
        })),
      ]

/** How many files the pli holds that a new one would replace; what they are called is not known here. */
function filesOf(pli: Pli | undefined): number {
  if (!pli?.manifest) return 0
  const { envelopes } = JSON.parse(pli.manifest) as Manifest
  return envelopes.reduce((sum, { files }) => sum + files.length, 0)
}
