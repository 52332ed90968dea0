import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

/** An invoice as Chorus Pro knows it when it is deposited. */
export interface Deposited {
  /** `idFacture`. */
  id: number
  /** `numeroFluxDepot`, when it came by a flow. */
  flow: string | null
  /** The SIRET of the public buyer, and of its supplier. */
  buyer: string
  service: string | null
  supplier: string
  supplierName: string
  number: string
  /** `2026-11-20`. */
  issuedOn: string
  type: 'FACTURE' | 'AVOIR'
  net: number
  gross: number
  due: number
  currency: string
  engagement: string | null
  market: string | null
  /** `typeFactureTravaux`, of works. */
  works?: string
  /** `idPiecePrecedente`, of a piece of works that answers another. */
  precedingId?: number
  fileName: string
  at: string
}

export type Fact =
  | { kind: 'deposited'; invoice: Deposited }
  | {
      kind: 'status'
      id: number
      status: string
      at: string
      comment?: string
      /** True when the buyer gave it by `traiter/recue`. */
      byBuyer?: boolean
      mandat?: string
    }
  | { kind: 'flow'; flow: string; name: string; outcome: string; errors: string[]; at: string }

/** What Chorus Pro knows, one JSON line per fact, on the disk before anything is answered. */
export class Facts {
  readonly all: Fact[]

  constructor(private readonly dataDir: string) {
    mkdirSync(join(dataDir, 'files'), { recursive: true })
    const text = existsSync(this.journal) ? readFileSync(this.journal, 'utf8') : ''
    this.all = text.split('\n').flatMap(factIn)
    // A crash may have cut the last line: what follows starts on a new one
    if (text !== '' && !text.endsWith('\n')) appendFileSync(this.journal, '\n')
  }

  add(fact: Fact): void {
    const file = openSync(this.journal, 'a')
    writeSync(file, `${JSON.stringify(fact)}\n`)
    fsyncSync(file)
    closeSync(file)
    this.all.push(fact)
  }

  keepFile(id: number, bytes: Buffer): void {
    const file = openSync(this.fileOf(id), 'w')
    writeSync(file, bytes)
    fsyncSync(file)
    closeSync(file)
  }

  file = (id: number): Buffer => readFileSync(this.fileOf(id))

  private get journal() {
    return join(this.dataDir, 'journal.jsonl')
  }

  private fileOf = (id: number) => join(this.dataDir, 'files', String(id))
}

function factIn(line: string): Fact[] {
  if (line === '') return []
  try {
    return [JSON.parse(line) as Fact]
  } catch (error) {
    // Only a line that a crash cut is unreadable: its fact was never answered for
    if (error instanceof SyntaxError) return []
    throw error
  }
}
