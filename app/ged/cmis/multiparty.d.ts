/** What we use of it: it comes with no types. */
declare module '@poppinss/multiparty' {
  import type { EventEmitter } from 'node:events'
  import type { IncomingMessage } from 'node:http'
  import type { Readable } from 'node:stream'

  class Form extends EventEmitter {
    constructor(options: { maxFields: number; maxFieldsSize: number })
    parse(request: IncomingMessage): void
    on(event: 'field', hear: (name: string, value: string) => void): this
    on(event: 'part', hear: (part: Readable & { name?: string; filename?: string }) => void): this
    on(event: 'error', hear: (error: Error & { statusCode?: number }) => void): this
    on(event: 'close', hear: () => void): this
  }
  const multiparty: { Form: typeof Form }
  export default multiparty
}
