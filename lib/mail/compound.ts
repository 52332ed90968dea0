/** The first bytes of a compound file (MS-CFB §2.2). */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** Whether bytes begin as a message of Outlook does, or an office document of before 2007. */
export const isCompound = (bytes: Uint8Array): boolean =>
  COMPOUND.equals(bytes.subarray(0, COMPOUND.length))
