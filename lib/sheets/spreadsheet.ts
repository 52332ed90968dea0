import { xml, raw } from '#lib/xml'
import yazl from 'yazl'

export type SpreadsheetCell = string | number | null

/** One table of a workbook, or the whole of a CSV. */
export interface SpreadsheetTable {
  name: string
  columns: string[]
  rows: SpreadsheetCell[][]
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** A longer text is not a cell for the programs that read these files. */
const LONGEST = 32_767

/** Tables as one XLSX workbook (ECMA-376), texts as texts: nothing in it is a formula. */
export async function workbook(tables: SpreadsheetTable[], at: Date): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  const add = (path: string, part: { toString(): string }) =>
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${part}`), path, {
      mtime: at,
    })
  const numbers = tables.map((_, index) => index + 1)
  add(
    '[Content_Types].xml',
    xml`<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${numbers.map((n) => xml`<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`)}</Types>`
  )
  add('_rels/.rels', links([['officeDocument', 'xl/workbook.xml']]))
  add(
    'xl/workbook.xml',
    xml`<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>${tables.map(({ name }, index) => xml`<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"/>`)}</sheets></workbook>`
  )
  add(
    'xl/_rels/workbook.xml.rels',
    links(numbers.map((n) => ['worksheet', `worksheets/sheet${n}.xml`]))
  )
  tables.forEach((table, index) => add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(table)))
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function links(targets: [type: string, target: string][]) {
  return xml`<Relationships xmlns="${PACKAGE}/relationships">${targets.map(([type, target], index) => xml`<Relationship Id="r${index + 1}" Type="${LINKS}/${type}" Target="${target}"/>`)}</Relationships>`
}

function sheetXml({ columns, rows }: SpreadsheetTable) {
  const lines = [columns, ...rows].map((row) => xml`<row>${row.map(cellXml)}</row>`)
  return xml`<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>${lines}</sheetData></worksheet>`
}

function cellXml(value: SpreadsheetCell) {
  if (value === null || value === '') return raw('<c/>')
  if (typeof value === 'number') return xml`<c><v>${value}</v></c>`
  return xml`<c t="inlineStr"><is><t xml:space="preserve">${value.slice(0, LONGEST)}</t></is></c>`
}
