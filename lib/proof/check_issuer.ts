import type { ProofBundle } from './bundle.js'
import type { SealKey } from './seal_keys.js'
import { issuerJudge, memberVerdict, type IssuerVerdict } from './verify_issuer.js'
import type { Finding } from './finding.js'

/**
 * Says who issued a bundle. A time-stamp says when something existed, never who made it: without
 * a key that the reader got elsewhere, anybody may have written the whole of it.
 */
export function checkIssuer(
  bundle: ProofBundle,
  tokenTimes: (number | null)[],
  keys: SealKey[]
): Finding[] {
  if (keys.length === 0) return [unknownIssuer(bundle), ...unsignedAmongSigned(bundle)]
  const judge = issuerJudge(keys)
  return bundle.seals.map(({ statement, signatures = [] }, i) =>
    findingOf(statement.number, judge({ statement, signatures, tokenAt: tokenTimes[i] }))
  )
}

/**
 * Says whether the cachet of the member signed besides, to a reader who holds its key: whoever holds
 * our base and our key holds not the member's. Nothing is said to one who does not ask.
 */
export function checkMember(
  bundle: ProofBundle,
  tokenTimes: (number | null)[],
  keys: SealKey[]
): Finding[] {
  if (keys.length === 0) return []
  return bundle.seals.map(({ statement, signatures = [] }, i): Finding => {
    const verdict = memberVerdict({ statement, signatures, tokenAt: tokenTimes[i] }, keys)
    const { outcome } = verdict
    const seal = `e scellé n° ${statement.number}`
    const texts = {
      ok: () => `L${seal} est signé aussi par le cachet du membre.`,
      reserve: () => `L${seal} ne porte pas la signature du cachet du membre.`,
      failed: () => `Rien ne dit que le membre a signé l${seal} : ${reasonOf(verdict)}.`,
    }
    return { outcome, code: 'member', text: texts[outcome]() }
  })
}

const reasonOf = (verdict: IssuerVerdict) => (verdict.outcome === 'failed' ? verdict.reason : '')

function findingOf(number: number, verdict: IssuerVerdict): Finding {
  if (verdict.outcome === 'failed') {
    return {
      outcome: 'failed',
      code: 'issuer',
      text: `Rien ne dit que la plateforme a émis le scellé n° ${number} : ${verdict.reason}.`,
    }
  }
  return verdict.outcome === 'ok'
    ? {
        outcome: 'ok',
        code: 'issuer',
        text: `Le scellé n° ${number} est signé par la plateforme (clé ${verdict.key.id}).`,
      }
    : {
        outcome: 'reserve',
        code: 'issuer',
        text: `Le scellé n° ${number} est d’une version antérieure, où les scellés n’étaient pas signés : rien ne dit qui l’a émis.`,
      }
}

const unknownIssuer = ({ format }: ProofBundle): Finding => ({
  outcome: 'reserve',
  code: 'issuer',
  text:
    format === 'halle.proof.v1'
      ? 'Ce dossier est d’une version antérieure, où les scellés n’étaient pas signés : rien ne dit qui l’a émis.'
      : 'Vous n’avez pas donné la clé de la plateforme (--key) : rien ne dit qui a émis ce dossier.',
})

/** Even without a key: a seal of the second format is signed, and so is what follows it. */
function unsignedAmongSigned({ seals }: ProofBundle): Finding[] {
  const isSigned = seals.map(({ signatures = [] }) =>
    signatures.some(({ by }) => by === 'platform')
  )
  return seals
    .filter(
      ({ statement }, i) =>
        !isSigned[i] && (statement.format === 'halle.seal.v2' || isSigned.slice(0, i).some(Boolean))
    )
    .map(({ statement }) =>
      findingOf(statement.number, { outcome: 'failed', reason: 'il n’est pas signé' })
    )
}
