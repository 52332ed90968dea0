/** Pictures, whose words only a recognition of characters reads. */
export const PICTURES = ['image/png', 'image/jpeg', 'image/tiff']

/** What we know how to read the text of, as the content says it is (`mediaTypeOf`). */
export const READABLE = [
  'application/pdf',
  'text/plain',
  'application/json',
  'application/xml',
  'message/rfc822',
  // A message of Outlook; the office documents of that container are not read
  'application/x-ole-storage',
  // What office suites write (ODF, OOXML)
  'application/zip',
  ...PICTURES,
]
