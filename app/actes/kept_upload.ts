import { documents } from '#kernel/documents'
import { DomainError } from '#lib/errors'
import type { IncomingFile } from '#web/uploads'
import type { ActeProblem } from './rules/check_acte.js'
import { LARGEST_ARCHIVE, PDF } from './rules/documents.js'
import { pdfProblemApart, signableProblemApart } from './pdf_problem_apart.js'

export const XML = ['application/xml', 'text/xml']
const ANNEXES = [PDF, ...XML, 'image/jpeg', 'image/png']

/** Keeps a file of a kind that an annexe or a reply may be; null when something is wrong with it. */
export const keepUpload = (file: IncomingFile, field: string, problems: ActeProblem[]) =>
  keep(file, ANNEXES, field, problems)

/** Keeps a file, or says what is wrong with it; either way it has been read. */
export async function keep(
  file: IncomingFile,
  accept: string[],
  field: string,
  problems: ActeProblem[]
): Promise<string | null> {
  const kept = await store(file, accept, field === 'document')
  await file.done()
  if (kept.problem) problems.push({ field, message: naming(file.name, kept.problem) })
  return kept.problem ? null : kept.id
}

/** Of several files, the sentence says which. */
function naming(name: string, problem: string): string {
  if (problem.includes(name)) return problem
  const rest = /^[A-ZÀ-Ý][a-zà-ÿ’]/.test(problem)
    ? problem.charAt(0).toLowerCase() + problem.slice(1)
    : problem
  return `« ${name} » : ${rest}`
}

async function store(file: IncomingFile, accept: string[], isToSign: boolean) {
  try {
    const { id, mediaType } = await documents.store(file.open(), {
      name: file.name,
      accept,
      maxBytes: LARGEST_ARCHIVE,
    })
    return { id, problem: mediaType === PDF ? await problemOf(id, isToSign) : null }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { id: null, problem: error.message }
  }
}

/** What will be signed is looked at as the signature will: said at once, not to the mayor weeks later. */
async function problemOf(id: string, isToSign: boolean): Promise<string | null> {
  const look = isToSign ? signableProblemApart : pdfProblemApart
  return look(await documents.read(id), { giveAway: true })
}
