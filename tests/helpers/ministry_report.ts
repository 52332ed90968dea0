import { request } from 'node:https'

interface MinistryReport {
  /** How many transmissions of an acte it has accepted, by the identifier of the acte. */
  receivedByActe: Record<string, number>
  /** The answers that it still owes. */
  mailsPending: number
}

/** What the simulator of the ministry says of itself. */
export function ministryReport(url: string): Promise<MinistryReport> {
  return new Promise((resolve, reject) => {
    const asked = request(
      new URL('console/transactions', url),
      { rejectUnauthorized: false },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part) => parts.push(part))
        answer.on('end', () => resolve(JSON.parse(Buffer.concat(parts).toString('utf8'))))
      }
    )
    asked.on('error', reject).end()
  })
}
