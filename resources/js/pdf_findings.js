/** Longer ones are judged by their end alone: the machine of a bidder is not to be filled. */
const MOST_BYTES = 100_000_000

/** What opening a PDF shows that its end does not; sentences. The reader is fetched when a PDF is chosen. */
export async function pdfFindings(file) {
  if (file.size > MOST_BYTES) return []
  const { openPdf } = await import('./pdf_opened.js')
  const fault = await openPdf(new Uint8Array(await file.arrayBuffer()))
  return fault ? [{ text: `${file.name} : ${fault}.` }] : []
}
