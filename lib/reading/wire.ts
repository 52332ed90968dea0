import type { TransferListItem } from 'node:worker_threads'
import { DomainError } from '#lib/errors'
import { XmlRejected, type XmlRejectionCode } from '#lib/xml/rejected'

/** Below, a copy costs less than a hand-over. */
const WORTH_MOVING = 65_536

/** An error as it crosses from one thread to the other. */
export interface WireError {
  message: string
  name: string
  stack?: string
  code?: string
  /** Of a rule that the file breaks: its sentence may be shown. */
  domain?: { status: number; field?: string; details: Record<string, unknown> }
}

/** Buffers arrive from another thread as bare arrays of bytes: gives them their methods back. */
export function withBuffers<T>(value: T): T {
  if (value instanceof Uint8Array) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength) as never
  }
  if (Array.isArray(value)) return value.map(withBuffers) as never
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withBuffers(one)])) as T
}

/** How many bytes of files a value carries. */
export const weightOf = (value: unknown): number =>
  buffersIn(value).reduce((sum, bytes) => sum + bytes.byteLength, 0)

/** The memory of a value that can change hands without a copy: whole blocks, never a shared pool. */
export function movable(value: unknown): TransferListItem[] {
  const blocks = buffersIn(value)
    .filter((bytes) => bytes.byteLength >= WORTH_MOVING)
    .filter((bytes) => bytes.byteLength === bytes.buffer.byteLength)
    .map((bytes) => bytes.buffer)
  return [...new Set(blocks)].filter((block) => block instanceof ArrayBuffer)
}

/** What of an error crosses to another thread: its words, its code, and what a form needs of ours. */
export function errorToWire(error: unknown): WireError {
  if (!(error instanceof Error)) return { message: String(error), name: 'Error' }
  const { message, name, stack } = error
  const code = 'code' in error ? String(error.code) : undefined
  if (!(error instanceof DomainError)) return { message, name, stack, code }
  const { status, field, details } = error
  return { message, name, stack, code, domain: { status, field, details } }
}

/** The error that a thread has thrown, of the class that our handlers know. */
export function errorFromWire({ message, name, stack, code, domain }: WireError): Error {
  if (name === 'XmlRejected') {
    return Object.assign(new XmlRejected(code as XmlRejectionCode), { message, stack })
  }
  if (!domain) return Object.assign(new Error(message), { name, stack, code })
  const error = new DomainError(message, { code: code!, status: domain.status }).with(
    domain.details
  )
  return domain.field ? error.at(domain.field) : error
}

function buffersIn(value: unknown): Uint8Array[] {
  if (value instanceof Uint8Array) return [value]
  if (Array.isArray(value)) return value.flatMap(buffersIn)
  return isPlain(value) ? Object.values(value).flatMap(buffersIn) : []
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && value.constructor === Object
}
