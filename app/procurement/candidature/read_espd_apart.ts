import { defineReading } from '#kernel/reading'
import type { readEspd } from '../formats/espd/read_espd.js'

/** Reads a DUME that came from outside, in a thread that has a deadline and a bounded memory. */
export const readEspdApart = defineReading<typeof readEspd>(
  new URL('../formats/espd/read_espd.js', import.meta.url),
  'readEspd'
)
