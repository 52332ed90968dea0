import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'

/** What passes as it is, and whose SHA-512 is told, in hexadecimal, before its end. */
export function hashing(told: (sha512: string) => void): Transform {
  const hash = createHash('sha512')
  return new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
    flush(done) {
      told(hash.digest('hex'))
      done()
    },
  })
}
