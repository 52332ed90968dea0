import PostalMime from 'postal-mime'
import { readOutlook } from '#lib/mail/outlook_message'
import { markupText, tidy } from './plain_text.js'

const MOST_SIGNS = 400_000

/** What a message says: its subject, who wrote it and to whom, its body, the names of its parts. */
export async function mailText(bytes: Buffer): Promise<string> {
  const { subject, from, to = [], text, html, attachments } = await PostalMime.parse(bytes)
  const people = [from, ...to].map((one) => [one?.name, one?.address].filter(Boolean).join(' '))
  const parts = attachments.map(({ filename }) => filename)
  return together([subject, ...people, bodyOf(text, html), ...parts])
}

/** The same of a message of Outlook; another document of its container holds none. */
export async function outlookText(bytes: Buffer): Promise<string> {
  const { subject, from, to, text, html, parts } = readOutlook(bytes)
  return together([subject, from, to, bodyOf(text, html), ...parts.map(({ name }) => name)])
}

const bodyOf = (text: string | undefined, html: string | undefined) =>
  text?.trim() ? text : markupText(html ?? '')

const together = (said: (string | null | undefined)[]) =>
  tidy(said.filter(Boolean).join(' \n ')).slice(0, MOST_SIGNS)
