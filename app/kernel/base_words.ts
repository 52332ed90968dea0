/** 42P01, 3D000: PostgreSQL knows no such table, no such base. */
const NOT_READY = ['42P01', '3D000']
/** Nothing listens there, or it is starting or ending (57P0x). */
const AWAY = ['ECONNREFUSED', 'ENOTFOUND', '57P01', '57P02', '57P03']

/** What to tell whoever runs a command whose base is not there; null for any other fault. */
export function baseWords(error: unknown): string | null {
  const { code = '' } = (error ?? {}) as NodeJS.ErrnoException
  if (NOT_READY.includes(code))
    return 'La base n’est pas prête : lancez d’abord « npm start », ou « npm run ace -- halle:prepare ».'
  return AWAY.includes(code) ? `La base ne répond pas (${code}).` : null
}
