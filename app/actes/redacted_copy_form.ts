import type { Infer } from '@vinejs/vine/types'
import type { Actor } from '#kernel/actor'
import { documents } from '#kernel/documents'
import { FileTooComplex, FileTooHeavy } from '#kernel/reading'
import { DomainError } from '#lib/errors'
import type { IncomingFile } from '#web/uploads'
import type Acte from './models/acte.js'
import type { ActeProblem } from './rules/check_acte.js'
import { leftInCopyApart, pdfProblemApart } from './pdf_problem_apart.js'
import { publishCopy } from './publication.js'
import { LARGEST_ARCHIVE, PDF } from './rules/documents.js'
import { hiddenWordsSaid, type LeftInCopy } from './rules/hidden_words_said.js'
import { redactedCopyProblem, type RedactedCopy } from './rules/redacted_copy.js'
import type { redactedCopyValidator } from './validators/publication_form.js'

/** What a person must say before a redacted copy is shown to everybody. */
function redactedCopyProblems(
  { publicObjet, reread }: Infer<typeof redactedCopyValidator>,
  file: IncomingFile | null
): ActeProblem[] {
  const problems: ActeProblem[] = []
  if (!file) problems.push({ field: 'copy', message: 'Déposez la copie expurgée, en PDF.' })
  if ((publicObjet ?? '').length < 3) {
    const message = 'Écrivez l’objet tel que tout le monde le lira, sans nom de personne.'
    problems.push({ field: 'publicObjet', message })
  }
  if (!reread) {
    const message = 'Relisez la copie, puis cochez cette case : vous répondez de ce qui est publié.'
    problems.push({ field: 'reread', message })
  }
  return problems
}

/** Shows everybody a redacted copy in the place of an acte, or says all that prevents it. */
export async function showCopy(
  acte: Acte,
  form: Infer<typeof redactedCopyValidator>,
  file: IncomingFile | null,
  by: Actor
): Promise<ActeProblem[]> {
  const problems = redactedCopyProblems(form, file)
  const documentId =
    file && problems.length === 0 ? await keepRedactedCopy(acte, file, problems, form.looked) : null
  if (!documentId || problems.length > 0) return problems
  const { sha256 } = await documents.find(documentId)
  await publishCopy(acte, { documentId, sha256, objet: form.publicObjet!, by })
  return []
}

/** Keeps the copy under a name that says nothing, or says what is wrong with it. */
async function keepRedactedCopy(
  acte: Acte,
  file: IncomingFile,
  problems: ActeProblem[],
  hasLooked?: boolean
): Promise<string | null> {
  const kept = await store(acte, file)
  await file.done()
  if (kept.problem) problems.push({ field: 'copy', message: kept.problem })
  if (kept.unsure && !hasLooked) {
    const message = `${kept.unsure} Regardez-le, puis cochez cette case et déposez la copie de nouveau.`
    problems.push({ field: 'looked', message })
  }
  return kept.id
}

async function store(acte: Acte, file: IncomingFile) {
  try {
    const { id } = await documents.store(file.open(), {
      name: `${acte.identifier ?? acte.numero}-copie-expurgee.pdf`,
      accept: [PDF],
      maxBytes: LARGEST_ARCHIVE,
    })
    const copy = await documents.read(id)
    const originals: Buffer[] = []
    for (const one of originalsOf(acte)) originals.push(await documents.read(one))
    const refused = redactedCopyProblem({ copy, originals }) ?? (await pdfProblemApart(copy))
    const left = refused ? { problem: refused, unsure: null } : await readLeft({ copy, originals })
    return { id, ...left }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { id: null, problem: error.message, unsure: null }
  }
}

/** What no thread could read to its end is looked at by a person. */
async function readLeft(about: RedactedCopy): Promise<LeftInCopy> {
  try {
    return await leftInCopyApart(about)
  } catch (error) {
    if (!(error instanceof FileTooComplex || error instanceof FileTooHeavy)) throw error
    return hiddenWordsSaid(null)
  }
}

const originalsOf = ({ documentId, signedDocumentId, stampedDocumentId }: Acte) => [
  ...new Set([documentId, signedDocumentId, stampedDocumentId].filter((id) => id !== null)),
]
