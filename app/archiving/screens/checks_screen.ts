import type { IngestEvent } from '../formats/ingest/outcome.js'

const STATES = {
  OK: { label: 'Conforme', meaning: 'done' },
  WARNING: { label: 'À noter', meaning: 'waiting' },
  KO: { label: 'Non conforme', meaning: 'trouble' },
}

/** The checks of an ingest as its page lists them. */
export function checksOf(checks: IngestEvent[]) {
  return checks.map(({ outcome, message, detail, items }) => ({
    state: STATES[outcome],
    message: items.length > 0 ? `${message} (${items.slice(0, 5).join(', ')})` : message,
    code: detail,
  }))
}

/** « Neuf contrôles faits, tous conformes » in figures. */
export function checkWords(checks: IngestEvent[]): string {
  const wrong = checks.filter(({ outcome }) => outcome === 'KO').length
  const noted = checks.filter(({ outcome }) => outcome === 'WARNING').length
  const done = `${checks.length} contrôles faits`
  if (wrong > 0) return `${done}, le dernier non conforme`
  return noted > 0 ? `${done}, ${noted} à noter` : `${done}, tous conformes`
}
