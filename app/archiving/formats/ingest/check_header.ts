import type { ManifestView } from '../manifest_view.js'
import type { IngestTerms } from './agreement.js'
import { ko, ok, type IngestEvent } from './outcome.js'

const AGENT = 'CHECK_HEADER.CHECK_AGENT'
const CONTRACT = 'CHECK_HEADER.CHECK_CONTRACT_INGEST'
const RELATION = 'CHECK_HEADER.CHECK_IC_AP_RELATION'

/** CHECK_HEADER: known agencies, an active entry contract, a profile that it admits. */
export function checkHeader(manifest: ManifestView, terms: IngestTerms): IngestEvent {
  return (
    checkAgencies(manifest, terms) ??
    checkAgreement(manifest, terms) ??
    checkProfile(manifest, terms) ??
    ok('CHECK_HEADER', 'Les services et l’accord de versement sont connus.')
  )
}

function checkAgencies(manifest: ManifestView, { agencies }: IngestTerms): IngestEvent | null {
  const { originatingAgency, submissionAgency } = manifest
  if (originatingAgency === '') {
    return ko(AGENT, 'EMPTY_REQUIRED_FIELD', 'Le bordereau ne nomme pas le service producteur.')
  }
  if (agencies === null) return null
  const unknown = [originatingAgency, submissionAgency].filter(
    (id) => id !== '' && !agencies.has(id)
  )
  if (unknown.length === 0) return null
  return ko(AGENT, 'UNKNOWN', 'Un service nommé par le bordereau n’est pas connu.', unknown)
}

function checkAgreement(
  { agreement }: ManifestView,
  { agreements }: IngestTerms
): IngestEvent | null {
  if (agreement === '') {
    return ko(
      CONTRACT,
      'CONTRACT_NOT_IN_MANIFEST',
      'Le bordereau ne nomme pas d’accord de versement.'
    )
  }
  const terms = agreements.get(agreement)
  if (!terms)
    return ko(
      CONTRACT,
      'CONTRACT_UNKNOWN',
      `L’accord de versement « ${agreement} » n’est pas connu.`
    )
  if (terms.active) return null
  return ko(
    CONTRACT,
    'CONTRACT_INACTIVE',
    `L’accord de versement « ${agreement} » n’est plus en vigueur.`
  )
}

function checkProfile(manifest: ManifestView, { agreements }: IngestTerms): IngestEvent | null {
  const { profiles } = agreements.get(manifest.agreement)!
  const { archivalProfile } = manifest
  const agrees = profiles.length === 0 ? archivalProfile === '' : profiles.includes(archivalProfile)
  if (agrees) return null
  return ko(
    RELATION,
    'DIFF',
    archivalProfile === ''
      ? 'L’accord de versement demande un profil d’archivage ; le bordereau n’en nomme pas.'
      : `Le profil d’archivage « ${archivalProfile} » n’est pas celui de l’accord de versement.`
  )
}
