import { defineReading } from '#kernel/reading'
import type { readClassification } from './formats/classification_reader.js'
import type { budgetXmlProblem } from './rules/budget_xml.js'

/** `budgetXmlProblem`, in a thread of its own. */
export const budgetXmlProblemApart = defineReading<typeof budgetXmlProblem>(
  new URL('./rules/budget_xml.js', import.meta.url),
  'budgetXmlProblem'
)

/** `readClassification`, in a thread of its own: it came by mail. */
export const readClassificationApart = defineReading<typeof readClassification>(
  new URL('./formats/classification_reader.js', import.meta.url),
  'readClassification'
)
