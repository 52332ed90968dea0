import { depositLink, depositOf } from '#rooms/archiving'
import { folderSummary } from '#rooms/parapheur'
import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#kernel/clock'
import { documents } from '#kernel/documents'
import { toTheSecond } from '#web/dates'
import { here } from '#web/here'
import { adviceFor } from '#lib/tenders/thresholds'
import { Decimal, LocalDate } from '#lib/values'
import { faultsOf, marcheOfAward } from '../award/decp_of.js'
import { lotsOfBuyer } from '../lots/lots_of_buyer_screen.js'
import { beforeTaxWords } from '../rules/amount_words.js'
import { NATURES } from '../rules/choices.js'
import { SHORT_DAYS } from '../rules/consultation_form.js'
import { changesOf } from './changes.js'
import type Consultation from './consultation.js'

/** The page of a consultation for its buyer. */
export async function consultationScreen(consultation: Consultation, ctx: HttpContext) {
  const { tenant, allows } = ctx
  const mayWrite = allows('procurement.write')
  const { state, id } = consultation
  const divided = await lotsOfBuyer(consultation, { tenant, mayWrite })
  const isDivided = divided.lots.length > 0
  const publicUrl = consultation.publishedAt ? `/p/${tenant.slug}/marches/${id}` : null
  return {
    consultation,
    divided,
    base: here('procurement.consultations.index', { tenant }),
    page: here('procurement.consultations.show', { tenant, id }),
    files: await consultation.documents(),
    papers: await papersOf(consultation),
    facts: factsOf(consultation),
    changes: consultation.publishedAt ? (await changesOf(consultation)).slice(1) : [],
    warnings: warningsOf(consultation),
    circuit: await circuitOf(consultation),
    archiveUrl: await archiveOf(consultation, ctx),
    publicUrl,
    // A notice calls for tenders: past the hour there is nobody to call
    noticeUrl: state === 'online' && !consultation.isPastTheHour ? `${publicUrl}/avis.xml` : null,
    may: {
      edit: mayWrite && state === 'draft',
      withdraw: mayWrite && state === 'in_validation',
      open: ['online', 'closed', 'opening'].includes(state),
      award: mayWrite && state === 'analysis' && !isDivided,
      notify: mayWrite && state === 'signed',
      extend: mayWrite && consultation.allows('extend') && !consultation.isPastTheHour,
      abandon: mayWrite && consultation.allows('abandon') && !divided.isAwarded,
    },
    decpFaults: isDivided ? divided.faults : await faultsOfAward(consultation),
    decpYear: consultation.notifiedOn?.year ?? null,
  }
}

const faultsOfAward = async (one: Consultation) =>
  one.notifiedOn ? faultsOf(await marcheOfAward(one)) : []

const factsOf = (one: Consultation) => [
  { name: 'Référence', value: one.reference },
  { name: 'Nature', value: NATURES[one.nature] },
  { name: 'Montant estimé', value: beforeTaxWords(one.estimate) },
  { name: 'Code CPV', value: one.cpv, mono: true },
  { name: 'Durée', value: `${one.durationMonths} mois` },
  { name: 'Heure limite', value: `${toTheSecond(one.deadline, one.zone)} (${one.zone})` },
  {
    name: 'Critères',
    value: one.criteria.map(({ label, weight }) => `${label} ${weight}`).join(', '),
  },
  { name: 'Porteurs pour ouvrir', value: String(one.threshold) },
  { name: 'Empreinte du trousseau', value: one.fingerprint, mono: true },
]

/** What the law does not refuse and a buyer had better know. */
function warningsOf({ state, nature, estimate, deadline, zone }: Consultation): string[] {
  if (state !== 'draft') return []
  const warnings = []
  const today = clock.today()
  const days = today.daysUntil(LocalDate.at(deadline, zone))
  if (days < SHORT_DAYS)
    warnings.push(
      `Le délai est de ${days} jour(s) : une procédure adaptée laisse un délai raisonnable, rarement moins de ${SHORT_DAYS} jours.`
    )
  const advice = adviceFor(today, {
    nature,
    amount: Decimal.parse(String(estimate ?? '0')),
    buyer: 'local',
  })
  if (advice?.publicity === 'boamp-or-jal')
    warnings.push(
      'À ce montant, un avis paraît aussi au BOAMP ou dans un journal d’annonces légales (R2131-12).'
    )
  if (advice?.procedure === 'sans-publicite')
    warnings.push(
      'À ce montant, ni publicité ni mise en concurrence ne sont obligatoires (R2122-8).'
    )
  return warnings
}

/** The folder of the parapheur that it waits for, when it waits for one. */
async function circuitOf(consultation: Consultation) {
  const { state, publicationFolderId, awardFolderId, pvFolderId } = consultation
  if (state === 'in_validation') return folderSummary(publicationFolderId!)
  if (state === 'awarding') return folderSummary(awardFolderId!)
  const waitsForPv = state === 'analysis' && !consultation.signedPvDocumentId
  return waitsForPv && pvFolderId ? folderSummary(pvFolderId) : null
}

async function archiveOf({ id }: Consultation, ctx: HttpContext): Promise<string | null> {
  const deposit = await depositOf({ capability: 'procurement', id })
  return deposit && (depositLink(deposit, ctx)?.href ?? null)
}

const PAPERS = [
  ['Règlement de consultation', 'signedRcDocumentId', 'rcDocumentId'],
  ['Procès-verbal d’ouverture', 'signedPvDocumentId', 'pvDocumentId'],
  ['Décision d’attribution', 'signedAwardDocumentId', 'awardDocumentId'],
] as const

/** The papers that the room has written, signed where they are. */
async function papersOf(consultation: Consultation) {
  const papers = []
  for (const [label, signed, written] of PAPERS) {
    const id = consultation[signed] ?? consultation[written]
    if (!id) continue
    const { name, size, sha256 } = await documents.find(id)
    const isSigned = consultation[signed] !== null
    papers.push({ id, label, name, size, sha256, isSigned })
  }
  return papers
}
