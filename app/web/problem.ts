import { DomainError } from '#lib/errors'
import { InvalidValue } from '#lib/values'

/** Insufficient Storage (RFC 4918 §11.5): what was typed is kept, since the database has room. */
export const NO_ROOM = 507

/** What went wrong, as a page or a program is told it. */
export interface Problem {
  status: number
  code: string
  sentence: string
  field?: string
  details: Record<string, unknown>
}

const SENTENCES: Record<number, string> = {
  413: 'Ce que vous envoyez est trop lourd : réduisez-le ou découpez-le, puis recommencez.',
}

/** The problem that an exception means; null for what the framework tells by itself. */
export function toProblem(error: any): Problem | null {
  if (error instanceof DomainError) {
    const { status, code, message, field, details } = error
    return { status, code: code!, sentence: message, field, details }
  }
  if (error instanceof InvalidValue) {
    return { status: 422, code: error.code, sentence: error.message, details: {} }
  }
  if (error?.code === 'E_VALIDATION_ERROR') return null // Adonis flashes each field's message
  if (error?.code === 'E_BAD_CSRF_TOKEN') {
    return {
      status: 419,
      code: error.code,
      sentence: 'Votre page était ouverte depuis trop longtemps : rechargez-la puis recommencez.',
      details: {},
    }
  }
  if (error?.code === 'E_TOO_MANY_REQUESTS') {
    return {
      status: 429,
      code: error.code,
      sentence: 'Trop d’essais à la suite. Attendez quelques minutes avant de recommencer.',
      details: {},
    }
  }
  if (error?.code === 'ENOSPC' || error?.code === 'EDQUOT') {
    return {
      status: NO_ROOM,
      code: 'E_NO_ROOM',
      sentence:
        'Il n’y a plus de place pour les fichiers sur la plateforme. Ce que vous avez écrit est gardé : prévenez la personne qui l’exploite, puis recommencez.',
      details: {},
    }
  }
  const status = error?.status ?? 500
  if (status === 404) {
    return { status, code: 'E_NOT_FOUND', sentence: 'Cette page n’existe pas.', details: {} }
  }
  if (status < 500) {
    const sentence = SENTENCES[status] ?? 'Cette demande n’a pas pu être lue.'
    return { status, code: error.code ?? 'E_REFUSED', sentence, details: {} }
  }
  return {
    status: 500,
    code: 'E_INTERNAL',
    sentence:
      'Une erreur est survenue de notre côté. Rien n’est perdu de ce qui était enregistré : réessayez dans un instant.',
    details: {},
  }
}
