import PostalMime from 'postal-mime'
import { markupText, tidy } from './plain_text.js'

const MOST_SIGNS = 400_000

/** What a message says: its subject, who wrote it and to whom, its body, the names of its parts. */
export async function mailText(bytes: Buffer): Promise<string> {
  const { subject, from, to = [], text, html, attachments } = await PostalMime.parse(bytes)
  const people = [from, ...to].map((one) => [one?.name, one?.address].filter(Boolean).join(' '))
  const body = text?.trim() ? text : markupText(html ?? '')
  const parts = attachments.map(({ filename }) => filename)
  return tidy([subject, ...people, body, ...parts].filter(Boolean).join(' \n ')).slice(
    0,
    MOST_SIGNS
  )
}
