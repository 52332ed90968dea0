/** The encodings of an XML document that its first bytes tell apart. */
export type EncodingFamily =
  | { kind: 'utf-8' | 'utf-16le' | 'utf-16be'; isMarked: boolean }
  /** Some superset of ASCII: the declaration says which, or it is UTF-8. */
  | { kind: 'ascii' }
  | { kind: 'refused'; name: string }

/** The longest first: `FFFE0000` is UTF-32, and begins as UTF-16 does (XML 1.0, appendix F). */
const STARTS: [hex: string, family: EncodingFamily][] = [
  ['0000feff', { kind: 'refused', name: 'UTF-32' }],
  ['fffe0000', { kind: 'refused', name: 'UTF-32' }],
  ['0000fffe', { kind: 'refused', name: 'UTF-32' }],
  ['feff0000', { kind: 'refused', name: 'UTF-32' }],
  ['0000003c', { kind: 'refused', name: 'UTF-32' }],
  ['3c000000', { kind: 'refused', name: 'UTF-32' }],
  ['00003c00', { kind: 'refused', name: 'UTF-32' }],
  ['003c0000', { kind: 'refused', name: 'UTF-32' }],
  ['4c6fa794', { kind: 'refused', name: 'EBCDIC' }],
  ['efbbbf', { kind: 'utf-8', isMarked: true }],
  ['feff', { kind: 'utf-16be', isMarked: true }],
  ['fffe', { kind: 'utf-16le', isMarked: true }],
  ['003c003f', { kind: 'utf-16be', isMarked: false }],
  ['3c003f00', { kind: 'utf-16le', isMarked: false }],
]

/** What these first bytes say of the encoding; four of them are enough. */
export function encodingFamily(bytes: Uint8Array): EncodingFamily {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return STARTS.find(([hex]) => head.startsWith(hex))?.[1] ?? { kind: 'ascii' }
}
