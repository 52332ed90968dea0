import { createHash } from 'node:crypto'
import { Transform, type Readable } from 'node:stream'
import { DocumentDamaged } from './errors.js'

/**
 * Lets a whole file through only when it is the one that is expected: its last bytes are kept back
 * until its digest is known, so that nobody ever holds the whole of another.
 */
export function checking(sha256: string, size: number): Transform {
  const hash = createHash('sha256')
  let [seen, held] = [0, null as Buffer | null]
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      seen += chunk.length
      if (seen > size) return done(new DocumentDamaged())
      const before = held
      held = chunk
      if (before) done(null, before)
      else done()
    },
    flush(done) {
      if (seen !== size || hash.digest('hex') !== sha256) return done(new DocumentDamaged())
      done(null, held)
    },
  })
}

/** Waits for the first bytes: what cannot be opened says so while a page can still be answered. */
export function begun<Stream extends Readable>(stream: Stream): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      stream.off('readable', onReadable).off('error', onError)
      end()
    }
    const onReadable = () => settle(() => resolve(stream))
    const onError = (error: Error) => settle(() => reject(error))
    stream.once('readable', onReadable).once('error', onError)
  })
}
