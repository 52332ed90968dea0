import { defineReading } from '#kernel/reading'
import type { redactPdf } from '#lib/pdf/redact/redact'

/** `redactPdf`, in a thread of its own: the file is a stranger's, and its pages may be many. */
export const redactApart = defineReading<typeof redactPdf>(
  new URL('../../../lib/pdf/redact/redact.js', import.meta.url),
  'redactPdf'
)
