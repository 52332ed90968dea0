import { codes } from './codes.js'

/** UNTDID 1001, what a UBL Invoice may be (BT-3). */
export const INVOICE_TYPES = codes(`
  71 80 81 82 84 102 130 202 203 204 211 218 219 295 325 326 331 380 382 383 384 385 386 387 388
  389 390 393 394 395 456 457 471 472 473 500 501 527 553 575 623 633 751 780 817 870 875 876 877
  935`)

/** UNTDID 1001, what a UBL CreditNote may be (BT-3). */
export const CREDIT_NOTE_TYPES = codes(`
  81 83 261 262 296 308 381 396 420 458 502 503 532`)

/** UNTDID 1001, what a CII document may be (BT-3). */
export const DOCUMENT_TYPES = codes(`
  71 80 81 82 83 84 102 130 202 203 204 211 218 219 261 262 295 296 308 325 326 331 380 381 382
  383 384 385 386 387 388 389 390 393 394 395 396 420 456 457 458 471 472 473 500 501 502 503 527
  532 553 575 623 633 751 780 817 870 875 876 877 935`)

/** UNTDID 2475: when VAT is owed (BT-8), as CII says it. */
export const TAX_POINTS_CII = codes(`
  5 29 72`)

/** UNTDID 2005: when VAT is owed (BT-8), as UBL says it. */
export const TAX_POINTS_UBL = codes(`
  3 35 432`)

/** What an attachment may be (BT-125). */
export const MEDIA_TYPES = codes(`
  application/pdf application/vnd.oasis.opendocument.spreadsheet
  application/vnd.openxmlformats-officedocument.spreadsheetml.sheet image/jpeg image/png text/csv`)
