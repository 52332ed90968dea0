import { isCompound } from './mail/compound.js'
import { encodingFamily } from './xml/first_bytes.js'

const SIGNATURES: [string, (head: Buffer) => boolean][] = [
  // ISO 32000-1 §7.5.2 and its Appendix H: the header may come within the first 1,024 bytes.
  ['application/pdf', (head) => head.subarray(0, 1024).includes('%PDF-')],
  ['image/png', (head) => head.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))],
  ['image/jpeg', (head) => head.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))],
  // TIFF 6.0, section 2: the order of its bytes, then 42
  ['image/tiff', (head) => /^(II\*\0|MM\0\*)/.test(head.toString('latin1', 0, 4))],
  // MS-CFB §2.2: a message of Outlook, or what Office wrote before 2007
  ['application/x-ole-storage', isCompound],
  ['application/gzip', (head) => head.subarray(0, 2).equals(Buffer.from('1f8b', 'hex'))],
  ['application/zip', (head) => head.subarray(0, 4).equals(Buffer.from('504b0304', 'hex'))],
  [
    'message/rfc822',
    (head) =>
      /^(received|return-path|from|date|message-id|mime-version|subject|x-[a-z-]+): /i.test(
        head.toString('latin1', 0, 200)
      ),
  ],
  ['application/json', (head) => /^\s*[[{]/.test(head.toString('latin1', 0, 64))],
  [
    'application/xml',
    (head) => /^(\u00ef\u00bb\u00bf)?\s*<(\?xml|[A-Za-z_])/.test(asciiOf(head.subarray(0, 128))),
  ],
]

/** Its signs one a byte, also when it is UTF-16, with its mark or a declaration (XML 1.0, appendix F). */
function asciiOf(head: Buffer): string {
  const family = encodingFamily(head)
  if (family.kind !== 'utf-16le' && family.kind !== 'utf-16be') return head.toString('latin1')
  const even = head.subarray(0, head.length & ~1)
  return new TextDecoder(family.kind).decode(even)
}

/** How many first bytes `mediaTypeOf` wants to see. */
export const HEAD_BYTES = 4096

/** The type that the content itself says, from the first bytes; never from a name. */
export function mediaTypeOf(head: Buffer): string {
  for (const [type, matches] of SIGNATURES) if (matches(head)) return type
  const isText = !head.includes(0)
  return isText ? 'text/plain' : 'application/octet-stream'
}

const LABELS: Record<string, string> = {
  'application/pdf': 'PDF',
  'application/xml': 'XML',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/tiff': 'TIFF',
  'application/zip': 'ZIP',
  'application/gzip': 'GZIP',
  'application/x-ole-storage': 'Outlook ou Office 97',
}

/** « PDF » for `application/pdf`; a type that we have no word for, as it is written. */
export const mediaTypeLabel = (type: string): string => LABELS[type] ?? type
