import { PdfStream } from '@libpdf/core'
import { constants, inflateSync } from 'node:zlib'

const ALWAYS_FITS = 1024 * 1024
const NEVER_FITS = 64 * 1024 * 1024
/** Tables of objects shrink to a fifth or a twentieth of their size; a bomb to a thousandth. */
const DENSEST = 100

/**
 * Keeps a stranger's file from filling the memory: the library inflates tables of objects whole,
 * and a megabyte of them may hold a gigabyte of zeros. Throws RangeError before that.
 */
export function refuseDenseStreams(): void {
  const decode = PdfStream.prototype.getDecodedData
  PdfStream.prototype.getDecodedData = function (this: PdfStream) {
    refuseWhenDense(this)
    return decode.call(this)
  }
}

function refuseWhenDense(stream: PdfStream): void {
  const filters = stream.getArray('Filter')?.toArray() ?? []
  if (filters.length > 1 && ['ObjStm', 'XRef'].includes(stream.getName('Type')?.value ?? '')) {
    throw new RangeError('a table of objects is compressed once')
  }
  const most = Math.min(NEVER_FITS, Math.max(ALWAYS_FITS, stream.data.length * DENSEST))
  try {
    inflateSync(stream.data, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    // Another filter, or damaged: the library knows what to do with it.
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new RangeError('a stream of this PDF is too dense')
    }
  }
}
