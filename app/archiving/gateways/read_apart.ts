import { defineReading } from '#kernel/reading'
import type { readArchiveAnswer } from '../formats/reply_reader.js'
import type { checkPackage } from './check_package_step.js'

/** `checkPackage`, in a thread of its own. */
export const checkPackageApart = defineReading<typeof checkPackage>(
  new URL('./check_package_step.js', import.meta.url),
  'checkPackage'
)

/** `readArchiveAnswer`, in a thread of its own. */
export const readAnswerApart = defineReading<typeof readArchiveAnswer>(
  new URL('../formats/reply_reader.js', import.meta.url),
  'readArchiveAnswer'
)
