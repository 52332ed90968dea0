import { defineReading } from '#kernel/reading'
import type { leftInCopy } from './redacted_text.js'
import type { pdfProblem } from './rules/pdf.js'
import type { signableProblem } from './signable_problem.js'

/** `pdfProblem`, in a thread of its own. */
export const pdfProblemApart = defineReading<typeof pdfProblem>(
  new URL('./rules/pdf.js', import.meta.url),
  'pdfProblem'
)

/** `signableProblem`, in a thread of its own. */
export const signableProblemApart = defineReading<typeof signableProblem>(
  new URL('./signable_problem.js', import.meta.url),
  'signableProblem'
)

/** `leftInCopy`, in a thread of its own. */
export const leftInCopyApart = defineReading<typeof leftInCopy>(
  new URL('./redacted_text.js', import.meta.url),
  'leftInCopy'
)
