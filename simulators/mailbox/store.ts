import { mkdirSync, readdirSync } from 'node:fs'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'

export interface Mail {
  id: string
  at: string
  from: string
  to: string
  subject: string
  text: string
}

const ID = /^[0-9TZ-]+-[0-9]{4}$/

/** The mails kept in a folder, one .eml each, named by the instant they came. */
export class MailStore {
  #count = 0

  constructor(private readonly directory: string) {
    mkdirSync(directory, { recursive: true })
  }

  /** Returns when the bytes are on the disk: only then may the sender be told yes. */
  async keep(bytes: Buffer): Promise<void> {
    const instant = new Date().toISOString().replace(/[:.]/g, '-')
    const id = `${instant}-${String(this.#count++ % 10_000).padStart(4, '0')}`
    const draft = join(this.directory, `${id}.new`)
    const file = await open(draft, 'w')
    await file.writeFile(bytes)
    await file.sync()
    await file.close()
    await rename(draft, this.#path(id))
  }

  /** The latest first. */
  async list(limit = 100): Promise<Mail[]> {
    const ids = readdirSync(this.directory)
      .filter((file) => file.endsWith('.eml'))
      .toSorted()
      .toReversed()
      .slice(0, limit)
    const mails = await Promise.all(ids.map((file) => this.read(file.replace(/\.eml$/, ''))))
    return mails.filter((mail) => mail !== null)
  }

  async read(id: string): Promise<Mail | null> {
    const bytes = await this.bytes(id)
    if (!bytes) return null
    const mail = await PostalMime.parse(bytes)
    return {
      id,
      at: mail.date ?? '',
      from: mail.from?.address ?? '',
      to: (mail.to ?? []).map((one) => one.address).join(', '),
      subject: mail.subject ?? '',
      text: mail.text ?? withoutTags(mail.html ?? ''),
    }
  }

  async bytes(id: string): Promise<Buffer | null> {
    if (!ID.test(id)) return null
    return readFile(this.#path(id)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
  }

  #path = (id: string) => join(this.directory, `${id}.eml`)
}

const withoutTags = (html: string) =>
  html
    .replace(/<(style|head)[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[ \t]+/g, ' ')
