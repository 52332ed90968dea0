import type { PDF } from '@libpdf/core'
import { loadPdf } from '#lib/pdf/document'

const END = '%%EOF'
/** Revisions that are tried, the last first: a file that was cut holds few after the signed one. */
const MOST_TRIED = 4

/**
 * The last revision after a signature that stands on its own, in a file whose end is damaged; null
 * when there is none. What that revision changed was changed before anything was damaged.
 */
export async function lastSoundRevision(
  bytes: Buffer,
  signedLength: number
): Promise<{ bytes: Buffer; pdf: PDF } | null> {
  let at = bytes.length
  for (let tried = 0; tried < MOST_TRIED; tried++) {
    at = bytes.lastIndexOf(END, at - 1)
    if (at < signedLength) return null
    const revision = bytes.subarray(0, at + END.length)
    const pdf = revision.length < bytes.length ? await loadPdf(revision).catch(() => null) : null
    if (pdf && !pdf.recoveredViaBruteForce) return { bytes: revision, pdf }
  }
  return null
}
