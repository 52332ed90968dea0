import { readFile } from 'node:fs/promises'
import http from 'node:http'
import https from 'node:https'
import logger from '@adonisjs/core/services/logger'
import { dume } from '#config/dume'
import { foreignJson } from '#lib/foreign_text'
import type { Answered } from './passe_marche_call.js'

const WAIT_MS = 10_000
/** Five million bytes of XML, in base64 and in JSON. */
const MOST_BYTES = 8_000_000
/** Of the contract of interface (KB0011423): 1, a SIRET; 2, a DUME as XML. */
const SIRET = '1'
const XML = '2'

/** Eight letters or digits, drawn by the service. */
export const DUME_NUMBER = /^[0-9A-Za-z]{8}$/

export const isDumeAsked = (): boolean => dume.url !== ''

/**
 * The XML of a DUME by its number: that of a company, else that of a buyer. The names of what is
 * asked are those of the contract of interface; it is silent on the member that bears the XML, so
 * that any base64 of an XML is taken. What comes is a stranger's: it is read apart.
 */
export async function dumeOf(number: string): Promise<Answered<Buffer>> {
  if (!isDumeAsked()) return { kind: 'unreachable' }
  try {
    const ofCompany = await ask('dumeOE', number)
    return ofCompany.kind === 'refused' ? await ask('dumeA', number) : ofCompany
  } catch (error) {
    // A network that is down, a certificate that is not read, an answer that is no JSON: the same for who waits
    logger.warn({ event: 'dume_unreachable', reason: (error as Error).message }, 'DUME is silent')
    return { kind: 'unreachable' }
  }
}

async function ask(api: 'dumeA' | 'dumeOE', number: string): Promise<Answered<Buffer>> {
  const { status, text } = await post(`${dume.url}/${api}`, {
    ...{ operation: 'recupererDumeFormate', idDume: number, format: XML },
    plateforme: {
      ...{ typeIdPlateforme: SIRET, idPlateforme: dume.siret },
      idTechniquePlateforme: dume.technicalId,
    },
  })
  if (status >= 500 || status === 401 || status === 403) throw new Error(`HTTP ${status}`)
  const found = xmlIn(foreignJson(text))
  return found
    ? { kind: 'found', value: found }
    : { kind: 'refused', why: `Le Service DUME ne connaît pas le numéro « ${number} ».` }
}

/** What is XML once its base64 is opened, among the members of an answer and of what it holds. */
function xmlIn(answer: unknown, depth = 0): Buffer | null {
  if (typeof answer === 'string') {
    const bytes = Buffer.from(answer, 'base64')
    return /^\uFEFF?\s*</.test(bytes.subarray(0, 64).toString('utf8')) ? bytes : null
  }
  if (typeof answer !== 'object' || answer === null || depth > 4) return null
  for (const member of Object.values(answer)) {
    const found = xmlIn(member, depth + 1)
    if (found) return found
  }
  return null
}

/** By a client certificate where there is one, which no `fetch` of ours carries. */
async function post(address: string, body: object): Promise<{ status: number; text: string }> {
  const url = new URL(address)
  const pem = dume.certificateFile ? await readFile(dume.certificateFile, 'utf8') : undefined
  const headers = { 'content-type': 'application/json' }
  const options = { method: 'POST', headers, signal: AbortSignal.timeout(WAIT_MS), agent: false }
  return new Promise((resolve, reject) => {
    const hear = async (response: http.IncomingMessage) => {
      const chunks: Buffer[] = []
      let size = 0
      for await (const chunk of response as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > MOST_BYTES) throw new Error('an answer too large')
        chunks.push(chunk)
      }
      resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') })
    }
    const heard = (response: http.IncomingMessage) => void hear(response).catch(reject)
    const sending =
      url.protocol === 'https:'
        ? https.request(url, { ...options, cert: pem, key: pem }, heard)
        : http.request(url, options, heard)
    sending.on('error', reject)
    sending.end(JSON.stringify(body))
  })
}
