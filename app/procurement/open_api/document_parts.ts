import { ref } from '#web/api/openapi_answer'
import { RATE } from '#web/api/openapi_parts'
import { schemaOf } from '#web/api/schema_of'
import type { OpenAnswer, OpenOperation } from './open_operation.js'

/** What an operation receives. */
export function bodyOf(body: OpenOperation['body'], isPiece = false) {
  const bytes = { type: 'string', contentMediaType: 'application/octet-stream' }
  if (isPiece)
    return {
      requestBody: { required: true, content: { 'application/octet-stream': { schema: bytes } } },
    }
  if (!body) return {}
  return {
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } },
  }
}

/** What it gives back when nothing is wrong. */
export function goodAnswers(answer: OpenAnswer): Record<string, object> {
  if ('mediaType' in answer) {
    const schema = { type: 'string', contentMediaType: answer.mediaType }
    return { 200: { description: answer.says, content: { [answer.mediaType]: { schema } } } }
  }
  const thing = ref(`schemas/${answer.of}`)
  const next = { type: ['string', 'null'], description: 'L’adresse de la page suivante' }
  const page = {
    type: 'object',
    required: ['items', 'next'],
    properties: { items: { type: 'array', items: thing }, next },
  }
  const content = { 'application/json': { schema: answer.list ? page : thing } }
  const done = { description: 'C’est fait, ou l’était déjà', content, headers: RATE }
  return answer.status === 201
    ? { 201: { ...done, description: 'Créé' }, 200: done }
    : { 200: done }
}
