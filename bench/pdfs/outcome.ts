/** What became of one PDF. */
export interface Outcome {
  path: string
  sha256: string
  state: 'accepted' | 'refused' | 'crashed'
  /** Where it was stopped. */
  step: 'sign' | 'stamp' | 'compare' | null
  /** Of the refusal, with its French sentence. */
  code: string | null
  reason: string | null
  /** What our reader says of the stamped copy. */
  status: string | null
  /** What is not as it was, in words for whoever mends it. */
  differences: string[]
  /** Where the deposited file itself is drawn in more than one way. */
  unsteady?: string[]
  /** To sign and to stamp. */
  ms: number
}

export const crashed = (path: string, sha256: string, reason: string): Outcome => ({
  path,
  sha256,
  reason,
  state: 'crashed',
  step: null,
  code: null,
  status: null,
  differences: [],
  ms: 0,
})
