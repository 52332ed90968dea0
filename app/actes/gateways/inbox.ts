/** Keeps a mail for good; the inbox tells the sender "received" only once this has returned. */
export type KeepMail = (raw: Buffer, from?: string) => Promise<void>

/** Where the ministry's answers arrive. */
export interface Inbox {
  /** Starts receiving, and returns how to stop. */
  start(keep: KeepMail): Promise<() => Promise<void>>
}
