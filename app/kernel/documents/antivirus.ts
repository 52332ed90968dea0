import { documentsConfig } from '#config/documents'
import { scan } from '#lib/clamd'

/** What the antivirus of the settings says of bytes, or of a local file; throws when it is silent. */
export const scanFile = (content: Buffer | string, clamdUrl = documentsConfig.clamdUrl) =>
  scan(content, clamdUrl)
