/** The narrow no-break space: before ; : ? units, between thousands, inside "14 h 05". */
export const THIN = '\u202f'
