import {
  GENESIS,
  hashSeal,
  issuerJudge,
  memberVerdict,
  merkleRoot,
  troublesOfEntryTime,
  troublesOfSealTimes,
  type IssuerVerdict,
  type SealKey,
  type SealSignature,
  type SealStatement,
  type VerifyToken,
} from '#lib/proof'

export interface SealRow {
  number: string
  first_position: string
  last_position: string
  statement: SealStatement
  seal_hash: string
  token: Buffer
  sealed_at: Date
  signatures: SealSignature[]
}

/** What a seal covers, as it stands in the journal. */
export interface Covered {
  position: number
  at: string
  hash: string
}

/** What our own seals are held against: authorities and keys of the settings, never of the base. */
export interface Means {
  verifyToken: VerifyToken
  keys: SealKey[]
  /** The key of the member's cachet, where the house holds it. */
  memberKeys?: SealKey[]
  /** The hashes of seals laid elsewhere, by number. */
  aside?: Map<number, string> | null
}

/** The seals of one journal, each held against the one before it and the entries that it covers. */
export class SealChain {
  count = 0
  #previousHash = GENESIS
  #lastPosition = 0
  #lastClosing = ''
  readonly #judgeIssuer: (seal: {
    statement: SealStatement
    signatures: SealSignature[]
    tokenAt: number | null
  }) => IssuerVerdict

  constructor(
    private readonly means: Means,
    private readonly problems: string[]
  ) {
    this.#judgeIssuer = issuerJudge(means.keys)
  }

  /** `covered`: the entries from the seal before to this one. */
  async follow(row: SealRow, covered: Covered[]): Promise<void> {
    const { statement, seal_hash: hash } = row
    this.count++
    if (!holds(statement, covered)) {
      this.problems.push(`Le scellement ${row.number} ne correspond plus aux entrées qu’il couvre.`)
    }
    if (!this.#follows(row) || !agrees(row))
      this.problems.push(`La chaîne des scellements est rompue au numéro ${row.number}.`)
    const tokenAt = await this.#timeOfToken(row)
    this.problems.push(...troublesOfTimes(statement, covered, tokenAt))
    const issuer = this.#judgeIssuer({ statement, signatures: row.signatures, tokenAt })
    if (issuer.outcome === 'failed') {
      this.problems.push(
        `Rien ne dit que la plateforme a émis le scellement ${row.number} : ${issuer.reason}.`
      )
    }
    const member = this.#memberVerdict(row, tokenAt)
    if (member.outcome === 'failed') {
      this.problems.push(
        `La signature du membre sur le scellement ${row.number} ne vaut rien : ${member.reason}.`
      )
    }
    const laid = this.means.aside?.get(statement.number)
    if (laid !== undefined && laid !== hashSeal(statement)) {
      this.problems.push(`Le scellement ${row.number} n’est pas celui qui fut déposé ailleurs.`)
    }
    this.#previousHash = hash
    this.#lastPosition = statement.lastPosition
    this.#lastClosing = statement.closedAt
  }

  /** Those of a cachet that was replaced since are for whoever holds its certificate. */
  #memberVerdict({ statement, signatures }: SealRow, tokenAt: number | null): IssuerVerdict {
    const keys = this.means.memberKeys ?? []
    const known = signatures.filter(
      ({ by, key }) => by === 'member' && keys.some(({ id }) => id === key)
    )
    return memberVerdict({ statement, signatures: known, tokenAt }, keys)
  }

  #follows({ statement, seal_hash: hash }: SealRow): boolean {
    return (
      statement.number === this.count &&
      statement.firstPosition === this.#lastPosition + 1 &&
      statement.previousSeal === this.#previousHash &&
      hashSeal(statement) === hash &&
      // As texts of one format they compare as times do
      statement.closedAt >= this.#lastClosing
    )
  }

  async #timeOfToken({ number, statement, token }: SealRow): Promise<number | null> {
    const verdict = await this.means.verifyToken(token, Buffer.from(hashSeal(statement), 'hex'))
    if (verdict.valid) return Date.parse(verdict.at)
    this.problems.push(
      `Le jeton d’horodatage du scellement ${number} ne vaut rien : ${verdict.reason}`
    )
    return null
  }
}

function holds(statement: SealStatement, covered: Covered[]): boolean {
  const hashes = covered.map(({ hash }) => hash)
  return (
    hashes.length === statement.count &&
    hashes.length > 0 &&
    hashes.at(-1) === statement.head &&
    merkleRoot(hashes) === statement.root
  )
}

/** The oldest and the youngest stand for all that a seal covers. */
function troublesOfTimes(
  statement: SealStatement,
  covered: Covered[],
  tokenAt: number | null
): string[] {
  const byTime = covered.toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const extremes = new Set([byTime.at(0), byTime.at(-1)].filter((one) => one !== undefined))
  return [
    ...troublesOfSealTimes(statement, tokenAt),
    ...[...extremes].flatMap((entry) => troublesOfEntryTime(entry, statement, tokenAt)),
  ]
}

/** The columns that lead to a seal say the same as the statement that was dated. */
function agrees(row: SealRow) {
  const { number, first_position: first, last_position: last, statement, sealed_at: at } = row
  const said = [statement.number, statement.firstPosition, statement.lastPosition]
  return (
    [number, first, last].every((column, rank) => Number(column) === said[rank]) &&
    at.toISOString() === statement.closedAt
  )
}
