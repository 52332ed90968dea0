import PostalMime, { decodeWords } from 'postal-mime'
import type { MailHeader } from '../formats/authentication_results.js'
import { startsAsXml, type MailAttachment } from '../formats/mail_reader.js'
import { xmlWithin } from '../formats/xml_within.js'

/** A mail as its writer composed it: what it says, its files, and the mails that it brings. */
export interface OpenedMail {
  subject: string
  sender: string | null
  headers: MailHeader[]
  body: string
  files: MailAttachment[]
  nested: OpenedMail[]
}

const DEEPEST = 4
const MOST_PARTS = 500

/** What the library knows of a part, and does not publish. */
interface Part {
  contentType: { parsed: { value: string; params: Record<string, string> }; multipart?: string }
  contentDisposition: { parsed: { value?: string; params: Record<string, string> } }
  content?: ArrayBuffer
  childNodes: Part[]
  getTextContent(): string
}

/**
 * Opens a mail part by part, because the library decides by their disposition what is text and what
 * is a file: an answer is often sent as text, in line, under the name of an XML file. Mails
 * forwarded in it are opened as deep as `DEEPEST`.
 */
export async function openMail(raw: Uint8Array, depth = 0): Promise<OpenedMail> {
  // A nested mail stays a file: it is opened here, where its depth is known.
  const parser = new PostalMime({ maxRfc822NestingDepth: 0, maxNestingDepth: 64 })
  const parsed = await parser.parse(raw)
  const parts = leavesOf((parser as unknown as { root: Part }).root)
  if (parts.length > MOST_PARTS) throw new Error(`plus de ${MOST_PARTS} parties`)
  const mail: OpenedMail = {
    subject: written(parsed.subject ?? ''),
    sender: written(parsed.from?.address ?? '') || null,
    headers: parsed.headers.map(({ key, value }) => ({ key, value })),
    body: '',
    files: [],
    nested: [],
  }
  for (const part of parts) await sort(part, mail, depth)
  return mail
}

async function sort(part: Part, mail: OpenedMail, depth: number): Promise<void> {
  const { value: mediaType, params } = part.contentType.parsed
  const said = part.contentDisposition.parsed.params.filename || params.name
  const name = said ? written(decodeWords(said)) : null
  const bytes = Buffer.from(part.content ?? new ArrayBuffer(0))
  if (isMail(mediaType, name, bytes) && depth < DEEPEST) {
    mail.nested.push(await openNested(bytes, depth + 1))
  } else if (/^text\/(plain|html)$/.test(mediaType) && !name && !startsAsXml(bytes)) {
    mail.body += `${part.getTextContent()}\n`
    const quoted = mediaType === 'text/plain' ? xmlWithin(bytes) : null
    if (quoted) mail.files.push({ name: 'sans-nom', mediaType: 'text/xml', bytes: quoted })
  } else {
    mail.files.push({ name: name ?? 'sans-nom', mediaType, bytes })
  }
}

/** One forwarded mail that cannot be opened does not spoil the mail that brings it: it stays a file. */
async function openNested(bytes: Buffer, depth: number): Promise<OpenedMail> {
  try {
    return await openMail(bytes, depth)
  } catch {
    const files = [{ name: 'courriel.eml', mediaType: 'message/rfc822', bytes }]
    return { subject: '', sender: null, headers: [], body: '', files, nested: [] }
  }
}

/** What its sender wrote, without what no base keeps: signs of control, halves of a pair. */
const written = (text: string) =>
  text
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .toWellFormed()

/** The lines that a mail begins with (RFC 5322 §2.2), and those that no other file has. */
const HEADERS = /^(?:>?From .*\r?\n)?(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)+/
const ITS_OWN = /^(?:message-id|mime-version|received):/im

const FIRST_BYTES = 4_096

/** By its type, its name, or for a file of neither by its first lines. */
function isMail(mediaType: string, name: string | null, bytes: Buffer): boolean {
  if (/^message\/(rfc822|global)$/.test(mediaType) || /\.eml$/i.test(name ?? '')) return true
  const isPlainText = /^text\/(plain|html)$/.test(mediaType) && name === null
  const [headers = ''] = HEADERS.exec(bytes.toString('latin1', 0, FIRST_BYTES)) ?? []
  return !isPlainText && ITS_OWN.test(headers)
}

function leavesOf(part: Part): Part[] {
  if (part.childNodes.length > 0) return part.childNodes.flatMap(leavesOf)
  return part.contentType.multipart ? [] : [part]
}
