import { csvColumns, decodeSheet, readCsv, type CsvLine } from '#lib/sheets/read_csv'
import { Decimal, Siren } from '#lib/values'

/** A purchase order, as the accounting software of a member writes it. */
export interface WrittenOrder {
  number: string
  supplierSiren: string | null
  supplierName: string
  label: string
  /** All taxes, in euros. */
  amountGross: Decimal
}

export interface ReadOrders {
  orders: WrittenOrder[]
  /** One French sentence for each thing to mend; nothing is taken while there is one. */
  problems: string[]
}

const COLUMNS = ['numero', 'fournisseur', 'montant_ttc']
const OPTIONAL = ['siren', 'objet']
/** What an invoice can name: BT-13 of Chorus Pro. */
const LONGEST_NUMBER = 50
const MOST_LINES = 20_000

/** Reads `numero;fournisseur;montant_ttc`, with `siren` and `objet` where they are, as spreadsheets write them. */
export function readOrders(bytes: Buffer): ReadOrders {
  const text = decodeSheet(bytes)
  const separator = text.split('\n', 1)[0].includes(';') ? ';' : ','
  const missing = COLUMNS.filter((name) => !csvColumns(text, separator).map(plain).includes(name))
  if (missing.length > 0)
    return {
      orders: [],
      problems: [
        `Donnez à la première ligne les colonnes ${[...COLUMNS, ...OPTIONAL].join(', ')} : il manque ${missing.join(', ')}.`,
      ],
    }
  const lines = readCsv(text, separator)
  if (lines.length === 0)
    return { orders: [], problems: ['Ce fichier n’a aucune commande sous sa première ligne.'] }
  if (lines.length > MOST_LINES)
    return { orders: [], problems: [`Donnez ${MOST_LINES} commandes au plus en un fichier.`] }
  return ordersOf(lines)
}

function ordersOf(lines: CsvLine[]): ReadOrders {
  const orders: WrittenOrder[] = []
  const problems: string[] = []
  const seen = new Map<string, number>()
  for (const { number: line, values: written } of lines) {
    const values = Object.fromEntries(
      Object.entries(written).map(([name, it]) => [plain(name), it])
    )
    const number = values.numero
    const amountGross = amountIn(values.montant_ttc)
    const digits = (values.siren ?? '').replaceAll(/\s/g, '').slice(0, 9)
    const faults = [
      number === '' && 'il lui faut un numéro',
      number.length > LONGEST_NUMBER && `son numéro dépasse ${LONGEST_NUMBER} signes`,
      seen.has(number) && `son numéro est déjà à la ligne ${seen.get(number)}`,
      values.fournisseur === '' && 'il lui faut un fournisseur',
      !amountGross && 'son montant ne se lit pas : écrivez « 1250,50 »',
      digits !== '' &&
        !Siren.tryParse(digits) &&
        'son SIREN ne se lit pas : vérifiez ses neuf chiffres',
    ].filter(Boolean)
    seen.set(number, line)
    if (faults.length > 0) problems.push(`Ligne ${line} : ${faults.join(' ; ')}.`)
    else
      orders.push({
        number,
        supplierSiren: digits || null,
        supplierName: values.fournisseur,
        label: values.objet ?? '',
        amountGross: amountGross!,
      })
  }
  return { orders, problems }
}

/** « Montant TTC », « montant_ttc », « Numéro » are names of the same column. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .replaceAll(/[\s-]+/g, '_')

/** « 1 250,50 € », « 1250.5 »; null for what is no amount that one orders. */
function amountIn(text: string): Decimal | null {
  const bare = text.replaceAll(/[\s\u00a0\u202f€]/g, '').replace(',', '.')
  const amount = Decimal.tryParse(bare)
  return amount && amount.compareTo(Decimal.ZERO) >= 0 ? amount : null
}
