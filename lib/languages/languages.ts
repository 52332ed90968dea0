/**
 * The languages in which a date can be said beside French: those of our regions and of their
 * neighbours that ICU knows whole, the order of a date, its months and « 3 minutes ago ». Corsican,
 * Tahitian and the creoles are not in it; Occitan and Alsatian only in part (decision 0168).
 */
export const LANGUAGES = {
  br: { label: 'Brezhoneg', locale: 'br' },
  ca: { label: 'Català', locale: 'ca' },
  de: { label: 'Deutsch', locale: 'de' },
  en: { label: 'English', locale: 'en-GB' },
  es: { label: 'Español', locale: 'es' },
  eu: { label: 'Euskara', locale: 'eu' },
  it: { label: 'Italiano', locale: 'it' },
  nl: { label: 'Nederlands', locale: 'nl' },
  pt: { label: 'Português', locale: 'pt-PT' },
} as const

/** As `lang` says it: ISO 639-1. */
export type Language = keyof typeof LANGUAGES

export const languageCodes = Object.keys(LANGUAGES) as Language[]

/** Whether dates can be said in the language of a code, whatever it came as. */
export const isLanguage = (code: unknown): code is Language =>
  typeof code === 'string' && Object.hasOwn(LANGUAGES, code)
