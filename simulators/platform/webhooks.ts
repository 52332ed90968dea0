import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { signed } from '#lib/einvoice/flows'
import { fail, json } from './answers.js'
import type { Flow } from './flows.js'

export interface Webhook {
  webhookId: string
  signingKey: string
  createdAt: string
  callbackUrl: string
  flowTypes?: string[]
  flowDirection?: string
  ackStatus?: string
}

/** Who wants to be told of flows. */
export class Webhooks {
  readonly all: Webhook[] = []

  add(wanted: Pick<Webhook, 'callbackUrl' | 'flowTypes' | 'flowDirection' | 'ackStatus'>): Webhook {
    const webhook = {
      webhookId: randomUUID(),
      signingKey: randomBytes(32).toString('base64'),
      createdAt: new Date().toISOString(),
      ...wanted,
    }
    this.all.push(webhook)
    return webhook
  }

  remove(id: string): boolean {
    const at = this.all.findIndex(({ webhookId }) => webhookId === id)
    if (at >= 0) this.all.splice(at, 1)
    return at >= 0
  }

  /** `GET`, `POST` and `DELETE /v1/webhooks`. */
  answer(request: IncomingMessage, path: string, body: Buffer, response: ServerResponse): void {
    if (request.method === 'GET') return json(response, 200, this.all)
    if (request.method === 'DELETE') {
      const isThere = this.remove(path.slice('/webhooks/'.length))
      return isThere ? void response.writeHead(204).end() : fail(response, 404, 'NOT_FOUND')
    }
    const wanted = JSON.parse(body.toString() || '{}')
    if (!URL.canParse(wanted.callbackUrl)) return fail(response, 400, 'MISSING_REQUIRED_FIELD')
    const { webhookId, signingKey, createdAt } = this.add(wanted)
    json(response, 201, { webhookId, signingKey, createdAt })
  }

  /** Tells everybody who wants that flow; nobody who does not answer keeps the others waiting. */
  async tell(
    flow: Flow,
    { isForged, isOld }: { isForged: boolean; isOld: boolean }
  ): Promise<void> {
    const payload = JSON.stringify({ flowId: flow.flowId, flowType: flow.flowType, ...ackOf(flow) })
    const seconds = Math.floor(Date.now() / 1000) - (isOld ? 3_600 : 0)
    await Promise.allSettled(
      this.all
        .filter((one) => wants(one, flow))
        .map(({ callbackUrl, signingKey }) =>
          fetch(callbackUrl, {
            method: 'POST',
            body: payload,
            headers: {
              'content-type': 'application/json',
              'afnor-signature': signed(
                payload,
                String(seconds),
                isForged ? randomBytes(32).toString('base64') : signingKey
              ),
              'afnor-signature-timestamp': String(seconds),
            },
          })
        )
    )
  }
}

const ackOf = ({ acknowledgement, flowDirection, updatedAt }: Flow) => ({
  flowDirection,
  updatedAt,
  ackStatus: acknowledgement.status,
})

const wants = ({ flowTypes, flowDirection, ackStatus }: Webhook, flow: Flow): boolean =>
  (!flowTypes?.length || flowTypes.includes(flow.flowType)) &&
  (!flowDirection || flowDirection === flow.flowDirection) &&
  (!ackStatus || ackStatus === flow.acknowledgement.status)
