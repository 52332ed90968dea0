import { defineReading } from '#kernel/reading'
import type { proofsIn } from './unzip_package.js'

/** `proofsIn`, in a thread of its own: what comes from outside may be no good ZIP. */
export const proofsApart = defineReading<typeof proofsIn>(
  new URL('./unzip_package.js', import.meta.url),
  'proofsIn'
)
