import { GENESIS, hashSeal, merkleRoot, type SealStatement, type VerifyToken } from '#kernel/proof'

export interface SealRow {
  number: string
  first_position: string
  last_position: string
  statement: SealStatement
  seal_hash: string
  token: Buffer
}

/** The seals of one journal, each held against the one before it and the entries that it covers. */
export class SealChain {
  count = 0
  #previousHash = GENESIS
  #lastPosition = 0

  constructor(
    private readonly verifyToken: VerifyToken,
    private readonly problems: string[]
  ) {}

  /** `covered`: the hashes of the entries from the seal before to this one. */
  async follow(row: SealRow, covered: string[]): Promise<void> {
    const { statement, seal_hash: hash } = row
    this.count++
    const holds =
      covered.length === statement.count &&
      covered.length > 0 &&
      covered.at(-1) === statement.head &&
      merkleRoot(covered) === statement.root
    if (!holds) {
      this.problems.push(`Le scellement ${row.number} ne correspond plus aux entrées qu’il couvre.`)
    }
    const follows =
      statement.number === this.count &&
      statement.firstPosition === this.#lastPosition + 1 &&
      statement.previousSeal === this.#previousHash &&
      hashSeal(statement) === hash
    if (!follows || !agrees(row))
      this.problems.push(`La chaîne des scellements est rompue au numéro ${row.number}.`)
    const verdict = await this.verifyToken(row.token, Buffer.from(hashSeal(statement), 'hex'))
    if (!verdict.valid) {
      this.problems.push(
        `Le jeton d’horodatage du scellement ${row.number} ne vaut rien : ${verdict.reason}`
      )
    }
    this.#previousHash = hash
    this.#lastPosition = statement.lastPosition
  }
}

/** The columns that lead to a seal say the same as the statement that was dated. */
function agrees({ number, first_position: first, last_position: last, statement }: SealRow) {
  const said = [statement.number, statement.firstPosition, statement.lastPosition]
  return [number, first, last].every((column, rank) => Number(column) === said[rank])
}
