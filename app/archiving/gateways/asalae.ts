import { createHash } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { foreignText } from '#lib/foreign_text'
import { ArchiveTrouble } from '../errors.js'
import type {
  AskedMessage,
  ExternalArchive,
  OutgoingPackage,
  SendOutcome,
} from './external_archive.js'

export interface AsalaeAccess {
  /** The root of the server; `/restservices` is added. */
  url: string
  user: string
  password: string
}

const TIMEOUT_MS = 10 * 60_000
const LONGEST_ANSWER = 20 * 1024 ** 2
const LONGEST_REASON = 1024 ** 2

/** The REST services of as@lae, version 1: what its users' own clients call. */
export function asalae({ url, user, password }: AsalaeAccess): ExternalArchive {
  // as@lae compares the SHA-256 of the password, in hexadecimal
  const secret = createHash('sha256').update(password).digest('hex')
  const authorization = `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`
  const root = `${url.replace(/\/+$/, '')}/restservices`

  function ask(path: string, init: RequestInit): Promise<Response> {
    return fetch(root + path, {
      ...init,
      headers: { authorization, ...init.headers },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((cause) => {
      throw new ArchiveTrouble('as@lae ne répond pas. L’envoi sera repris de lui-même.', { cause })
    })
  }

  return {
    async send({ manifest, path }: OutgoingPackage): Promise<SendOutcome> {
      const form = new FormData()
      const bordereau = new Blob([new Uint8Array(manifest)], { type: 'application/xml' })
      form.set('seda_message', bordereau, 'bordereau.xml')
      form.set('attachments', await openAsBlob(path), basename(path))
      const headers = { accept: 'application/json' }
      const response = await ask('/sedaMessages', { method: 'POST', body: form, headers })
      const text = await shortText(response)
      if (response.ok) return { is: 'sent' }
      // 4xx: it will say the same tomorrow; 5xx: it may be better in an hour
      if (response.status >= 500)
        throw new ArchiveTrouble(`as@lae ne répond pas (${response.status}) : ${text}`)
      return { is: 'refused', why: `as@lae a refusé l’envoi (${response.status}) : ${text}` }
    },

    async fetchMessage({ kind, transferIdentifier, transferringAgency }: AskedMessage) {
      const path = [
        'sequence:ArchiveTransfer',
        `message:${kind}`,
        `originOrganizationIdentification:${encodeURIComponent(transferringAgency)}`,
        `originMessageIdentifier:${encodeURIComponent(transferIdentifier)}`,
      ].join('/')
      const headers = { accept: 'application/xml' }
      const response = await ask(`/sedaMessages/${path}`, { headers })
      if (response.status === 401 || response.status === 403) {
        await response.body?.cancel()
        throw new ArchiveTrouble(
          `as@lae refuse nos identifiants (${response.status}). Vérifiez-les dans les réglages.`
        )
      }
      // Anything else but 200 means "not ready" there, 500 included
      if (response.status === 200) return readUpTo(response, LONGEST_ANSWER)
      await response.body?.cancel()
      return null
    },
  }
}

async function shortText(response: Response): Promise<string> {
  const text = (await readUpTo(response, LONGEST_REASON)).toString('utf8')
  return foreignText(text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '), 300)
}

/** What an archive says, never more than we are ready to hold. */
async function readUpTo(response: Response, bytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > bytes)
      throw new ArchiveTrouble('La réponse d’as@lae est trop longue pour être lue.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
