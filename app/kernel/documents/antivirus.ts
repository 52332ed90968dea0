import { documentsConfig } from '#config/documents'
import { scan, type ScanVerdict } from '#lib/clamd'

/** What the antivirus of the settings says of bytes, or of a local file; throws when it is silent. */
export const scanFile = (content: Buffer | string, clamdUrl = documentsConfig.clamdUrl) =>
  scan(content, clamdUrl)

/** The same of a file that is read for it, if there is an antivirus and `size` octets are not too many. */
export const scanStream = (read: () => AsyncIterable<Buffer>, size: number): Promise<ScanVerdict> =>
  scan(read(), documentsConfig.clamdUrl, size)
