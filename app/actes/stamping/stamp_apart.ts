import { defineReading } from '#kernel/reading'
import type { stampDocument } from './stamp_step.js'

/** `stampPdf`, in a thread of its own: the acte was made by a stranger. */
export const stampApart = defineReading<typeof stampDocument>(
  new URL('./stamp_step.js', import.meta.url),
  'stampDocument'
)
