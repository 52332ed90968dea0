/** A delay as rules state it: "P1Y", "P18M", "P0D", or "unlimited". */
export interface Duration {
  years: number
  months: number
  days: number
}

/** Reads an xsd:duration of whole years, months and days; null when it is something else. */
export function parseDuration(text: string): Duration | null {
  const found = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,3})M)?(?:(\d{1,5})D)?$/.exec(text)
  if (!found) return null
  const [years, months, days] = found.slice(1).map((part) => Number(part ?? 0))
  return { years, months, days }
}

/**
 * The day (AAAA-MM-JJ) when a delay that starts on `start` ends. The 29th of February of a year
 * that has none is the 28th, as for any delay counted in months (CPC art. 641).
 */
export function dayAfter(start: string, { years, months, days }: Duration): string {
  const [year, month, day] = start.split('-').map(Number)
  const monthIndex = month - 1 + months + years * 12
  const lastDay = new Date(Date.UTC(year, monthIndex + 1, 0)).getUTCDate()
  const end = new Date(Date.UTC(year, monthIndex, Math.min(day, lastDay)))
  end.setUTCDate(end.getUTCDate() + days)
  return end.toISOString().slice(0, 10)
}

/** In words: "1 an", "10 ans", "18 mois", "immédiatement". */
export function inWords({ years, months, days }: Duration): string {
  const parts = [
    years > 0 && (years === 1 ? '1 an' : `${years} ans`),
    months > 0 && `${months} mois`,
    days > 0 && (days === 1 ? '1 jour' : `${days} jours`),
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' et ') : 'aucun délai'
}
