import { parseXml, XmlRejected, type XmlElementView } from '#lib/xml'
import { isAcceptance } from './reply_codes.js'
import { versionOf } from './seda_versions.js'
import { type ReadEvent, archiveIdsOf, readEvent, codeOf, children } from './reply_parts.js'

/** What an archive answered; `unreadable` goes to the operator's inbox, never to the bin. */
export type ArchiveAnswer =
  | { kind: 'acknowledgement'; version: string; identifier: string; transferIds: string[] }
  | {
      kind: 'reply'
      version: string
      accepted: boolean
      code: string
      comment: string
      /** One of them is the transfer's, the other the reply's: asalae and Vitam swap them. */
      transferIds: string[]
      archiveIds: string[]
      grantedAt: string | null
      events: ReadEvent[]
    }
  | { kind: 'unreadable'; why: string }

/**
 * Reads an answer of SEDA 0.2 to 2.3, from asalae or Vitam. Real answers are not valid against
 * the XSD (empty code lists, missing agencies): only what is needed is asked for.
 */
export function readArchiveAnswer(bytes: Uint8Array): ArchiveAnswer {
  try {
    using doc = parseXml(bytes)
    const version = versionOf(doc.root.namespace)
    if (!version) return { kind: 'unreadable', why: `« ${doc.root.name} » n’est pas du SEDA.` }
    return readRoot(doc.root, version)
  } catch (error) {
    if (error instanceof XmlRejected) return { kind: 'unreadable', why: error.message }
    throw error
  }
}

function readRoot(root: XmlElementView, version: string): ArchiveAnswer {
  // In 0.2 the ArchiveTransferReply only says "received"; the ArchiveTransferAcceptance accepts.
  const isReceipt =
    root.name === 'Acknowledgement' ||
    (version === '0.2' && root.name === 'ArchiveTransferReply' && isAcceptance(codeOf(root)))
  if (isReceipt) return readAcknowledgement(root, version)
  if (['ArchiveTransferReply', 'ArchiveTransferAcceptance'].includes(root.name)) {
    return readReply(root, version)
  }
  return { kind: 'unreadable', why: `« ${root.name} » ne répond pas à un versement.` }
}

function readAcknowledgement(root: XmlElementView, version: string): ArchiveAnswer {
  const transferIds = children(root, 'MessageReceivedIdentifier', 'TransferIdentifier')
  if (transferIds.length === 0) {
    return { kind: 'unreadable', why: 'Cet accusé ne dit pas quel versement il accuse.' }
  }
  const [identifier = ''] = children(
    root,
    'AcknowledgementIdentifier',
    'MessageIdentifier',
    'TransferReplyIdentifier'
  )
  return { kind: 'acknowledgement', version, identifier, transferIds }
}

function readReply(root: XmlElementView, version: string): ArchiveAnswer {
  const code = codeOf(root)
  const transferIds = children(
    root,
    'MessageIdentifier',
    'MessageRequestIdentifier',
    'TransferIdentifier',
    'TransferReplyIdentifier',
    'TransferAcceptanceIdentifier'
  )
  if (!code || transferIds.length === 0) {
    return { kind: 'unreadable', why: 'Cette réponse ne donne ni code, ni versement.' }
  }
  return {
    kind: 'reply',
    version,
    accepted: isAcceptance(code),
    code,
    comment: children(root, 'Comment').join(' '),
    transferIds,
    archiveIds: archiveIdsOf(root),
    grantedAt: children(root, 'GrantDate')[0] ?? null,
    events: root.nodes('.//*[local-name()="Event"]').map(readEvent),
  }
}
