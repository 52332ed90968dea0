/** How much of the beginning of a file tells its format; beyond it only PDF/A is looked for. */
const HEAD = 16 * 1024
/** Longer than any of the marks that a boundary between two chunks may cut. */
const OVERLAP = 128

const PDF: Readonly<Record<string, string>> = {
  '1.0': 'fmt/14',
  '1.1': 'fmt/15',
  '1.2': 'fmt/16',
  '1.3': 'fmt/17',
  '1.4': 'fmt/18',
  '1.5': 'fmt/19',
  '1.6': 'fmt/20',
  '1.7': 'fmt/276',
  '2.0': 'fmt/1129',
}

const PDF_A: Readonly<Record<string, string>> = {
  '1A': 'fmt/95',
  '1B': 'fmt/354',
  '2A': 'fmt/476',
  '2B': 'fmt/477',
  '2U': 'fmt/478',
  '3A': 'fmt/479',
  '3B': 'fmt/480',
  '3U': 'fmt/481',
  '4': 'fmt/1910',
  '4E': 'fmt/1911',
  '4F': 'fmt/1912',
}

/** By the minor version that follows "JFIF 1". */
const JFIF = ['fmt/42', 'fmt/43', 'fmt/44']

/**
 * Says the PRONOM identifier (puid) of a file from its own bytes, as it is read for another reason:
 * PDF, PDF/A, XML, PNG and JPEG, by the signatures of PRONOM. What it does not know it does not name.
 */
export class FormatSniffer {
  #head: Buffer[] = []
  #headLength = 0
  #tail = ''
  #part = ''
  #conformance = ''

  update(chunk: Buffer): void {
    if (this.#headLength < HEAD) {
      this.#head.push(chunk.subarray(0, HEAD - this.#headLength))
      this.#headLength += Math.min(chunk.length, HEAD - this.#headLength)
    }
    if (this.#headLength >= 1024 && !this.#isPdf) return
    const text = this.#tail + chunk.toString('latin1')
    // ISO 19005: an XMP packet in clear says it; the last one holds after incremental updates.
    this.#part = lastOf(text, /pdfaid:part(?:>|=["'])(\d)/g) ?? this.#part
    this.#conformance = lastOf(text, /pdfaid:conformance(?:>|=["'])(\w)/g) ?? this.#conformance
    this.#tail = text.slice(-OVERLAP)
  }

  /** « fmt/477 », or undefined when no signature is recognised. */
  get puid(): string | undefined {
    const head = Buffer.concat(this.#head).toString('latin1')
    if (this.#isPdf) return this.#pdf(head)
    if (head.startsWith('\x89PNG\r\n\x1a\n')) return png(head)
    if (head.startsWith('\xff\xd8\xff')) return jpeg(head)
    if (/^(?:\xef\xbb\xbf)?<\?xml version=/.test(head)) return 'fmt/101'
  }

  get #isPdf(): boolean {
    return Buffer.concat(this.#head).subarray(0, 1024).includes('%PDF-')
  }

  #pdf(head: string): string | undefined {
    const level = this.#part + this.#conformance
    const [, version] = /%PDF-(\d\.\d)/.exec(head) ?? []
    return PDF_A[level.toUpperCase()] ?? PDF[version]
  }
}

function png(head: string): string {
  if (head.includes('iTXt')) return 'fmt/13'
  return /iCCP|sPLT|sRGB/.test(head) ? 'fmt/12' : 'fmt/11'
}

function jpeg(head: string): string {
  const jfif = head.indexOf('JFIF\0\x01')
  const version = jfif < 0 ? undefined : JFIF[head.charCodeAt(jfif + 6)]
  if (version) return version
  return /Exif..(?:MM.\*|II\*)[^]*0221/s.test(head) ? 'fmt/645' : 'fmt/41'
}

function lastOf(text: string, pattern: RegExp): string | undefined {
  return [...text.matchAll(pattern)].at(-1)?.[1]
}
