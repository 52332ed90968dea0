import { hex, sha256Hex, type Bytes } from './bytes.js'
import { NONCE_BYTES } from './envelope_keys.js'
import type { Measured } from './manifest.js'
import { demand } from './refused.js'

/** The folder of a pli (FORMAT §7), wherever it lies. */
export interface PliFolder {
  /** Every file, with `/` between folders. */
  files(): Promise<{ path: string; size: number }[]>
  /** So many bytes of a file from there on; fewer when it ends before. */
  read(path: string, from: number, length: number): Promise<Bytes>
}

/** Reads the encrypted pieces of one pli, and judges each against its manifest. */
export class CheckedReading {
  readonly #nonces = new Set<string>()

  constructor(readonly folder: PliFolder) {}

  bytes(path: string, from: number, { size }: Measured): Promise<Bytes> {
    return this.folder.read(path, from, size)
  }

  /** @throws SealingRefused when these are not the bytes announced, or their nonce came before */
  async judge(path: string, { size, sha256 }: Measured, bytes: Bytes): Promise<void> {
    const isSame = bytes.length === size && (await sha256Hex(bytes)) === sha256
    demand(
      isSame,
      'altered-file',
      `${path} a été altéré : ce n’est pas ce que le manifeste annonce.`
    )
    const nonce = hex(bytes.subarray(0, NONCE_BYTES))
    demand(
      !this.#nonces.has(nonce),
      'nonce-twice',
      'Deux morceaux de ce pli emploient le même nombre unique.'
    )
    this.#nonces.add(nonce)
  }
}
