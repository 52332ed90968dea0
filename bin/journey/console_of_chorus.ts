import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'

/** An invoice as the simulated Chorus Pro knows it. */
interface KnownInvoice {
  id: number
  number: string
  received: { status: string; at: string }[]
}

/** The console of the simulated Chorus Pro: where the supplier of a journey deposits. */
export class ConsoleOfChorus {
  readonly #root: string

  /** `url`: that of the API, `…/cpro`. */
  constructor(url: string) {
    this.#root = new URL('/console/', url).href
  }

  /** Deposits a file for a buyer, again when the same was deposited before. @throws what it refuses. */
  async deposit(path: string, buyer: string): Promise<KnownInvoice> {
    const query = new URLSearchParams({ nom: basename(path), destinataire: buyer, encore: 'oui' })
    const response = await fetch(`${this.#root}factures?${query}`, {
      method: 'POST',
      body: new Uint8Array(await readFile(path)),
    })
    const answer = (await response.json()) as { ids: number[]; message?: string }
    if (!response.ok) throw new Error(`Chorus Pro refuse ce fichier : ${answer.message}`)
    return this.find(answer.ids[0])
  }

  async find(id: number): Promise<KnownInvoice> {
    const response = await fetch(`${this.#root}factures.json`)
    const { invoices } = (await response.json()) as { invoices: KnownInvoice[] }
    return invoices.find((one) => one.id === id)!
  }
}
