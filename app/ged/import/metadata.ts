import { csvColumns, decodeSheet, endsInQuotes, readCsv, type CsvLine } from '#lib/sheets/read_csv'
import { LocalDate } from '#lib/values'
import { DayRefused, FinalActionUnknown } from '../errors.js'
import type { Description } from '../nodes/node.js'
import { mendedName, nameFault, stemOf } from '../rules/names.js'
import { finalActionOf } from '../rules/retention.js'
import { typeCalled } from '../types/document_type.js'
import type DocumentType from '../types/document_type.js'
import type { SourceEntry } from './source.js'

/** What a file that goes with a batch says of its documents, by their path. */
export class Metadata {
  private readonly used = new Set<string>()

  private readonly lines = new Map<string, CsvLine['values']>()
  /** The paths that several lines describe. */
  readonly twice = new Set<string>()

  constructor(lines: CsvLine['values'][] = []) {
    for (const values of lines) {
      const path = pathKey(values.chemin ?? '')
      if (this.lines.has(path)) this.twice.add(path)
      this.lines.set(path, values)
    }
  }

  of(path: string): CsvLine['values'] | undefined {
    this.used.add(pathKey(path))
    return this.lines.get(pathKey(path))
  }

  /** The paths that nothing bore. */
  get unused(): string[] {
    return [...this.lines.keys()].filter((path) => !this.used.has(path))
  }
}

const COLUMNS = ['chemin', 'type', 'date', 'titre', 'regle', 'sort', 'point_de_depart']

/** Whether the first line is that of such a file: the columns that it must have and has not. */
export const missingColumns = (bytes: Buffer): string[] => {
  const columns = csvColumns(decodeSheet(bytes))
  return columns.includes('chemin') ? [] : COLUMNS.filter((name) => !columns.includes(name))
}

/** Reads `chemin;type;date;titre;regle;sort;point_de_depart`, in UTF-8 or windows-1252. */
export const readMetadata = (bytes: Buffer): Metadata =>
  new Metadata(readCsv(decodeSheet(bytes)).map(({ values }) => values))

/** Whether it ends within quotes: all that follows the last of them would be one title. */
export const isCut = (bytes: Buffer): boolean => endsInQuotes(decodeSheet(bytes))

/** Paths are one however their accents are written and their folders parted. */
const pathKey = (path: string): string =>
  path
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '')

/**
 * What is told of a document: by the batch, else by the source, else by the command.
 * @throws E_GED_TYPE_UNKNOWN, E_GED_DATE, E_GED_FINAL_ACTION
 */
export function describe(
  { names, own = {} }: SourceEntry,
  said: CsvLine['values'] | undefined,
  { type, types }: { type: string | null; types: DocumentType[] }
): Description {
  const typeName = said?.type || type || own.type
  const finalAction = said?.sort ? finalActionOf(said.sort) : null
  if (said?.sort && !finalAction) throw new FinalActionUnknown(said.sort)
  return {
    title: said?.titre?.replace(/\s+/g, ' ') || own.title || stemOf(shown(names.at(-1)!)),
    typeId: typeName ? typeCalled(types, typeName).id : null,
    fields: own.fields ?? {},
    date: dayOf(said?.date) ?? own.date ?? null,
    rule: said?.regle || null,
    finalAction,
    retentionFrom: dayOf(said?.point_de_depart),
  }
}

function dayOf(text: string | undefined): string | null {
  if (!text) return null
  const day = LocalDate.tryParse(text)
  if (!day) throw new DayRefused(text)
  return day.toString()
}

/** A title is read: it holds no sign that a name could not. */
const shown = (name: string): string => (nameFault(name) ? mendedName(name) : name)
