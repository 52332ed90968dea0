import { fromBufferPromise, openPromise } from 'yauzl'
import {
  openSip,
  ORDINARY_LIMITS,
  SipRefused,
  type OpenedSip,
} from '#app/archiving/formats/sip_container'

const OPTIONS = { lazyEntries: true, autoClose: false, strictFileNames: true }

/** Opens a SIP from a file or from memory. @throws SipRefused when it is not a harmless zip */
export async function openSipFile(
  source: string | Buffer,
  limits = ORDINARY_LIMITS
): Promise<OpenedSip> {
  try {
    const zip = await (typeof source === 'string'
      ? openPromise(source, OPTIONS)
      : fromBufferPromise(source, OPTIONS))
    try {
      return await openSip(zip, limits)
    } catch (error) {
      // Refused, it is nobody's to close: thousands of bad packages must not hold as many files.
      zip.close()
      throw error
    }
  } catch (error) {
    if (error instanceof SipRefused || isSystemError(error)) throw error
    // yauzl throws plain errors for anything that is wrong in the file
    throw new SipRefused(`Ce fichier n’est pas un zip lisible : ${(error as Error).message}.`)
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
