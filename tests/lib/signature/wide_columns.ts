/** A page of text whose objects are found by a cross-reference stream, its columns of those widths. */
export function xrefStreamPdf(widths: [number, number, number], catalogue = ''): Buffer {
  const content = 'BT /F1 12 Tf 72 700 Td (Deliberation) Tj ET'
  return withXrefStream(Buffer.from('%PDF-1.7\n'), widths, {
    1: `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    4: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    5: `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  })
}

/** Objects that follow what is there, with their cross-reference stream, as number 99. */
export function withXrefStream(
  start: Buffer,
  widths: [number, number, number],
  objects: Record<number, string>
): Buffer {
  const chunks = [start]
  let position = start.length
  const places: [number, number][] = []
  for (const [number, text] of Object.entries(objects)) {
    const chunk = Buffer.from(`${number} 0 obj\n${text}\nendobj\n`, 'latin1')
    places.push([Number(number), position])
    chunks.push(chunk)
    position += chunk.length
  }
  places.push([99, position])
  const rows = Buffer.concat(places.map(([, offset]) => row(widths, offset)))
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(start.toString('latin1'))
  const index = places.map(([number]) => `${number} 1`).join(' ')
  const entries = `/Type /XRef /W [${widths.join(' ')}] /Index [${index}] /Size 100 /Root 1 0 R ${previous ? `/Prev ${previous[1]}` : ''}`
  return Buffer.concat([
    ...chunks,
    Buffer.from(`99 0 obj\n<< ${entries} /Length ${rows.length} >>\nstream\n`),
    rows,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${position}\n%%EOF\n`),
  ])
}

function row([kind, place, generation]: [number, number, number], offset: number): Buffer {
  const row = Buffer.alloc(kind + place + generation)
  row[kind - 1] = 1
  row.writeUInt32BE(offset, kind + place - 4)
  return row
}
