/** What one check of the ingest said. `detail` is Vitam's code; `message` is ours, in French. */
export interface IngestEvent {
  step: string
  outcome: 'OK' | 'WARNING' | 'KO'
  detail: string
  message: string
  /** Identifiers or paths of what is at fault, the first twenty. */
  items: string[]
}

const SHOWN = 20

export function ok(step: string, message: string): IngestEvent {
  return { step, outcome: 'OK', detail: `${step}.OK`, message, items: [] }
}

export function warning(step: string, message: string, items: string[] = []): IngestEvent {
  return {
    step,
    outcome: 'WARNING',
    detail: `${step}.WARNING`,
    message,
    items: items.slice(0, SHOWN),
  }
}

/** `reason` completes the code: "CHECK_SEDA" and "NO_FILE" give CHECK_SEDA.NO_FILE.KO. */
export function ko(
  step: string,
  reason: string,
  message: string,
  items: string[] = []
): IngestEvent {
  const detail = reason === '' ? `${step}.KO` : `${step}.${reason}.KO`
  return { step, outcome: 'KO', detail, message, items: items.slice(0, SHOWN) }
}
