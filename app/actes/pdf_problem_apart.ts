import { defineReading } from '#kernel/reading'
import type { pdfProblem } from './rules/pdf.js'

/** `pdfProblem`, in a thread of its own. */
export const pdfProblemApart = defineReading<typeof pdfProblem>(
  new URL('./rules/pdf.js', import.meta.url),
  'pdfProblem'
)
