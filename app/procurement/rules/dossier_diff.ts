/** A file of a DCE, as it is told. */
export interface DossierFile {
  name: string
  documentId: string
  /** SHA-256 in hexadecimal. */
  sha256: string
  /** In bytes. */
  size: number
}

type Told = Pick<DossierFile, 'name' | 'sha256' | 'size'>

/** What differs between two versions of a dossier, by the names and the digests. */
export interface DossierDiff {
  added: Told[]
  removed: Told[]
  modified: (Told & { from: string })[]
  renamed: (Told & { from: string })[]
}

/** A file that kept its name and not its bytes is modified; one that kept its bytes alone, renamed. */
export function diffOf(before: DossierFile[], after: DossierFile[]): DossierDiff {
  const formerly = new Map(before.map((file) => [file.name, file]))
  const names = new Set(after.map(({ name }) => name))
  const gone = before.filter(({ name }) => !names.has(name))
  const diff: DossierDiff = { added: [], removed: [], modified: [], renamed: [] }
  for (const file of after) {
    const told = toldOf(file)
    const former = formerly.get(file.name)
    if (former?.sha256 === file.sha256) continue
    if (former) {
      diff.modified.push({ ...told, from: former.sha256 })
      continue
    }
    const same = gone.findIndex(({ sha256 }) => sha256 === file.sha256)
    if (same < 0) diff.added.push(told)
    else diff.renamed.push({ ...told, from: gone.splice(same, 1)[0].name })
  }
  diff.removed.push(...gone.map(toldOf))
  return diff
}

/** Whether two versions are the same bytes under the same names. */
export const isSame = (diff: DossierDiff): boolean =>
  Object.values(diff).every(({ length }) => length === 0)

/** One line for each file that differs, in French. */
export function diffWords({ added, removed, modified, renamed }: DossierDiff): string[] {
  const short = (sha256: string) => sha256.slice(0, 12)
  return [
    ...added.map(({ name, sha256 }) => `Ajouté : ${name} (SHA-256 ${short(sha256)}…)`),
    ...removed.map(({ name }) => `Retiré : ${name}`),
    ...modified.map(
      ({ name, from, sha256 }) =>
        `Modifié : ${name} (SHA-256 ${short(from)}… devient ${short(sha256)}…)`
    ),
    ...renamed.map(({ from, name }) => `Renommé : ${from} devient ${name}`),
  ]
}

const toldOf = ({ name, sha256, size }: DossierFile): Told => ({ name, sha256, size })

/** What a change of the dossier is worth for who has begun to answer. */
export const WEIGHTS = {
  minor: 'Sans effet sur les offres : une précision, une coquille',
  important: 'Importante : ce qu’il faut lire ou chiffrer n’est plus le même',
} as const
export type Weight = keyof typeof WEIGHTS

const AT_LEAST_DAYS = { usual: 6, urgent: 4 }

/**
 * How many days a company had better keep after an important change: in proportion to what of the
 * dossier has changed, counted on the days that it has been public, and never under what R2132-6
 * leaves to a complement of information (R2151-4, 2°; CE, 24 March 2025, n° 499221).
 * `share`: of the files, from 0 to 1; `publicDays` and `periodDays` in days.
 */
export function daysAfterChange(share: number, publicDays: number, periodDays: number): number {
  const least = periodDays < 15 ? AT_LEAST_DAYS.urgent : AT_LEAST_DAYS.usual
  return Math.max(least, Math.ceil(Math.min(1, share) * publicDays))
}
