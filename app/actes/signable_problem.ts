import { DomainError } from '#lib/errors'
import { checkSignable } from '#lib/signature'
import { pdfProblem } from './rules/pdf.js'
import { stampPdf } from './stamping/stamp_pdf.js'

const TRIAL = { identifier: '000-000000000-20000101-ESSAI-DE', receivedOn: '1er janvier 2000' }

/**
 * Why a PDF could not become an acte, in French, or null: what the ministry refuses, then what
 * nobody could sign, then what would not bear the mark of receipt: it is tried, since a file may
 * open well and be no longer itself once something is added. Runs in a reading thread.
 */
export async function signableProblem(bytes: Buffer): Promise<string | null> {
  const problem = pdfProblem(bytes)
  if (problem) return problem
  try {
    await checkSignable(bytes)
    await stampPdf(bytes, TRIAL)
    return null
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return error.message
  }
}
