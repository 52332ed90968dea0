import type { Bytes } from './bytes.js'
import type { CheckedReading } from './checked_reading.js'
import type { EnvelopeKeys } from './envelope_keys.js'
import type { ListedFile } from './list.js'
import type { SealedFile } from './manifest.js'
import { demand } from './refused.js'
import type { RunningDigest } from './sha256.js'

/** Where what is opened goes. Nothing of it may be seen before all of it was found right. */
export interface OpenedSink {
  /** Adds bytes to the end of that file, which they make when there are none. */
  append(envelope: string, name: string, bytes: Bytes): Promise<void>
  /** What was added is used no more: its memory is given back at once, and no garbage collection waits for it. */
  keepsNothing?: true
}

interface Opening {
  reading: CheckedReading
  keys: EnvelopeKeys
  sink: OpenedSink
  envelope: string
}

/** Opens one file into the sink, each piece checked as it is deciphered. @throws SealingRefused */
export async function openFile(
  { reading, keys, sink, envelope }: Opening,
  { id, pieces }: SealedFile,
  listed: ListedFile,
  digest: RunningDigest
): Promise<void> {
  const path = `${envelope}/${id}.bin`
  let [from, size] = [0, 0]
  for (const [index, piece] of pieces.entries()) {
    const bytes = await reading.bytes(path, from, piece)
    const isLast = index === pieces.length - 1
    // Two threads hash and decipher the same piece, and this one hashes it again as soon as it is plain
    const opening = keys.openPiece({ fileId: id, index, isLast }, bytes).then((opened) => {
      if (opened) digest.update(opened)
      return opened
    })
    const [, plain] = await Promise.all([reading.judge(path, piece, bytes), opening])
    demand(
      plain !== null,
      'altered-file',
      `Un fichier de l’enveloppe ${envelope} a été altéré, ou ses morceaux déplacés, répétés ou coupés.`
    )
    size += plain.length
    from += piece.size
    await sink.append(envelope, listed.name, plain)
    // A piece is alone in its memory, of which half the time of an opening went into finding it again
    if (sink.keepsNothing) plain.buffer.transfer(0)
  }
  demand(
    size === listed.size && digest.digest() === listed.sha256,
    'list',
    `Un fichier de l’enveloppe ${envelope} n’est pas celui que sa liste annonce.`
  )
}
