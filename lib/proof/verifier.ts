import { digestOfBundle, type ProofBundle } from './bundle.js'
import { checkIssuer, checkMember } from './check_issuer.js'
import type { Finding } from './finding.js'
import type { SealKey } from './seal_keys.js'
import { checkEntries } from './verify_entries.js'
import { checkLineLog, LINE_LOG } from './line_log.js'
import { checkFiles, type MeasureFile } from './verify_files.js'
import { checkSeals, judgeTokens, type VerifyToken } from './verify_seals.js'
import { checkTimes } from './verify_times.js'

export type { Finding } from './finding.js'
export type { MeasureFile } from './verify_files.js'
export type { TokenVerdict, VerifyToken } from './verify_seals.js'

/** The text of a log at hand, or null when it is absent. */
export type ReadLog = (name: string) => Promise<string | null>

interface Means {
  measureFile: MeasureFile
  /** Absent: a log is checked as any file, by its digest. */
  readLog?: ReadLog
  verifyToken: VerifyToken
  /** The keys of the platform, got elsewhere than in the bundle; none: nobody is named. */
  keys: SealKey[]
  /** The keys of the member's cachet, got from the member; none: nothing is said of its signature. */
  memberKeys?: SealKey[]
}

/**
 * Checks a bundle against the files at hand. It asks nothing of the network, the database or
 * the clock: `measureFile` gives a file's digest, `verifyToken` judges an RFC 3161 token.
 * The proof holds when no finding is `failed`.
 */
export async function verifyBundle(bundle: ProofBundle, means: Means): Promise<Finding[]> {
  const tokens = await judgeTokens(bundle, means.verifyToken)
  const times = tokens.map((verdict) => (verdict.valid ? Date.parse(verdict.at) : null))
  return [
    checkDigest(bundle),
    ...checkEntries(bundle),
    ...checkSeals(bundle, tokens),
    ...checkTimes(bundle, times),
    ...checkIssuer(bundle, times, means.keys),
    ...checkMember(bundle, times, means.memberKeys ?? []),
    ...(await checkFiles(bundle, means.measureFile)),
    ...(await checkLogs(bundle, means.readLog)),
  ]
}

/** Each log that is there, line by line: its digest says that it changed, and this says where. */
async function checkLogs(bundle: ProofBundle, readLog?: ReadLog): Promise<Finding[]> {
  const entries = bundle.entries.map(({ entry }) => entry)
  const findings: Finding[] = []
  for (const { name } of bundle.files.filter(({ role }) => role === LINE_LOG)) {
    const text = (await readLog?.(name)) ?? null
    if (text !== null) findings.push(...checkLineLog(name, text, entries))
  }
  return findings
}

function checkDigest(bundle: ProofBundle): Finding {
  return digestOfBundle(bundle) === bundle.digest
    ? {
        outcome: 'ok',
        code: 'bundle',
        text: 'Le dossier de preuve est complet et n’a pas été altéré.',
      }
    : {
        outcome: 'failed',
        code: 'bundle',
        text: 'Le dossier de preuve a été altéré : son empreinte ne correspond plus à son contenu.',
      }
}
