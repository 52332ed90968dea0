import type { Answer } from './operation.js'
import { RATE } from './openapi_parts.js'

export const ref = (part: string) => ({ $ref: `#/components/${part}` })

/** What an operation gives back when nothing is wrong. */
export function goodAnswer(answer: Answer): Record<string, object> {
  switch (answer.kind) {
    case 'nothing':
      return { 204: { description: 'C’est fait', headers: RATE } }
    case 'raw': {
      const own = Object.entries(answer.headers ?? {}).map(([name, says]) => [
        name,
        { description: says, schema: { type: 'string' } },
      ])
      const headers = { ...RATE, ...Object.fromEntries(own) }
      return { [answer.status]: { description: answer.says, headers } }
    }
    case 'file': {
      const schema = { type: 'string', contentMediaType: 'application/octet-stream' }
      const headers = { ...RATE, ETag: ref('headers/ETag') }
      return { 200: { description: answer.says, headers, content: { '*/*': { schema } } } }
    }
    case 'list': {
      const items = { type: 'array', items: ref(`schemas/${answer.of}`) }
      const next = { type: ['string', 'null'], description: 'L’adresse de la page suivante' }
      const schema = { type: 'object', required: ['items', 'next'], properties: { items, next } }
      const headers = { ...RATE, Link: ref('headers/Link') }
      const content = { 'application/json': { schema } }
      return { 200: { description: 'Une page de la liste', headers, content } }
    }
    case 'thing': {
      const headers = { ...RATE, ETag: ref('headers/ETag'), ...locationOf(answer.at) }
      const content = { 'application/json': { schema: ref(`schemas/${answer.of}`) } }
      const description = { 200: 'C’est fait', 201: 'Créé', 202: 'Commencé' }[answer.status ?? 200]
      return { [answer.status ?? 200]: { description, headers, content } }
    }
  }
}

const locationOf = (at: unknown) => (at ? { Location: ref('headers/Location') } : {})
