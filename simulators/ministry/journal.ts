import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** A mail that the ministry owes to a collectivite. */
export interface PlannedMail {
  /** Also the Message-ID: the same when a crash makes it go twice. */
  id: string
  /** Milliseconds since 1970. */
  dueAt: number
  to: string[]
  subject: string
  attachments: { name: string; base64: string }[]
  html: string
}

export interface Transaction {
  archive: string
  sha256: string
  siren: string
  type: string
  /** Null for a request of classification. */
  acteId: string | null
  objet: string | null
  /** False when its answer is an anomaly: the acte may come again. */
  registered: boolean
  at: string
}

export type JournalEntry =
  | { kind: 'accepted'; transaction: Transaction; mails: PlannedMail[] }
  | { kind: 'refused'; archive: string; reason: string; at: string }
  | { kind: 'mailed'; id: string; at: string }
  | { kind: 'classification'; date: string }

/**
 * What the ministry knows, one JSON line per fact. A fact is on the disk before anything is
 * answered: a kill -9 leaves either the whole fact or nothing.
 */
export class Journal {
  readonly entries: JournalEntry[]
  private readonly descriptor: number

  constructor(private readonly dataDir: string) {
    mkdirSync(join(dataDir, 'archives'), { recursive: true })
    const path = join(dataDir, 'journal.jsonl')
    const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
    this.entries = text.split('\n').flatMap(parseLine)
    this.descriptor = openSync(path, 'a')
    // A crash may have cut the last line: what follows must start on a new one
    if (text !== '' && !text.endsWith('\n')) writeSync(this.descriptor, '\n')
  }

  append(entry: JournalEntry): void {
    writeSync(this.descriptor, `${JSON.stringify(entry)}\n`)
    fsyncSync(this.descriptor)
    this.entries.push(entry)
  }

  keepArchive(name: string, bytes: Buffer): void {
    const file = openSync(join(this.dataDir, 'archives', name), 'w')
    writeSync(file, bytes)
    fsyncSync(file)
    closeSync(file)
  }

  close(): void {
    closeSync(this.descriptor)
  }
}

function parseLine(line: string): JournalEntry[] {
  if (line === '') return []
  try {
    return [JSON.parse(line) as JournalEntry]
  } catch (error) {
    // Only a line cut by a crash can be unreadable: its fact was never answered for
    if (error instanceof SyntaxError) return []
    throw error
  }
}
