import { openFolder, withdrawFolder } from '#rooms/parapheur'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { tenants } from '#kernel/tenant'
import { here } from '#web/here'
import { appUrl } from '#config/app'
import { buildTrousseau, fromBase64url } from '#lib/sealing'
import type Consultation from '../drafting/consultation.js'
import { HoldersMissing } from '../errors.js'
import { rcPdf } from '../formats/rc_pdf.js'
import Holder from '../holders/holder.js'
import Lot from '../lots/lot.js'
import { envelopesFor, NATURES } from '../rules/choices.js'
import { refuseProblems } from '../drafting/write_consultation.js'

/** Letters and small papers: one signature, that of who signs for the member. */
export const FOLDER_TYPE = 'courrier'
const MOST_HOLDERS = 16

/**
 * Freezes the keys, writes the règlement with their fingerprint, and sends it to the parapheur.
 * @throws E_HOLDERS_MISSING, E_VALIDATION_ERROR and the errors of the parapheur
 */
export async function submit(consultation: Consultation, by: Actor): Promise<void> {
  consultation.mustBeDraft()
  if (consultation.isPastTheHour)
    refuseProblems([
      { field: 'deadlineTime', message: 'L’heure limite est passée : choisissez-en une à venir.' },
    ])
  const holders = await freezeKeys(consultation)
  const rc = await keepRc(consultation, holders)
  const { folderId } = await openFolder({
    title: `Publier la consultation ${consultation.reference} : ${consultation.title}`.slice(
      0,
      250
    ),
    documents: [{ documentId: rc, toSign: true }],
    origin: { capability: 'procurement', id: consultation.id },
    type: FOLDER_TYPE,
    by,
  })
  consultation.merge({ publicationFolderId: folderId, rcDocumentId: rc })
  const data = { fingerprint: consultation.fingerprint }
  await consultation.step('submit', by, { data })
}

/** Takes it back from the parapheur before it is signed. */
export async function withdraw(consultation: Consultation, by: Actor): Promise<void> {
  await consultation.step('withdraw', by)
  await withdrawFolder(consultation.publicationFolderId!, by.id!)
}

async function freezeKeys(consultation: Consultation): Promise<Holder[]> {
  const holders = (await Holder.living()).slice(0, MOST_HOLDERS)
  const { threshold } = consultation
  if (holders.length <= threshold)
    throw new HoldersMissing(
      holders.length === 0
        ? 'trois personnes'
        : `${threshold + 1 - holders.length} personne(s) de plus`
    )
  const bytes = await buildTrousseau({
    tender: consultation.id,
    envelopes: envelopesFor((await Lot.of(consultation.id)).length),
    threshold,
    holders: holders.map(({ handle, publicKey }) => ({
      id: handle,
      publicKey: fromBase64url(publicKey)!,
    })),
  })
  consultation.trousseau = new TextDecoder().decode(bytes)
  consultation.fingerprint = (await consultation.keys()).fingerprint
  return holders
}

async function keepRc(consultation: Consultation, holders: Holder[]): Promise<string> {
  const tenant = await tenants.current()
  const { id, reference, title, description, cpv, placeCode, durationMonths } = consultation
  const rc = {
    ...{ reference, title, description, cpv, placeCode, durationMonths },
    nature: NATURES[consultation.nature],
    deadline: consultation.hourWords,
    zone: consultation.zone,
    criteria: consultation.criteria,
    lots: (await Lot.of(id)).map(({ name, cpv: code }) => ({ name, cpv: code })),
    mostLotsAnswered: consultation.mostLotsAnswered,
    mostLotsWon: consultation.mostLotsWon,
    forbidsSeveralGroups: consultation.forbidsSeveralGroups,
    threshold: consultation.threshold,
    fingerprint: consultation.fingerprint!,
    documents: (await consultation.documents()).map(({ name, digest }) => ({
      name,
      sha256: digest,
    })),
    holders: holders.map(({ name }) => name),
    url: `${appUrl}${here('procurement.public.consultations.show', { tenant, id })}`,
  }
  const day = clock.today().toString()
  const pdf = await rcPdf(rc, { buyer: tenant.name, accent: tenant.accent, day })
  const kept = await documents.store(pdf, {
    name: `reglement-${reference.replaceAll('/', '-')}.pdf`,
  })
  return kept.id
}
