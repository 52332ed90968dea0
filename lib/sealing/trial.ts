import { hex, joined, sha256Hex, type Bytes } from './bytes.js'
import { EnvelopeKeys, type EnvelopePlace, type PiecePlace } from './envelope_keys.js'
import { parseList, type ListedFile } from './list.js'
import { demand } from './refused.js'

/** What a person does whose machine seals badly. */
export const ELSEWHERE =
  'rien n’est déposé. Recommencez dans un autre navigateur, ou scellez hors ligne.'

/**
 * Opens each thing again as soon as it is sealed, with keys that are derived anew: a memory or a
 * browser at fault is known before it leaves. Digests in hexadecimal, of the plain bytes.
 */
export class Trial {
  readonly #keys: EnvelopeKeys

  constructor(
    readonly place: EnvelopePlace,
    dek: Bytes
  ) {
    this.#keys = new EnvelopeKeys(place, dek.slice())
  }

  /** @throws SealingRefused when the piece does not give its bytes back */
  async piece(at: PiecePlace, sealed: Bytes[], plain: string, name: string): Promise<void> {
    const opened = await this.#keys.openPiece(at, joined(...sealed))
    demand(
      opened !== null && (await sha256Hex(opened)) === plain,
      'trial',
      `« ${name} » ne se rouvre pas une fois scellé : ${ELSEWHERE}`
    )
  }

  /** @throws SealingRefused when the list does not name these files, or the commitment is another */
  async end(sealed: Bytes[], listed: ListedFile[], commit: Bytes): Promise<void> {
    const plain = await this.#keys.openList(joined(...sealed))
    const isSame =
      plain !== null &&
      JSON.stringify(parseList(plain, this.place.envelope)) === JSON.stringify(listed) &&
      hex(await this.#keys.commit()) === hex(commit)
    demand(
      isSame,
      'trial',
      `L’enveloppe ${this.place.envelope} ne se rouvre pas une fois scellée : ${ELSEWHERE}`
    )
  }
}
