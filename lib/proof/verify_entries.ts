import type { ProofBundle, ProvenEntry } from './bundle.js'
import { GENESIS, hashEntry, type Subject } from './entry.js'
import { verifyInclusion } from './merkle.js'
import type { SealStatement } from './seal.js'
import type { Finding } from './finding.js'

/** Checks the entries: their hashes, their chain where they touch, their place in the seals. */
export function checkEntries(bundle: ProofBundle): Finding[] {
  const [seals, subjects] = [sealsByNumber(bundle), new Set(bundle.subjects.map(nameOf))]
  const troubles = bundle.entries.flatMap((proven, i) => [
    ...troublesOfHash(proven),
    ...troublesOfChain(bundle.entries[i - 1], proven),
    ...troublesOfInclusion(seals, proven),
    ...troublesOfSubject(subjects, proven),
  ])
  troubles.push(...subjectsWithoutEntry(bundle))
  if (troubles.length > 0) {
    return troubles.map(([code, text]) => ({ outcome: 'failed', code, text }))
  }
  const { length } = bundle.entries
  const text =
    length === 1
      ? 'L’écriture du journal est intacte et figure dans son scellé.'
      : `Les ${length} écritures du journal sont intactes et figurent dans leurs scellés.`
  return [{ outcome: 'ok', code: 'entries', text }]
}

type Trouble = [code: string, text: string]

function troublesOfHash({ entry, previous, hash }: ProvenEntry): Trouble[] {
  if (hashEntry(entry, previous) === hash) return []
  return [['entry_hash', `L’écriture n° ${entry.position} a été modifiée.`]]
}

function troublesOfChain(
  before: ProvenEntry | undefined,
  { entry, previous }: ProvenEntry
): Trouble[] {
  const { position } = entry
  if (position === 1 && previous !== GENESIS) {
    return [['chain', 'La première écriture du journal ne peut en suivre aucune autre.']]
  }
  if (!before) return []
  if (position <= before.entry.position) {
    return [['order', `L’écriture n° ${position} n’est pas à sa place ou figure deux fois.`]]
  }
  const follows = position === before.entry.position + 1
  if (follows && previous !== before.hash) {
    return [
      [
        'chain',
        `L’écriture n° ${position} ne suit pas l’écriture n° ${before.entry.position} : la chaîne est rompue.`,
      ],
    ]
  }
  return []
}

function troublesOfInclusion(
  seals: Map<number, SealStatement>,
  { entry, hash, inclusion }: ProvenEntry
): Trouble[] {
  const statement = seals.get(inclusion.seal)
  if (!statement) {
    return [
      [
        'seal_missing',
        `Le scellé n° ${inclusion.seal}, qui couvre l’écriture n° ${entry.position}, manque au dossier.`,
      ],
    ]
  }
  const included =
    statement.tenantId === entry.tenantId &&
    inclusion.index === entry.position - statement.firstPosition &&
    verifyInclusion({
      hash,
      index: inclusion.index,
      size: statement.count,
      path: inclusion.path,
      root: statement.root,
    })
  if (included) return []
  return [
    [
      'inclusion',
      `L’écriture n° ${entry.position} n’appartient pas au scellé n° ${inclusion.seal}.`,
    ],
  ]
}

function troublesOfSubject(subjects: Set<string>, { entry }: ProvenEntry): Trouble[] {
  if (subjects.has(nameOf(entry.subject))) return []
  return [
    ['subject', `L’écriture n° ${entry.position} concerne un autre objet que ceux du dossier.`],
  ]
}

function subjectsWithoutEntry(bundle: ProofBundle): Trouble[] {
  if (bundle.subjects.length === 0)
    return [['subject', 'Le dossier de preuve ne dit pas quel objet il prouve.']]
  const known = new Set(bundle.entries.map(({ entry }) => nameOf(entry.subject)))
  return bundle.subjects
    .filter((subject) => !known.has(nameOf(subject)))
    .map(({ type, id }) => [
      'subject',
      `Aucune écriture du journal ne concerne l’objet ${type} ${id}.`,
    ])
}

const nameOf = ({ capability, type, id }: Subject) => JSON.stringify([capability, type, id])

/** By the number that entries name them by; a bundle that has two of one number fails elsewhere. */
export const sealsByNumber = ({ seals }: ProofBundle): Map<number, SealStatement> =>
  new Map(seals.map(({ statement }) => [statement.number, statement]))
