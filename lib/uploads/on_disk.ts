import { UploadMissing } from './errors.js'

/** A piece that the disk has lost or altered: who sends has the file, and begins again. */
export async function* onDisk(pieces: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* pieces
  } catch (error) {
    lostOnDisk(error)
  }
}

/** The same for who reads otherwise. */
export function lostOnDisk(cause: unknown): never {
  throw Object.assign(new UploadMissing(), { cause })
}
