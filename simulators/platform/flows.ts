import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkFile } from '#lib/einvoice'
import { syntaxOf } from '#lib/einvoice/flows'

/** A flow as XP Z12-013 tells it. */
export interface Flow {
  flowId: string
  trackingId?: string
  name: string
  flowSyntax: string
  flowProfile: string
  processingRule: string
  processingRuleSource: 'Input' | 'Computed'
  flowType: string
  flowDirection: 'In' | 'Out'
  sha256: string
  submittedAt: string
  updatedAt: string
  acknowledgement: { status: 'Pending' | 'Ok' | 'Error'; details?: object[] }
}

/** What a platform knows, whole on the disk after each change. */
export class Flows {
  readonly all: Flow[]
  readonly #folder: string

  constructor(dataDir: string) {
    this.#folder = dataDir
    mkdirSync(join(dataDir, 'files'), { recursive: true })
    this.all = existsSync(this.#file) ? JSON.parse(readFileSync(this.#file, 'utf8')) : []
  }

  /** Takes a flow in; it is pending until it was looked at. */
  take(info: Partial<Flow>, bytes: Buffer, direction: Flow['flowDirection']): Flow {
    const at = new Date().toISOString()
    const isMessage = info.flowSyntax === 'CDAR'
    const flow: Flow = {
      flowId: randomUUID(),
      trackingId: info.trackingId,
      name: info.name ?? 'flux',
      flowSyntax: info.flowSyntax ?? '',
      flowProfile: info.flowProfile ?? 'Undefined',
      processingRule: info.processingRule ?? 'Undefined',
      processingRuleSource: info.processingRule ? 'Input' : 'Computed',
      flowType: isMessage ? 'CustomerInvoiceLC' : 'CustomerInvoice',
      flowDirection: direction,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      submittedAt: at,
      updatedAt: at,
      acknowledgement: { status: direction === 'In' ? 'Ok' : 'Pending' },
    }
    writeFileSync(join(this.#folder, 'files', flow.flowId), bytes)
    this.all.push(flow)
    this.#keep()
    return flow
  }

  bytes = (flowId: string): Buffer => readFileSync(join(this.#folder, 'files', flowId))

  /** Looks at a flow: what is wrong with it, or nothing; said once for all. */
  async acknowledge(flow: Flow, wanted: string | null, forced: string | null): Promise<void> {
    const fault = forced ?? (await this.#faultOf(flow, wanted))
    flow.acknowledgement = fault
      ? {
          status: 'Error',
          details: [{ level: 'Error', item: flow.name, reasonCode: fault, reasonMessage: fault }],
        }
      : { status: 'Ok' }
    flow.updatedAt = new Date(Math.max(Date.now(), Date.parse(flow.updatedAt) + 1)).toISOString()
    this.#keep()
  }

  async #faultOf(flow: Flow, wanted: string | null): Promise<string | null> {
    const bytes = this.bytes(flow.flowId)
    if (bytes.length === 0) return 'EmptyFlow'
    if (wanted && wanted !== flow.sha256) return 'ChecksumMismatch'
    const isKnown = this.all.some(
      (one) => one !== flow && one.sha256 === flow.sha256 && one.acknowledgement.status === 'Ok'
    )
    if (isKnown) return 'AlreadyExistingFlow'
    const outcome = await checkFile(bytes)
    if (outcome.verdict === 'unreadable') return 'InvalidSchema'
    return syntaxOf(outcome) === flow.flowSyntax ? null : 'FlowTypeError'
  }

  get #file() {
    return join(this.#folder, 'flows.json')
  }

  #keep(): void {
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.all))
    renameSync(`${this.#file}.new`, this.#file)
  }
}
