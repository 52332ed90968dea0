/** The first bytes of archives, in hexadecimal. */
const STARTS: [start: string, kind: 'zip' | 'other'][] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['504b0708', 'zip'],
  ['377abcaf271c', 'other'], // 7z
  ['526172211a07', 'other'], // RAR
  ['1f8b', 'other'], // gzip
  ['425a68', 'other'], // bzip2
  ['fd377a585a00', 'other'], // xz
  ['28b52ffd', 'other'], // zstd
  ['4d534346', 'other'], // CAB
]
const ARCHIVE_NAME = /\.(zip|zipx|7z|rar|tar|tgz|gz|bz2|tbz2|xz|txz|zst|cab|arj|lzh|iso)$/i
/** Formats that are a ZIP and that nobody takes for an archive. */
const DOCUMENT_NAME =
  /\.(do[ct][xm]|xl[st][xm]|xlsb|xlam|pp[ts][xm]|pot[xm]|vsd[xm]|od[tspgfbm]|ot[tspg]|epub|kmz|ifczip|bcf|bcfzip|jar|apk|asic[es]|sce|scs|dwfx|xps|oxps|3mf|skp|pbix|pages|numbers|key|gan|mscz|idml)$/i

/** How many first bytes tell: a tar says so at the end of its first header. */
export const HEAD_BYTES = 512

/** What a file within an archive is: null when it is no archive to whoever sent it. */
export function archiveKind(name: string, head: Uint8Array): 'zip' | 'other' | null {
  const start = Array.from(head.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join(
    ''
  )
  const isTar = String.fromCharCode(...head.subarray(257, 262)) === 'ustar'
  const kind = STARTS.find(([known]) => start.startsWith(known))?.[1] ?? (isTar ? 'other' : null)
  if (kind === null) return ARCHIVE_NAME.test(name) ? 'other' : null
  return DOCUMENT_NAME.test(name) ? null : kind
}
