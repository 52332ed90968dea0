import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stampPdf } from '#app/actes/stamping/stamp_pdf'
import type { AnswerStatus } from '#web/verification/verification_answer'
import { hasTool, run } from '#tests/helpers/tools'
import { demoSigners, mayorStamp, signWith } from '../demo_signers.js'
import { appended, page, signedByHand, stream } from '../handmade_pdf.js'
import { samplePdf } from '../sample_pdf.js'

/** A signed PDF as it stands before anybody touches it, and what the reader says of it. */
export interface Base {
  name: string
  bytes: Buffer
  earned: AnswerStatus
  /** Whether its authorities are known to the reader. */
  trusted?: boolean
}

const MARK = { identifier: '035-213500012-20261122-D1-DE', receivedOn: '22 novembre 2026' }
const CONTENT = '/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R'
const LINES = ['Le conseil approuve le tarif de 100 euros', 'Le conseil approuve le budget']

/** One of each shape that we make or meet, from the best verdict to the worst. */
export async function bases(): Promise<Base[]> {
  const { mayor, seal, timestamp, directory } = await demoSigners()
  const visible = { appearance: mayorStamp }
  const plain = await samplePdf(LINES)
  const once = await signWith(plain, mayor, { ...visible, timestamp })
  const form = await signWith(withFields(), mayor, visible)
  const { chain } = mayor
  const stored = signedByHand({ ...mayor, chain: [] }, {})
  const stores = chain.map((der, at) => [40 + at, stream('', der.toString('latin1'))])
  const names = chain.map((_der, at) => `${40 + at} 0 R`).join(' ')
  const catalogue = `<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[91 0 R]>>/DSS<</Certs[${names}]>>>>`
  const kept = appended(stored, { 1: catalogue, ...Object.fromEntries(stores) })
  const honest = signedByHand(mayor, {})
  const covering = appended(honest, {
    4: page(CONTENT, '30 0 R'),
    30: '<</Type/Annot/P 4 0 R/Subtype/Stamp/Rect[60 690 120 720]/AP<</N 31 0 R>>>>',
    31: stream('/Type/XObject/Subtype/Form/BBox[0 0 10 10]', '0 0 10 10 re f'),
  })
  const redrawn = appended(honest, { 5: stream('', 'BT /F 12 Tf 72 700 Td (Refuse.) Tj ET') })
  const made: Base[] = [
    { name: 'a table of objects', bytes: once, earned: 'INTACT' },
    { name: 'two signatures', bytes: await signWith(once, seal), earned: 'INTACT' },
    { name: 'fields to fill', bytes: form, earned: 'INTACT' },
    { name: 'a signature written by hand', bytes: honest, earned: 'INTACT' },
    { name: 'certificates in its DSS', bytes: kept, earned: 'INTACT' },
    { name: 'a mark of receipt', bytes: await stampPdf(once, MARK), earned: 'ANNOTATED' },
    { name: 'an unknown authority', bytes: once, earned: 'UNKNOWN', trusted: false },
    { name: 'a drawing over its text', bytes: covering, earned: 'UNKNOWN' },
    { name: 'a page redrawn since', bytes: redrawn, earned: 'ALTERED' },
  ]
  if (!hasTool('qpdf')) return made
  const packed = await signWith(compressed(plain, directory), mayor, visible)
  const twice = await signWith(packed, seal, visible)
  return [
    ...made,
    { name: 'a stream of objects', bytes: packed, earned: 'INTACT' },
    { name: 'two stamps over streams of objects', bytes: twice, earned: 'ANNOTATED' },
  ]
}

function compressed(pdf: Buffer, directory: string): Buffer {
  const [from, to] = [join(directory, 'plain.pdf'), join(directory, 'packed.pdf')]
  writeFileSync(from, pdf)
  run('qpdf', ['--object-streams=generate', from, to])
  return readFileSync(to)
}

/** A text field and a box to tick, each with its drawing, beside a page of text. */
function withFields(): Buffer {
  const content = 'BT /F 12 Tf 72 700 Td (Formulaire de subvention) Tj ET'
  const widget = '/Type/Annot/Subtype/Widget/P 4 0 R/F 4'
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R 7 0 R]/DA(/F 12 Tf)/DR<</Font<</F 3 0 R>>>>>>>>',
    '<</Type/Pages/Count 1/Kids[4 0 R]>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${CONTENT}/Annots[6 0 R 7 0 R]>>`,
    stream('', content),
    `<<${widget}/FT/Tx/T(Montant)/V(100)/Rect[72 640 200 660]/AP<</N 8 0 R>>>>`,
    `<<${widget}/FT/Btn/T(Accord)/V/Oui/AS/Oui/Rect[72 600 92 620]/AP<</N<</Oui 9 0 R/Off 10 0 R>>>>>>`,
    stream(
      '/Type/XObject/Subtype/Form/BBox[0 0 128 20]/Resources<</Font<</F 3 0 R>>>>',
      'BT /F 12 Tf 2 5 Td (100) Tj ET'
    ),
    stream('/Type/XObject/Subtype/Form/BBox[0 0 20 20]', '2 2 16 16 re f'),
    stream('/Type/XObject/Subtype/Form/BBox[0 0 20 20]', '2 2 16 16 re S'),
  ]
  let text = '%PDF-1.7\n'
  const rows = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${rows.length + 1}\n0000000000 65535 f \n${rows.join('')}`
  return Buffer.from(
    `${text}${table}trailer\n<</Size ${rows.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1'
  )
}
