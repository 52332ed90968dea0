/** A package as it leaves us. */
export interface OutgoingPackage {
  manifest: Buffer
  /** The file of the attachments, on disk. */
  path: string
}

/** Which message is asked for, of a transfer that was sent. */
export interface AskedMessage {
  kind: 'Acknowledgement' | 'ArchiveTransferReply'
  transferIdentifier: string
  transferringAgency: string
}

/** Bad news from the archive is a value; a line that drops throws, and is tried again. */
export type SendOutcome = { is: 'sent' } | { is: 'refused'; why: string }

/** An archive that is not ours, behind the two things that we ask of any. */
export interface ExternalArchive {
  send(outgoing: OutgoingPackage): Promise<SendOutcome>
  /** The message, or null as long as it is not there. */
  fetchMessage(asked: AskedMessage): Promise<Buffer | null>
}
