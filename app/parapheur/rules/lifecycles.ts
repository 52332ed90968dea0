/** A folder on its way through a circuit. */
export const FOLDER_LIFECYCLE = {
  in_progress: { finish: 'signed', refuse: 'refused', withdraw: 'withdrawn' },
  signed: {},
  refused: {},
  withdrawn: {},
} as const

/** One step of a folder; `recall` is the droit de remords of who acted before. */
export const STEP_LIFECYCLE = {
  waiting: { reach: 'current', abandon: 'abandoned' },
  current: { accomplish: 'done', refuse: 'refused', retreat: 'waiting', abandon: 'abandoned' },
  done: { recall: 'current' },
  refused: {},
  abandoned: {},
} as const

/** A signing session: it dies with the document that it was prepared on. */
export const CEREMONY_LIFECYCLE = {
  open: { accept: 'signed', expire: 'dead', supersede: 'dead' },
  signed: { embed: 'done', fail: 'dead' },
  done: {},
  dead: {},
} as const

export type FolderState = keyof typeof FOLDER_LIFECYCLE
export type StepState = keyof typeof STEP_LIFECYCLE
export type CeremonyState = keyof typeof CEREMONY_LIFECYCLE
