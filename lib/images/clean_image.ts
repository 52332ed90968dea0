import { BadImage, FAULTS, type ImageFault } from './faults.js'
import { cleanJpeg, JPEG_START } from './jpeg.js'
import { cleanPng, PNG_SIGNATURE } from './png.js'

/** An image with nothing in it but its points, or why it is not taken. */
export type CleanImage =
  | { bytes: Buffer; width: number; height: number; mediaType: 'image/png' | 'image/jpeg' }
  | { problem: string }

/**
 * What a stranger's image becomes before everybody sees it: typed by its content, bounded in points,
 * stripped of all that is no picture. To be run apart.
 */
export function cleanImage({ bytes: given }: { bytes: Uint8Array }): CleanImage {
  const bytes = Buffer.from(given)
  try {
    if (bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE))
      return { ...cleanPng(bytes), mediaType: 'image/png' }
    if (bytes.subarray(0, JPEG_START.length).equals(JPEG_START))
      return { ...cleanJpeg(bytes), mediaType: 'image/jpeg' }
    return refuse(isSvg(bytes) ? 'svg' : 'unknown')
  } catch (error) {
    if (error instanceof BadImage) return refuse(error.fault)
    throw error
  }
}

const refuse = (fault: ImageFault) => ({ problem: FAULTS[fault] })

const isSvg = (bytes: Buffer) => /<svg[\s>]/i.test(bytes.toString('utf8', 0, 4096))
