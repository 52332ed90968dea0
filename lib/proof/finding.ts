/**
 * One thing that was checked, in French. `reserve`: true as far as it goes, but something that
 * only the reader can supply (a trust anchor, the platform's key) was missing.
 */
export interface Finding {
  outcome: 'ok' | 'reserve' | 'failed'
  code: string
  text: string
}
