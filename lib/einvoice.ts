/** Electronic invoices: read from any of their forms, judged by rules, timed, and written again. */
export { checkFile } from './einvoice/check/check.js'
export { unreadable, type Finding, type Outcome } from './einvoice/check/outcome.js'
export {
  convertFile,
  isTarget,
  type FileConverted,
  type FileTarget,
} from './einvoice/convert/convert_file.js'
