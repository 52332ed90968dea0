import { defineError } from '#lib/errors'

export const ScanTooLong = defineError(
  'E_GED_SCAN_TOO_LONG',
  'Ses feuilles de séparation n’ont pas été cherchées : au-delà de %s pages ou de 100 Mo, une numérisation reste entière. Numérisez la pile en plusieurs fois.'
)
export const ScanCutInexact = defineError(
  'E_GED_SCAN_CUT_INEXACT',
  'Ses pages ne se relisaient pas toutes une fois coupées : elle reste entière. Numérisez la pile de nouveau, en PDF.'
)
export const SheetsUnreadable = defineError(
  'E_GED_SHEETS_UNREADABLE',
  'Les feuilles ne se relisaient pas une fois dessinées : elles ne sont pas données. Dites un dossier ou un type au nom plus court.',
  409
)
