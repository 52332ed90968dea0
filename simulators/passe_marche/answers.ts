import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { packageFor } from './package.js'

export interface Application {
  siret: string
  isCompleted: boolean
}

const LARGEST = 100_000
export const number = (length: number) =>
  randomBytes(length).toString('hex').toUpperCase().slice(0, length)

export function openMarket(response: ServerResponse, markets: Set<string>, body: string): void {
  const { public_market: market = {} } = JSON.parse(body)
  const errors = ['name', 'deadline', 'siret', 'market_type_codes']
    .filter((field) => !market[field]?.length)
    .map((field) => `${field} can't be blank`)
  if (market.name?.length > 255) errors.push('Name is too long (maximum is 255 characters)')
  if (errors.length > 0) return json(response, 422, { errors })
  const identifier = `VR-${new Date().getFullYear()}-${number(12)}`
  markets.add(identifier)
  json(response, 201, {
    identifier,
    configuration_url: `/buyer/public_markets/${identifier}/setup`,
  })
}

export function openApplication(
  response: ServerResponse,
  held: { markets: Set<string>; applications: Map<string, Application> },
  market: string,
  body: string
): void {
  if (!held.markets.has(market)) return json(response, 404, { error: 'Resource not found' })
  const { siret = '' } = JSON.parse(body).market_application ?? {}
  if (!/^\d{14}$/.test(siret)) return json(response, 422, { errors: ['Siret is invalid'] })
  const identifier = `FT${new Date().toISOString().slice(0, 10).replaceAll('-', '')}${number(8)}`
  held.applications.set(identifier, { siret, isCompleted: false })
  json(response, 201, {
    identifier,
    application_url: `/candidate/market_applications/${identifier}`,
  })
}

export async function sendPackage(
  response: ServerResponse,
  application?: Application
): Promise<void> {
  if (!application) return json(response, 404, { error: 'Resource not found' })
  if (!application.isCompleted) return json(response, 422, { error: 'Application not completed' })
  const bytes = await packageFor(application.siret)
  response.writeHead(200, { 'content-type': 'application/zip', 'content-length': bytes.length })
  response.end(bytes)
}

export function page(
  response: ServerResponse,
  applications: Map<string, Application>,
  identifier: string,
  isPost: boolean
): void {
  const known = applications.get(identifier)
  if (!known) return json(response, 404, { error: 'Resource not found' })
  if (isPost) known.isCompleted = true
  const state = known.isCompleted
    ? '<p>Votre candidature est terminée : revenez à la consultation.</p>'
    : '<form method="POST"><button>Terminer ma candidature</button></form>'
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(`<!doctype html><html lang="fr"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Passe Marché de la démonstration</title>
<h1>Candidature de ${known.siret}</h1>${state}</html>`)
}

export async function textOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) {
    body += String(chunk)
    if (body.length > LARGEST) return ''
  }
  return body
}

export function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
