import { createHash } from 'node:crypto'

/** What a person has seen when she began to write: it changes with every recorded character. */
export function fingerprint(stored: unknown): string {
  return createHash('sha256').update(JSON.stringify(stored)).digest('base64url').slice(0, 22)
}

/** A line of what is recorded now, beside what was typed. */
export interface Told {
  label: string
  value: string
}

/** What is recorded, field by field, in words; only what the labels name. */
export function toldBy(stored: Record<string, unknown>, labels: Record<string, string>): Told[] {
  return Object.entries(labels).map(([field, label]) => ({ label, value: inWords(stored[field]) }))
}

function inWords(value: unknown): string {
  if (value === true) return 'oui'
  if (value === false) return 'non'
  if (Array.isArray(value)) return value.map(inWords).join(', ') || '–'
  return value === null || value === undefined || value === '' ? '–' : String(value)
}
