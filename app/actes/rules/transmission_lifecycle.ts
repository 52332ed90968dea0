// Two workers may overlap, and an answer may outrun the post: whatever is under way may end anyhow
const ENDS = {
  release: 'frozen',
  doubt: 'uncertain',
  arrive: 'sent',
  fail: 'failed',
  answer: 'answered',
} as const

/** The life of what is sent to the ministry: state -> event -> state. */
export const TRANSMISSION_LIFECYCLE = {
  frozen: { attempt: 'attempting', ...ENDS },
  // Held by the worker that began: nobody begins beside it
  attempting: ENDS,
  uncertain: { attempt: 'attempting', ...ENDS },
  // Two posts may both arrive: the second changes nothing, and its worker need not begin again.
  // The ministry may say later that it could not read it (an anomaly of envelope)
  sent: { arrive: 'sent', answer: 'answered', fail: 'failed' },
  // An answer proves that it had arrived, whatever we believed; nothing undoes one
  failed: { answer: 'answered' },
  answered: { arrive: 'answered', answer: 'answered' },
} as const

export type TransmissionState = keyof typeof TRANSMISSION_LIFECYCLE
export type TransmissionEvent = {
  [S in TransmissionState]: keyof (typeof TRANSMISSION_LIFECYCLE)[S]
}[TransmissionState]
