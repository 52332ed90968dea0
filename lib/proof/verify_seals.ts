import type { ProofBundle, ProvenEntry, ProvenSeal } from './bundle.js'
import { GENESIS } from './entry.js'
import { hashSeal, type SealStatement } from './seal.js'
import { inFrench } from './times.js'
import type { Finding } from './finding.js'

/** `at`: ISO 8601; `trusted`: the authority's certificate leads to an anchor of the reader's. */
export type TokenVerdict =
  | { valid: true; at: string; authority: string; trusted: boolean }
  | { valid: false; reason: string }

/** Judges an RFC 3161 token (DER) over a SHA-256 imprint. */
export type VerifyToken = (token: Buffer, imprint: Buffer) => Promise<TokenVerdict>

/** What each token says, in the order of the seals. */
export async function judgeTokens(
  { seals }: ProofBundle,
  verifyToken: VerifyToken
): Promise<TokenVerdict[]> {
  const verdicts: TokenVerdict[] = []
  for (const { statement, token } of seals) {
    const imprint = Buffer.from(hashSeal(statement), 'hex')
    verdicts.push(await verifyToken(Buffer.from(token, 'base64'), imprint))
  }
  return verdicts
}

/** Checks the seals: their counts, their chain where they touch, their timestamp tokens. */
export function checkSeals(bundle: ProofBundle, tokens: TokenVerdict[]): Finding[] {
  const findings: Finding[] = []
  if (bundle.seals.length === 0) {
    findings.push({ outcome: 'failed', code: 'seal', text: 'Le dossier ne porte aucun scellé.' })
  }
  const positions = new Map(bundle.entries.map((one) => [one.entry.position, one]))
  for (const [i, seal] of bundle.seals.entries()) {
    const trouble = troubleOfSeal(positions, seal.statement, bundle.seals[i - 1]?.statement)
    if (trouble) findings.push({ outcome: 'failed', code: 'seal', text: trouble })
    findings.push(findingOfToken(seal, tokens[i]))
  }
  return findings
}

function findingOfToken({ statement: { number } }: ProvenSeal, verdict: TokenVerdict): Finding {
  if (!verdict.valid) {
    return {
      outcome: 'failed',
      code: 'token',
      text: `Le jeton d’horodatage du scellé n° ${number} n’est pas valable : ${verdict.reason}`,
    }
  }
  const text = `Le scellé n° ${number} existait le ${inFrench(verdict.at)} (horodatage de « ${verdict.authority} »).`
  return verdict.trusted
    ? { outcome: 'ok', code: 'token', text }
    : {
        outcome: 'reserve',
        code: 'token',
        text: `${text} Vous n’avez pas fourni le certificat racine de cette autorité : rien ne dit qui elle est.`,
      }
}

function troubleOfSeal(
  positions: Map<number, ProvenEntry>,
  seal: SealStatement,
  before?: SealStatement
): string | null {
  const { number } = seal
  if (seal.count !== seal.lastPosition - seal.firstPosition + 1) {
    return `Le scellé n° ${number} ne compte pas les écritures qu’il annonce.`
  }
  if (number === 1 && (seal.previousSeal !== GENESIS || seal.firstPosition !== 1)) {
    return 'Le premier scellé ne peut en suivre aucun autre.'
  }
  if (before && !isAfter(seal, before)) {
    return `Le scellé n° ${number} ne suit pas le scellé n° ${before.number} : la chaîne des scellés est rompue.`
  }
  if (!agreesWithChain(positions, seal)) {
    return `Le scellé n° ${number} ne correspond pas à la chaîne des écritures.`
  }
  return null
}

/** Seals that touch must be linked; those that do not are each held by their own timestamp. */
function isAfter(seal: SealStatement, before: SealStatement): boolean {
  if (seal.tenantId !== before.tenantId || seal.firstPosition <= before.lastPosition) return false
  if (seal.number !== before.number + 1) return seal.number > before.number
  return seal.previousSeal === hashSeal(before) && seal.firstPosition === before.lastPosition + 1
}

function agreesWithChain(positions: Map<number, ProvenEntry>, seal: SealStatement): boolean {
  const [last, next] = [seal.lastPosition, seal.lastPosition + 1].map((at) => positions.get(at))
  return (!last || last.hash === seal.head) && (!next || next.previous === seal.head)
}
